import CodexProtocol
import JSONRPC

/// The one loop in which a client's hooks run: those before a tool's use one beside the other, those after it in order.
final class HookLoop: Sendable {
    typealias Before = @Sendable (ToolUse) async -> ApprovalAnswer?
    typealias After = @Sendable (ToolResult) async -> Void

    private let requests: Mailbox<Asked>
    private let results: Mailbox<Told>
    private let task: Task<Void, Never>

    // With the hooks as they were then: a run's own are taken away when it is over.
    struct Asked: Sendable {
        let line: IncomingLine
        let id: RequestID
        let hooks: [Before]
    }

    private struct Told: Sendable {
        let line: IncomingLine
        let hooks: [After]
    }

    init(for client: CodexClient.Reference) {
        let requests = Mailbox<Asked>(StreamOptions(capacity: 1024)) { $0.line.bytes.count }
        let results = Mailbox<Told>(StreamOptions(capacity: 1024)) { $0.line.bytes.count }
        self.requests = requests
        self.results = results
        task = Task {
            await withDiscardingTaskGroup { group in
                group.addTask { await Self.runAfter(results, client) }
                while case .element(let asked)? = try? await requests.next() {
                    group.addTask { await Self.runBefore(asked, client) }
                }
            }
        }
    }

    /// Gives the requests that no hook is going to see: pushed out, or since it has ended.
    func ask(_ line: IncomingLine, _ id: RequestID, _ hooks: [Before]) -> [Asked] {
        let asked = Asked(line: line, id: id, hooks: hooks)
        return switch requests.push(asked) {
        case .taken(let dropped): dropped
        case .closed: [asked]
        }
    }

    /// Gives how many results were dropped for it.
    func tell(_ line: IncomingLine, _ hooks: [After]) -> Int {
        guard case .taken(let dropped) = results.push(Told(line: line, hooks: hooks)) else { return 0 }
        return dropped.count
    }

    func end() {
        requests.close()
        results.close()
        task.cancel()
    }

    private static func runBefore(_ asked: Asked, _ client: CodexClient.Reference) async {
        let use = ToolUse(request: CodexServerRequest(asked.line, id: asked.id, client: client))
        let task = Task<ApprovalAnswer?, Never> {
            for hook in asked.hooks where !Task.isCancelled {
                if let answer = await hook(use) { return answer }
            }
            return nil
        }
        await client.client?.hookBegan(asked.id, task)
        let answer = await task.value
        await client.client?.hookEnded(asked.line, asked.id, answer)
    }

    private static func runAfter(_ results: Mailbox<Told>, _ client: CodexClient.Reference) async {
        while let delivery = try? await results.next() {
            guard case .element(let told) = delivery, let result = toolResult(told.line, client) else { continue }
            for hook in told.hooks { await hook(result) }
        }
    }

    private static func toolResult(_ line: IncomingLine, _ client: CodexClient.Reference) -> ToolResult? {
        guard case .notification(let message) = HeldMessage.notification(line).read(for: client),
            case .itemCompleted(let completed) = message.content
        else { return nil }
        return ToolResult(completed)
    }
}
