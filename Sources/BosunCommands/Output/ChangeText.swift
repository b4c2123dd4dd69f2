import BosunClient
import JSONRPC

/// One file's change for somebody who has to decide it.
///
/// Source: `FileUpdateChange` and `FileChange` of codex app-server 0.163.0.
struct ChangeText {
    /// The path, and what is done besides changing its text.
    let title: String
    /// A diff's lines, as they came: made safe by whoever shows them.
    let lines: [String]

    /// None when it is about no files.
    static func of(_ approval: OpenApproval) -> [ChangeText] {
        if let changes = approval.json["item"]?["changes"]?.arrayValue {
            return changes.map { change in
                ChangeText(
                    FieldText.of(change["path"]), kind: change["kind"]?["type"]?.stringValue,
                    to: change["kind"]?["move_path"]?.stringValue, change["diff"]?.stringValue ?? "")
            }
        }
        return (approval.params["fileChanges"]?.objectValue ?? []).map { member in
            let change = member.value
            return ChangeText(
                member.key, kind: change["type"]?.stringValue, to: change["move_path"]?.stringValue,
                change["unified_diff"]?.stringValue ?? change["content"]?.stringValue ?? "")
        }
    }

    private init(_ path: String, kind: String?, to destination: String?, _ text: String) {
        // The text of a file that comes or goes whole has no signs before its lines.
        let sign = ["add": "+", "delete": "-"][kind ?? ""]
        title = (sign == nil ? "" : "\(kind ?? "") ") + path + (destination.map { " -> \($0)" } ?? "")
        // By bytes: to Swift a carriage return and a line feed are one character.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines.map { (sign ?? "") + String(decoding: $0, as: UTF8.self) }
    }

    static func style(of line: String) -> Style {
        switch line.utf8.first {
        case UInt8(ascii: "+"): .green
        case UInt8(ascii: "-"): .red
        case UInt8(ascii: "@"): .cyan
        default: .plain
        }
    }
}
