private import Foundation

/// A codex on this machine, asked for its version and its schema.
struct InstalledCodex {
    let path: String

    /// As in `0.163.0`.
    func version() throws(CodegenError) -> String {
        let output = try Command.run(path, ["--version"])
        guard let version = output.split(whereSeparator: \.isWhitespace).last else {
            throw CodegenError(.noVersion, "no version in: \(output)")
        }
        return String(version)
    }

    func schema() throws(CodegenError) -> Schema {
        try SchemaReader.read(all: bundle(["--experimental"]), stable: bundle([]))
    }

    private func bundle(_ options: [String]) throws(CodegenError) -> JSONSchemaBundle {
        let directory = FileManager.default.temporaryDirectory.appending(path: "codex-schema-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        _ = try Command.run(path, ["app-server", "generate-json-schema", "--out", directory.path] + options)
        do {
            let data = try Data(contentsOf: directory.appending(path: "codex_app_server_protocol.schemas.json"))
            return try JSONDecoder().decode(JSONSchemaBundle.self, from: data)
        } catch {
            throw CodegenError(.schemaNotUnderstood, "\(path): \(error)")
        }
    }
}
