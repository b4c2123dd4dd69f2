import CodexProtocol
import Foundation

@testable import codex_codegen

enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func manifest() throws -> Manifest { try ManifestFile(root: root.path).read() }

    /// The recorded sessions of one codex: their names and lines.
    static func sessions(of codex: String) throws -> [(name: String, lines: [RecordedLine])] {
        let directory = root.appending(path: "Tests/Fixtures/codex-\(codex)")
        return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
            .filter { $0.hasSuffix(".jsonl") }
            .map { name in
                let text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
                return (name, try text.split(separator: "\n").map(RecordedLine.init))
            }
    }
}

/// A line that went to codex (`isInput`) or came from it.
struct RecordedLine {
    let isInput: Bool
    let line: String

    init(_ text: Substring) throws {
        let entry = try JSONValue(parsing: text)
        isInput = entry["dir"]?.string == "in"
        line = entry["line"]?.string ?? ""
    }
}
