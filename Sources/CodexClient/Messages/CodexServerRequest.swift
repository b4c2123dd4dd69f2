public import CodexProtocol
import JSONRPC

/// A request of codex's own, an approval most often. It has one answer: the first, or at the deadline the default one.
public struct CodexServerRequest: Sendable {
    /// codex counts these apart from the ids of what it is asked.
    public let id: RequestId
    /// `unknown` also when the params are not of the method's shape; `unreadable` says why.
    public let content: ServerRequest
    /// The thread it belongs to; a subagent has one of its own.
    public let threadID: String?
    /// The turn it belongs to.
    public let turnID: String?
    /// The item it is about, which an earlier `item/started` has whole: a file change's diff is only there.
    public let itemID: String?
    /// Why its params could not be read; nil when they could.
    public let unreadable: CodexProtocolError?
    let requestID: RequestID
    private let client: CodexClient.Reference

    /// As codex names it.
    public var method: String { content.method }

    init(_ line: IncomingLine, id: RequestID, client: CodexClient.Reference) {
        self.id = id.protocolID
        requestID = id
        threadID = line.threadID
        turnID = line.turnID
        itemID = line.itemID
        self.client = client
        let params = (try? JSONValue(parsing: line.bytes))?["params"]
        do throws(CodexProtocolError) {
            content = try ServerRequest(method: line.method, params: params)
            unreadable = nil
        } catch {
            content = .unknown(method: line.method, params: params)
            unreadable = error
        }
    }

    /// Approves, declines or cancels. Throws `alreadyAnswered`, or `notRunning`.
    public func answer(_ answer: ApprovalAnswer) async throws(CodexClientError) {
        try await running.settle(requestID, with: answer.reply(to: content), method: method)
    }

    /// Gives the whole result, of this method's own shape. Throws `alreadyAnswered`, or `notRunning`.
    public func respond(_ result: some JSONCodable) async throws(CodexClientError) {
        try await running.settle(requestID, with: .result(result.json), method: method)
    }

    /// Refuses with an error. Throws `alreadyAnswered`, or `notRunning`.
    public func refuse(code: Int = -32000, message: String) async throws(CodexClientError) {
        try await running.settle(requestID, with: .error(code: code, message: message), method: method)
    }

    private var running: CodexClient {
        get throws(CodexClientError) {
            guard let client = client.client else { throw CodexClientError(.notRunning, method: method) }
            return client
        }
    }
}

extension RequestID {
    var protocolID: RequestId {
        switch self {
        case .number(let number): .integer(Int(number))
        case .string(let text): .string(text)
        }
    }

    init(_ id: RequestId) {
        self =
            switch id {
            case .integer(let number): .number(Int64(number))
            case .string(let text): .string(text)
            }
    }
}
