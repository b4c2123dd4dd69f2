private import CodexProtocol
internal import EventLoop
internal import JSONRPC
private import Synchronization

/// What a server says unasked: notifications go to all who listen, each of its questions gets one answer.
final class MCPHub: Sendable {
    /// Questions that may be open at once; a further one is denied.
    private static let questionLimit = 256

    /// A call that was made; its id is known once it is sent.
    struct CallWatch: Hashable { fileprivate let number: UInt64 }

    private struct Question {
        let requestID: String?
        var decider: Task<Void, Never>?
        let timer: TimerID
    }

    private struct State {
        weak var transport: StdioTransport?
        var listeners: [UInt64: Mailbox<[UInt8]>] = [:]
        var calls: [UInt64: Int64] = [:]
        var questions: [RequestID: Question] = [:]
        var last: UInt64 = 0
        var hasEnded = false
    }

    private let state = Mutex(State())
    private let options: CodexMCP.Options
    private let shared: SharedLoop

    init(_ options: CodexMCP.Options, on shared: SharedLoop) {
        self.options = options
        self.shared = shared
    }

    func attach(_ transport: StdioTransport) { state.withLock { $0.transport = transport } }

    // MARK: Listeners

    func listen(_ options: StreamOptions) -> MCPReader {
        let mailbox = Mailbox<[UInt8]>(options) { $0.count }
        let number = state.withLock { state -> UInt64? in
            guard !state.hasEnded else { return nil }
            state.last += 1
            state.listeners[state.last] = mailbox
            return state.last
        }
        if let number {
            mailbox.onClose { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
            }
        } else {
            mailbox.finish()
        }
        return MCPReader(mailbox)
    }

    private func tell(_ line: [UInt8]) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.push(line) }
    }

    // MARK: What comes, on the loop

    func receive(_ message: IncomingMessage) {
        switch message {
        case .notification(let line):
            settleAborted(line.bytes)
            tell(line.bytes)
        case .request(let line, let id): answer(line, id)
        case .garbage(let bytes, _): tell(bytes)
        case .ended: end()
        }
    }

    private func end() {
        let (listeners, questions) = state.withLock { state in
            state.hasEnded = true
            defer { state.questions = [:] }
            return (Array(state.listeners.values), Array(state.questions.values))
        }
        for question in questions { close(question) }
        for listener in listeners { listener.finish() }
    }

    // MARK: Calls

    func watchCall() -> CallWatch {
        state.withLock { state in
            state.last += 1
            return CallWatch(number: state.last)
        }
    }

    func callWasSent(_ watch: CallWatch, id: Int64) { state.withLock { $0.calls[watch.number] = id } }

    /// Nobody waits for the call any more, so what it asks is denied: not `abort`, which could end the thread's next turn.
    func endCall(_ watch: CallWatch) {
        guard let id = state.withLock({ $0.calls.removeValue(forKey: watch.number) }) else { return }
        denyQuestions { $0 == String(id) }
    }

    /// Codex never answers the call of a turn that was aborted (measured on 0.149.0).
    private func settleAborted(_ line: [UInt8]) {
        guard state.withLock({ !$0.calls.isEmpty }), line.holds("turn_aborted") else { return }
        let event = CodexMCP.Event(line: line)
        guard case .turnAborted(let reason) = event.content, let text = event.requestID, let id = Int64(text),
            let transport = state.withLock({ $0.calls.values.contains(id) ? $0.transport : nil })
        else { return }
        var error = TransportError(.cancelled, "the turn was aborted: \(reason ?? "no reason given")")
        error.mayHaveBeenTaken = true
        // On the loop, where the transport runs.
        transport.assumeIsolated { [error] in $0.settle(id, error) }
    }

    // MARK: Questions

    private func answer(_ line: IncomingLine, _ id: RequestID) {
        switch line.method {
        case "elicitation/create": ask(line.bytes, id)
        case "ping": respond(id, [:])
        default: refuse(id, line.method)
        }
    }

    /// On the loop.
    private func ask(_ line: [UInt8], _ id: RequestID) {
        let params = (try? JSONValue(parsing: line))?["params"]
        guard let decide = options.elicitation, let params else { return respond(id, .denied) }
        let elicitation = CodexMCP.Elicitation(params)
        let timer = shared.loop.schedule(after: options.elicitationTimeout) { [weak self] in
            self?.decided(id, .denied)
        }
        let isTaken = state.withLock { state in
            guard state.questions.count < Self.questionLimit, state.questions[id] == nil else { return false }
            state.questions[id] = Question(requestID: elicitation.requestID, decider: nil, timer: timer)
            return true
        }
        guard isTaken else {
            shared.loop.cancel(timer)
            return respond(id, .denied)
        }
        let decider = Task { [weak self] in
            let decision = await decide(elicitation)
            self?.decided(id, decision)
        }
        // It may be decided already.
        state.withLock { $0.questions[id]?.decider = decider }
    }

    /// The first decision counts.
    private func decided(_ id: RequestID, _ decision: CodexMCP.Elicitation.Decision) {
        guard let question = state.withLock({ $0.questions.removeValue(forKey: id) }) else { return }
        close(question)
        respond(id, decision)
    }

    func denyAll() { denyQuestions { _ in true } }

    private func denyQuestions(where matches: (String?) -> Bool) {
        let ids = state.withLock { state in state.questions.filter { matches($0.value.requestID) }.map(\.key) }
        for id in ids { decided(id, .denied) }
    }

    private func close(_ question: Question) {
        question.decider?.cancel()
        shared.loop.execute { [loop = shared.loop] in loop.cancel(question.timer) }
    }

    private func respond(_ id: RequestID, _ decision: CodexMCP.Elicitation.Decision) {
        respond(id, .raw(decision.result.bytes))
    }

    private func respond(_ id: RequestID, _ result: JSON) {
        // It fails only when the process is ending: then nobody waits for the answer.
        say { transport in try? transport.respond(to: id, result: result) }
    }

    private func refuse(_ id: RequestID, _ method: String) {
        say { transport in try? transport.refuse(id, code: -32601, message: "method not found: \(method)") }
    }

    private func say(_ body: @escaping @Sendable (isolated StdioTransport) -> Void) {
        guard let transport = state.withLock({ $0.transport }) else { return }
        shared.loop.execute { transport.assumeIsolated(body) }  // on the loop
    }
}

extension [UInt8] {
    /// Whether `text` stands in it somewhere.
    fileprivate func holds(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            guard let first = text.first, count >= text.count else { return false }
            var start = 0
            while let index = self[start...].firstIndex(of: first), index + text.count <= count {
                if self[index..<(index + text.count)].elementsEqual(text) { return true }
                start = index + 1
            }
            return false
        }
    }
}
