/// A way through a message: `turn.status=completed`, `availableDecisions?`.
struct ManifestPath {
    let text: String
    let steps: [String]
    /// What must be among the words or cases at the end.
    let word: String?
    let isOptional: Bool

    init(_ text: String) {
        self.text = text
        isOptional = text.hasSuffix("?")
        let parts = text.prefix { $0 != "?" }.split(separator: "=", maxSplits: 1)
        steps = parts[0].split(separator: ".").map(String.init)
        word = parts.count > 1 ? String(parts[1]) : nil
    }

    /// What stands at the end of a path.
    struct End: Equatable {
        /// In JSON's words; for a word or a case also how it is written.
        let kind: String
        /// Whether every message has it.
        let isCertain: Bool
    }
}

extension Manifest {
    /// Nil when the type has no such member, or no such word at the end.
    func resolve(_ path: ManifestPath, from type: String?) -> ManifestPath.End? {
        guard let type else { return nil }
        return resolve(path.steps[...], word: path.word, from: .named(type), isCertain: true)
    }

    /// The members that a record of this name must have.
    func required(of type: String?) -> Set<String> {
        Set((type.flatMap { types[$0]?.members } ?? [:]).filter(\.value.required).keys)
    }

    private func resolve(
        _ steps: ArraySlice<String>, word: String?, from type: TypeReference, isCertain: Bool
    ) -> ManifestPath.End? {
        switch type {
        case .nullable(let inner): return resolve(steps, word: word, from: inner, isCertain: false)
        case .named(let name):
            guard let entry = types[name] else { return nil }
            if let alias = entry.alias { return resolve(steps, word: word, from: alias, isCertain: isCertain) }
            guard let step = steps.first else { return end(of: entry, word: word, isCertain: isCertain) }
            if entry.tag != nil { return resolveInCases(of: entry, steps, word: word, isCertain: isCertain) }
            guard let member = entry.members?[step] else { return nil }
            return resolve(
                steps.dropFirst(), word: word, from: member.type, isCertain: isCertain && member.required)
        default:
            guard steps.isEmpty, word == nil else { return nil }
            return ManifestPath.End(kind: kind(of: type), isCertain: isCertain)
        }
    }

    /// Each case must have the member.
    private func resolveInCases(
        of entry: TypeEntry, _ steps: ArraySlice<String>, word: String?, isCertain: Bool
    ) -> ManifestPath.End? {
        let ends = (entry.cases ?? [:]).values.map {
            resolve(steps, word: word, from: $0, isCertain: isCertain)
        }
        guard let first = ends.first, let first, ends.allSatisfy({ $0?.kind == first.kind }) else { return nil }
        return ManifestPath.End(kind: first.kind, isCertain: ends.allSatisfy { $0?.isCertain == true })
    }

    private func end(of entry: TypeEntry, word: String?, isCertain: Bool) -> ManifestPath.End? {
        guard let word else { return ManifestPath.End(kind: kind(of: entry), isCertain: isCertain) }
        if entry.words?.contains(word) == true { return ManifestPath.End(kind: "word", isCertain: isCertain) }
        guard let payload = entry.cases?[word] else { return nil }
        let kind = entry.tag.map { "case by \($0)" } ?? "member with \(required(of: payload.definition).sorted())"
        return ManifestPath.End(kind: kind, isCertain: isCertain)
    }

    private func kind(of entry: TypeEntry) -> String {
        if entry.members != nil || entry.tag != nil { return "object" }
        if let alternatives = entry.alternatives {
            return alternatives.map(kind(of:)).sorted().joined(separator: " or ")
        }
        return entry.cases == nil ? "string" : "string or object"
    }

    private func kind(of type: TypeReference) -> String {
        switch type {
        case .string: "string"
        case .boolean: "boolean"
        case .integer, .unsigned: "integer"
        case .number: "number"
        case .any: "any"
        case .array: "array"
        case .map: "object"
        case .nullable(let inner): kind(of: inner)
        case .named(let name): types[name].map(kind(of:)) ?? name
        }
    }
}
