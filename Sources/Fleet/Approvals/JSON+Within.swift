import JSONRPC

extension JSON {
    /// Whether this asks for nothing that `whole` does not hold: of objects each member, of arrays each element.
    func isWithin(_ whole: JSON) -> Bool {
        if let members = objectValue {
            return members.allSatisfy { member in whole[member.key].map { member.value.isWithin($0) } ?? false }
        }
        if let elements = arrayValue {
            let offered = whole.arrayValue ?? []
            return elements.allSatisfy { element in offered.contains { element.isWithin($0) } }
        }
        return self == whole || isNull
    }
}
