public import CodexProtocol
import JSONRPC

/// What codex says unasked, in its order.
public enum CodexMessage: Sendable {
    case notification(CodexNotification)
    /// codex waits for an answer.
    case request(CodexServerRequest)
    /// A line that is no message, or not of its method's shape. It disturbs nothing else.
    case unreadable(UnreadableLine)
    /// So many messages stood here and were dropped, since their reader was too slow for its stream's bound.
    case lagged(Int)
}

/// A notification and where it belongs.
public struct CodexNotification: Sendable {
    /// What it says; `unknown` for a method that the types lack.
    public let content: ServerNotification
    /// The thread it belongs to; nil for what belongs to none.
    public let threadID: String?
    /// The turn it belongs to.
    public let turnID: String?
    /// When codex wrote it, in milliseconds since 1970 (`emittedAtMs`, which 0.163.0 sends and its schema lacks).
    public let emittedAtMs: Int64?

    /// As codex names it.
    public var method: String { content.method }
}

/// A line that could not be read.
public struct UnreadableLine: Sendable {
    /// As it came, newline not counted.
    public let line: [UInt8]
    /// Nil when the line has none.
    public let method: String?
    /// What is wrong with it, in words.
    public let reason: String
    /// Where in the message, when it is JSON of a known method.
    public let cause: CodexProtocolError?

    /// The line as text; bytes that are not UTF-8 become replacement characters.
    public var text: String { String(decoding: line, as: UTF8.self) }
}

/// What is held for a reader: it is read as a message by whoever takes it, not on the client's thread.
enum HeldMessage: Sendable {
    case notification(IncomingLine)
    case request(IncomingLine, RequestID)
    case garbage([UInt8], String)

    var byteCount: Int {
        switch self {
        case .notification(let line), .request(let line, _): line.bytes.count
        case .garbage(let line, _): line.count
        }
    }

    func read(for client: CodexClient.Reference) -> CodexMessage {
        switch self {
        case .notification(let line): Self.read(line)
        case .request(let line, let id): .request(CodexServerRequest(line, id: id, client: client))
        case .garbage(let line, let reason):
            .unreadable(UnreadableLine(line: line, method: nil, reason: reason, cause: nil))
        }
    }

    private static func read(_ line: IncomingLine) -> CodexMessage {
        do throws(CodexProtocolError) {
            let json = try JSONValue(parsing: line.bytes)
            let content = try ServerNotification(method: line.method, params: json["params"])
            return .notification(
                CodexNotification(
                    content: content, threadID: line.threadID, turnID: line.turnID,
                    emittedAtMs: json["emittedAtMs"]?.integer))
        } catch {
            return .unreadable(
                UnreadableLine(line: line.bytes, method: line.method, reason: "\(error)", cause: error))
        }
    }
}
