extension SwiftWriter {
    func writeWords(_ words: [String], named name: String, to text: inout SourceText) {
        let cases = Array(zip(words, Naming.caseNames(of: words)))
        text.block("public enum \(name): OpenEnum") { text in
            for (_, name) in cases { text.line("case \(name)") }
            text.line("/// A word that the schema does not list.")
            text.line("case unknown(String)")
            text.line()
            text.block("public init(word: String)") { text in
                text.choice(
                    "word",
                    cases.map { (SourceText.quoted($0), "self = .\($1)") } + [("default", "self = .unknown(word)")])
            }
            text.line()
            text.block("public var word: String") { text in
                text.choice(
                    "self", cases.map { (".\($1)", SourceText.quoted($0)) } + [(".unknown(let word)", "word")])
            }
        }
    }

    func writeTagged(
        _ definition: Definition, named name: String, by tag: String, _ cases: [TaggedCase],
        to text: inout SourceText
    ) {
        let names = Naming.caseNames(of: cases.map(\.tag))
        let payloads = cases.map { $0.payload.map { swift(.named($0), in: "") } ?? "NoMembers" }
        let tagName = SourceText.quoted(tag)
        text.block("public \(boxing(cases.compactMap(\.payload).map(TypeReference.named)))enum \(name): JSONCodable") {
            text in
            for (index, name) in names.enumerated() {
                let isBare = cases[index].payload == nil
                text.line("case \(name)(\(payloads[index])\(isBare ? " = NoMembers()" : ""))")
            }
            writeUnknownCase(to: &text)
            text.block("public init(json: JSONValue) throws(CodexProtocolError)") { text in
                text.block("switch try json.tag(\(tagName))") { text in
                    for (index, name) in names.enumerated() {
                        let read =
                            cases[index].payload == nil
                            ? "NoMembers(json: json, tag: \(tagName))" : "\(payloads[index])(json: json)"
                        text.line("case \(SourceText.quoted(cases[index].tag)): self = .\(name)(try \(read))")
                    }
                    text.line("default: self = .unknown(json)")
                }
            }
            text.line()
            text.block("public var json: JSONValue") { text in
                let written = zip(names, cases).map { name, unionCase in
                    let word = SourceText.quoted(unionCase.tag)
                    return (".\(name)(let payload)", "payload.json.tagged(\(tagName), \(word))")
                }
                text.choice("self", written + [(".unknown(let json)", "json")])
            }
            for member in sharedMembers(of: cases) { writeShared(member, of: names, to: &text) }
        }
    }

    /// What every case requires alike: an item's id, whatever the item.
    private func sharedMembers(of cases: [TaggedCase]) -> [Member] {
        let records = cases.map { unionCase -> [Member] in
            guard let payload = unionCase.payload, case .record(let members) = schema.definitions[payload]?.shape else {
                return []
            }
            return members.filter { $0.isRequired && !$0.type.isNullable && $0.type != .any }
        }
        return (records.first ?? []).filter { member in records.allSatisfy { $0.contains(member) } }
    }

    private func writeShared(_ member: Member, of cases: [String], to text: inout SourceText) {
        let name = Naming.recordMemberName(of: member.name)
        guard !cases.contains(name) else { return }
        let type = swift(member.type, in: "")
        text.line()
        text.line("/// Every case that the schema lists has it.")
        text.block("public var \(name): \(type)?") { text in
            let written = cases.map { (".\($0)(let payload)", "payload.\(name)") }
            let unknown = "json[\(SourceText.quoted(member.name))].flatMap { try? \(type)(json: $0) }"
            text.choice("self", written + [(".unknown(let json)", unknown)])
        }
    }

    func writeWordOrMember(
        _ definition: Definition, named name: String, _ words: [String], _ members: [MemberCase],
        to text: inout SourceText
    ) {
        let names = Naming.caseNames(of: words + members.map(\.name))
        let wordNames = names.prefix(words.count)
        let memberNames = names.suffix(members.count)
        text.block("public \(boxing(members.map(\.payload)))enum \(name): JSONCodable") { text in
            for name in wordNames { text.line("case \(name)") }
            for (name, member) in zip(memberNames, members) {
                text.line("case \(name)(\(swift(member.payload, in: "")))")
            }
            writeUnknownCase(to: &text)
            text.block("public init(json: JSONValue) throws(CodexProtocolError)") { text in
                let readWords = zip(wordNames, words).map { (".word(\(SourceText.quoted($1)))", "self = .\($0)") }
                let readMembers = zip(memberNames, members).map { name, member in
                    let quoted = SourceText.quoted(member.name)
                    return (".member(\(quoted), let value)", "self = .\(name)(try value.read(at: \(quoted)))")
                }
                text.choice(
                    "try WordOrMember(json)", readWords + readMembers + [("default", "self = .unknown(json)")])
            }
            text.line()
            text.block("public var json: JSONValue") { text in
                let writtenWords = zip(wordNames, words).map { (".\($0)", ".string(\(SourceText.quoted($1)))") }
                let writtenMembers = zip(memberNames, members).map { name, member in
                    (".\(name)(let payload)", ".object([\(SourceText.quoted(member.name)): payload.json])")
                }
                text.choice("self", writtenWords + writtenMembers + [(".unknown(let json)", "json")])
            }
        }
    }

    func writeUntagged(
        _ definition: Definition, named name: String, _ alternatives: [Alternative], to text: inout SourceText
    ) {
        // Of scalars alone nothing can be added: a request's id is a string or an integer.
        let isOpen = alternatives.contains { if case .string = $0.type { false } else { $0.type != .integer } }
        let names = Naming.caseNames(of: alternatives.map(\.name))
        text.block("public \(boxing(alternatives.map(\.type)))enum \(name): JSONCodable") { text in
            for (name, alternative) in zip(names, alternatives) {
                text.line("case \(name)(\(swift(alternative.type, in: "")))")
            }
            if isOpen { writeUnknownCase(to: &text) } else { text.line() }
            text.block("public init(json: JSONValue) throws(CodexProtocolError)") { text in
                let kinds = SourceText.quoted(alternatives.map(\.name).joined(separator: " or "))
                let read = zip(names, alternatives).map { name, alternative in
                    let pattern = patterns(of: alternative.type).joined(separator: ", ")
                    return (pattern, "self = .\(name)(try \(swift(alternative.type, in: ""))(json: json))")
                }
                text.choice(
                    "json",
                    read + [("default", isOpen ? "self = .unknown(json)" : "throw .wrongType(\(kinds), json)")])
            }
            text.line()
            text.block("public var json: JSONValue") { text in
                let written = names.map { (".\($0)(let payload)", "payload.json") }
                text.choice("self", written + (isOpen ? [(".unknown(let json)", "json")] : []))
            }
        }
    }

    private func writeUnknownCase(to text: inout SourceText) {
        text.line("/// A case that the schema does not list, as it came.")
        text.line("case unknown(JSONValue)")
        text.line()
    }

    /// Where a large payload would make every value of the union as large.
    private func boxing(_ payloads: [TypeReference]) -> String {
        let hasRecord = payloads.contains { payload in
            guard case .named(let name) = payload else { return false }
            switch schema.definitions[name]?.shape {
            case .words, .alias: return false
            default: return true
            }
        }
        return hasRecord ? "indirect " : ""
    }

    /// What a value must look like to be of `type`, as patterns of a switch over it.
    private func patterns(of type: TypeReference) -> [String] {
        switch type {
        case .string: [".string"]
        case .boolean: [".bool"]
        case .integer, .unsigned: [".integer", ".unsigned"]
        case .number: [".number", ".integer", ".unsigned"]
        case .array: [".array"]
        case .any: ["_"]
        case .map: [".object"]
        case .nullable(let inner): [".null"] + patterns(of: inner)
        case .named(let name):
            switch schema.definitions[name]?.shape {
            case .record(let members): [pattern(of: members)]
            case .alias(let type): patterns(of: type)
            case .untagged(let alternatives): alternatives.flatMap { patterns(of: $0.type) }.unique
            case .words: [".string"]
            case .tagged(let tag, _): [".object where json.has(\(SourceText.quoted(tag)))"]
            case .wordOrMember: [".string", ".object"]
            case nil: []
            }
        }
    }

    private func pattern(of members: [Member]) -> String {
        let required = members.filter(\.isRequired)
        // Two records that require the same may differ one level down.
        let inner = required.compactMap { member -> String? in
            guard case .named(let name) = member.type, case .record(let members) = schema.definitions[name]?.shape
            else {
                return nil
            }
            return "json[\(SourceText.quoted(member.name))]?.\(condition(on: members)) == true"
        }
        return ".object where " + (["json.\(condition(on: members))"] + inner).joined(separator: " && ")
    }

    /// That an object has the members that the record requires, and in them one of the words that it allows.
    private func condition(on members: [Member]) -> String {
        let required = members.filter(\.isRequired)
        let words = required.compactMap { member -> String? in
            guard case .named(let name) = member.type, case .words(let words) = schema.definitions[name]?.shape else {
                return nil
            }
            let list = words.map(SourceText.quoted).joined(separator: ", ")
            return "\(SourceText.quoted(member.name)): [\(list)]"
        }
        let names = required.map { SourceText.quoted($0.name) }
        let arguments = names + (words.isEmpty ? [] : ["words: [\(words.joined(separator: ", "))]"])
        return "has(\(arguments.joined(separator: ", ")))"
    }
}

extension [String] {
    fileprivate var unique: [String] {
        reduce(into: []) { unique, element in if !unique.contains(element) { unique.append(element) } }
    }
}
