internal import Foundation

/// Makes the manifest of a schema.
struct ManifestWriter {
    let schema: Schema
    let codex: String

    func manifest() -> Manifest {
        Manifest(
            codex: codex,
            clientRequests: entries(schema.clientRequests) { method in
                Manifest.ClientRequest(
                    params: method.params, paramsRequired: method.paramsRequired, response: method.response,
                    stable: method.isStable, role: BusDecisions.role(of: method.name),
                    handle: BusDecisions.handles[method.name])
            },
            serverRequests: entries(schema.serverRequests) { method in
                Manifest.ServerRequest(params: method.params, response: method.response)
            },
            serverNotifications: entries(schema.serverNotifications) { method in
                Manifest.Notification(params: method.params, kind: BusDecisions.kind(of: method.name))
            },
            clientNotifications: entries(schema.clientNotifications) { method in
                Manifest.ClientNotification(params: method.params)
            },
            types: schema.definitions.mapValues(entry(of:)))
    }

    /// One member a line and in the order of names, so that two versions can be compared with `diff`.
    static func data(of manifest: Manifest) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(manifest) + Data("\n".utf8)
    }

    private func entries<Entry>(_ methods: [Method], _ entry: (Method) -> Entry) -> [String: Entry] {
        Dictionary(methods.map { ($0.name, entry($0)) }) { first, _ in first }
    }

    private func entry(of definition: Definition) -> Manifest.TypeEntry {
        var entry = Manifest.TypeEntry()
        switch definition.shape {
        case .record(let members):
            entry.members = Dictionary(
                members.map { ($0.name, Manifest.MemberEntry(type: $0.type, required: $0.isRequired)) }
            ) { first, _ in first }
        case .words(let words):
            entry.words = words
        case .tagged(let tag, let cases):
            entry.tag = tag
            entry.cases = Dictionary(
                cases.map { ($0.tag, $0.payload.map(TypeReference.named) ?? .map(.any)) }
            ) { first, _ in first }
        case .wordOrMember(let words, let members):
            entry.words = words
            entry.cases = Dictionary(members.map { ($0.name, $0.payload) }) { first, _ in first }
        case .untagged(let alternatives):
            entry.alternatives = alternatives.map(\.type)
        case .alias(let type):
            entry.alias = type
        }
        return entry
    }
}
