/// Which file each definition goes to: the family of methods that alone uses it, or `Shared`.
struct Families {
    static let shared = "Shared"

    /// Definitions' names by file, unions' own types with their union.
    let files: [String: [String]]

    init(of schema: Schema) {
        let uses = schema.definitions.mapValues { Array($0.uses) }
        var families: [String: Set<String>] = [:]
        for method in schema.methods {
            for root in [method.params, method.response].compactMap(\.self) {
                for name in Self.reachable(from: root, by: uses) {
                    families[name, default: []].insert(Self.family(of: method.name))
                }
            }
        }
        var files: [String: [String]] = [:]
        for name in schema.definitions.keys.sorted() {
            let top = String(name.prefix { $0 != "." })
            let users = families[top] ?? []
            files[users.count == 1 ? users.first ?? Self.shared : Self.shared, default: []].append(name)
        }
        self.files = files
    }

    /// The first part of the method's name; `thread`, which has half of all, is taken apart by the second.
    static func family(of method: String) -> String {
        let parts = method.split(separator: "/")
        let count = parts.first == "thread" && parts.count > 2 ? 2 : 1
        return Naming.typeName(ofMethod: parts.prefix(count).joined(separator: "/"))
    }

    private static func reachable(from root: String, by uses: [String: [String]]) -> Set<String> {
        var seen: Set<String> = []
        var waiting = [root]
        while let name = waiting.popLast() {
            if seen.insert(name).inserted { waiting += uses[name] ?? [] }
        }
        return seen
    }
}

extension Definition {
    /// The definitions that this one names.
    var uses: Set<String> {
        let types: [TypeReference] =
            switch shape {
            case .record(let members): members.map(\.type)
            case .words: []
            case .tagged(_, let cases): cases.compactMap(\.payload).map(TypeReference.named)
            case .wordOrMember(_, let members): members.map(\.payload)
            case .untagged(let alternatives): alternatives.map(\.type)
            case .alias(let type): [type]
            }
        return Set(types.compactMap(\.definition))
    }
}
