private import Foundation

/// Writes what the daemon knows of each client method, which builds without codex's types: a line of text for each.
struct MethodTableWriter {
    let manifest: Manifest

    static let path = "Sources/Fleet/Generated/AppServerMethods.swift"

    /// A method's name, its role, whether it is stable, its result's type, then its params, each with its type; `!` marks
    /// those that it needs.
    var text: String {
        var text = SourceText()
        text.lines([
            "// Written by `codex-codegen generate` from the schema of codex \(manifest.codex). Do not edit.",
            "",
            "/// The client methods of an app-server: what `MethodTable` is read from.",
            "enum AppServerMethods {",
            "    static let codex = \(SourceText.quoted(manifest.codex))",
            "",
            "    /// Name, role, stability, result, then each param as `name:type`, with `!` where it is needed.",
            "    static let lines = \"\"\"",
        ])
        for (name, request) in manifest.clientRequests.sorted(by: { $0.key < $1.key }) {
            text.line("        \(line(name, request))")
        }
        text.lines(["        \"\"\"", "}"])
        return text.text
    }

    private func line(_ name: String, _ request: Manifest.ClientRequest) -> String {
        let members = manifest.types[request.params]?.members ?? [:]
        let params = members.sorted { $0.key < $1.key }.map { member in
            "\(member.key)\(member.value.required ? "!" : ""):\(member.value.type)"
        }
        let head = [name, request.role.rawValue, request.stable ? "stable" : "experimental", request.response ?? "any"]
        return (head + params).joined(separator: " ")
    }

    func write(below root: String) throws(CodegenError) {
        let file = URL(filePath: root).appending(path: Self.path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        } catch {
            throw CodegenError(.fileFailed, "\(file.path): \(error)")
        }
    }
}
