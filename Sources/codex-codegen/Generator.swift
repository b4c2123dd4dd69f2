private import Foundation

/// Writes what is checked in: the Swift types and the manifest of one codex.
struct Generator {
    /// The package's directory.
    let root: String

    func generate(from codex: InstalledCodex) throws(CodegenError) {
        let version = try codex.version()
        let schema = try codex.schema()
        for method in schema.clientRequests + schema.serverRequests where method.response == nil {
            throw CodegenError(.schemaNotUnderstood, "no response for \(method.name): see Naming.irregularResponses")
        }
        let manifest = ManifestWriter(schema: schema, codex: version).manifest()
        try ManifestFile(root: root).write(manifest)
        try MethodTableWriter(manifest: manifest).write(below: root)
        let sources = URL(filePath: root).appending(path: "Sources/CodexProtocol/Generated")
        do {
            // What a former codex had and this one lacks must go.
            try? FileManager.default.removeItem(at: sources)
            try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
            for (name, text) in SwiftWriter(schema: schema, codex: version).files() {
                try Data(text.utf8).write(to: sources.appending(path: name))
            }
        } catch {
            throw CodegenError(.fileFailed, "\(sources.path): \(error)")
        }
        _ = try Command.run(
            "swift",
            [
                "format", "--in-place", "--recursive", "--parallel",
                "--configuration", URL(filePath: root).appending(path: ".swift-format").path, sources.path,
            ])
    }
}
