import JSONRPC

extension JSON {
    /// Whether this asks for nothing that `whole` does not hold: of objects each member, of arrays each element, and with
    /// what denies something in them.
    func isWithin(_ whole: JSON) -> Bool {
        if let members = objectValue {
            return members.allSatisfy { member in whole[member.key].map { member.value.isWithin($0) } ?? false }
        }
        if let elements = arrayValue {
            let offered = whole.arrayValue ?? []
            return elements.allSatisfy { element in offered.contains { element.isWithin($0) } }
                && (elements.isEmpty || offered.allSatisfy { !$0.deniesAccess || elements.contains($0) })
        }
        return self == whole || isNull
    }

    /// Of the entries of a file system's policy (codex 0.163.0): without it the others grant more than was asked for.
    private var deniesAccess: Bool { self["access"] == "deny" }
}
