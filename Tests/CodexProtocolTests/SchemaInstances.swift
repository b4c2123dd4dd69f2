import CodexProtocol
@testable import codex_codegen

/// Makes instances of the schema's types, from the manifest.
struct SchemaInstances {
    enum Extent: CaseIterable {
        /// What is required, and no more.
        case least
        /// Everything, null where that may be.
        case nulls
        /// Everything, with a value.
        case full
    }

    let manifest: Manifest

    /// One instance of a record, of a union one for each case.
    func instances(of name: String, _ extent: Extent) -> [JSONValue] {
        guard let entry = manifest.types[name] else { return [] }
        if let members = entry.members { return [record(members, extent, inside: [name])] }
        if let tag = entry.tag {
            return (entry.cases ?? [:]).map { word, payload in
                tagged(payload, extent, inside: [name], tag, word)
            }
        }
        if let alternatives = entry.alternatives {
            return alternatives.map { value(of: $0, extent, inside: [name]) }
        }
        if let alias = entry.alias { return [value(of: alias, extent, inside: [name])] }
        let words = (entry.words ?? []).map(JSONValue.string)
        let cases = (entry.cases ?? [:]).map { word, payload in
            JSONValue.object([word: value(of: payload, extent, inside: [name])])
        }
        return words + cases
    }

    private func record(
        _ members: [String: Manifest.MemberEntry], _ extent: Extent, inside stack: [String]
    ) -> JSONValue {
        var object: [String: JSONValue] = [:]
        for (name, member) in members where member.required || extent != .least {
            object[name] = value(of: member.type, extent, inside: stack)
        }
        return .object(object)
    }

    private func value(of type: TypeReference, _ extent: Extent, inside stack: [String]) -> JSONValue {
        let isRecursive = type.definition.map(stack.contains) ?? false
        switch type {
        case .string: return "text"
        case .boolean: return true
        case .integer: return -7
        case .unsigned: return .unsigned(.max)
        case .number: return 1.5
        case .any: return ["anything": [1, nil]]
        case .nullable(let inner):
            return extent == .full && !isRecursive ? value(of: inner, extent, inside: stack) : nil
        case .array(let element):
            return extent == .least || isRecursive ? [] : [value(of: element, extent, inside: stack)]
        case .map(let inner):
            return extent == .least || isRecursive ? [:] : ["key": value(of: inner, extent, inside: stack)]
        case .named(let name): return value(ofDefinition: name, extent, inside: stack)
        }
    }

    private func value(ofDefinition name: String, _ extent: Extent, inside stack: [String]) -> JSONValue {
        guard let entry = manifest.types[name] else { return nil }
        let stack = stack + [name]
        if let members = entry.members { return record(members, extent, inside: stack) }
        if let word = entry.words?.first { return .string(word) }
        if let alias = entry.alias { return value(of: alias, extent, inside: stack) }
        if let alternative = entry.alternatives?.first { return value(of: alternative, extent, inside: stack) }
        // The case with the shortest way to its end, so that no recursion is without one.
        guard let first = (entry.cases ?? [:]).min(by: { rank($0, stack) < rank($1, stack) }) else { return nil }
        if let tag = entry.tag { return tagged(first.value, extent, inside: stack, tag, first.key) }
        return .object([first.key: value(of: first.value, extent, inside: stack)])
    }

    private func rank(_ unionCase: (key: String, value: TypeReference), _ stack: [String]) -> (Int, String) {
        let payload = unionCase.value.definition.flatMap { manifest.types[$0] }
        let definitions = payload?.members?.values.compactMap(\.type.definition) ?? []
        return (definitions.contains { stack.contains($0) } ? 1 : 0, unionCase.key)
    }

    private func tagged(
        _ payload: TypeReference, _ extent: Extent, inside stack: [String], _ tag: String, _ word: String
    ) -> JSONValue {
        // A case without members of its own.
        var members = payload == .map(.any) ? [:] : value(of: payload, extent, inside: stack).object ?? [:]
        members[tag] = .string(word)
        return .object(members)
    }
}
