import CodexProtocol
import JSONRPC

/// The one loop in which a client's hooks run: those before a tool's use one beside the other, those after it in order.
final class HookLoop: Sendable {
    private let requests: Mailbox<Asked>
    private let results: Mailbox<IncomingLine>
    private let task: Task<Void, Never>

    private struct Asked: Sendable {
        let line: IncomingLine
        let id: RequestID
    }

    init(for client: CodexClient.Reference) {
        // What is open is bounded already; a request that does not fit goes to who reads messages.
        let requests = Mailbox<Asked>(StreamOptions(capacity: 1024, policy: .failSlowConsumer))
        let results = Mailbox<IncomingLine>(StreamOptions(capacity: 1024)) { $0.bytes.count }
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

    /// False when it takes no more.
    func ask(_ line: IncomingLine, _ id: RequestID) -> Bool {
        guard case .taken(let dropped) = requests.push(Asked(line: line, id: id)) else { return false }
        return dropped.isEmpty
    }

    /// Gives how many results were dropped for it.
    func tell(_ line: IncomingLine) -> Int {
        guard case .taken(let dropped) = results.push(line) else { return 0 }
        return dropped.count
    }

    func end() {
        requests.close()
        results.close()
        task.cancel()
    }

    private static func runBefore(_ asked: Asked, _ client: CodexClient.Reference) async {
        guard let hooks = await client.client?.beforeHooks(asked.line.threadID) else { return }
        let use = ToolUse(request: CodexServerRequest(asked.line, id: asked.id, client: client))
        let task = Task<ApprovalAnswer?, Never> {
            for hook in hooks where !Task.isCancelled {
                if let answer = await hook(use) { return answer }
            }
            return nil
        }
        await client.client?.hookBegan(asked.id, task)
        let answer = await task.value
        await client.client?.hookEnded(asked.line, asked.id, answer)
    }

    private static func runAfter(_ results: Mailbox<IncomingLine>, _ client: CodexClient.Reference) async {
        while let delivery = try? await results.next() {
            guard case .element(let line) = delivery, let result = toolResult(line, client) else { continue }
            for hook in await client.client?.afterHooks(line.threadID) ?? [] { await hook(result) }
        }
    }

    private static func toolResult(_ line: IncomingLine, _ client: CodexClient.Reference) -> ToolResult? {
        guard case .notification(let message) = HeldMessage.notification(line).read(for: client),
            case .itemCompleted(let completed) = message.content
        else { return nil }
        return ToolResult(completed)
    }
}
