private import CodexProtocol
internal import EventLoop
internal import JSONRPC
private import Synchronization

/// What a server says unasked: notifications go to all who listen, each of its questions gets one answer.
final class MCPHub: Sendable {
    /// Questions that may be open at once; a further one is denied.
    private static let questionLimit = 256

    private struct Question {
        let requestID: String?
        var decider: Task<Void, Never>?
        let timer: TimerID
    }

    private struct State {
        weak var transport: StdioTransport?
        var listeners: [UInt64: Mailbox<[UInt8]>] = [:]
        var calls = MCPCallBook()
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
            follow(line.bytes)
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

    /// Calls that wait for an answer or never got one.
    var hasUnansweredCalls: Bool { state.withLock { !$0.calls.isEmpty || $0.calls.hasBroken } }

    /// - Parameter thread: nil for a new one. Throws `busy` while a call about it is under way.
    func beginCall(thread: String?) throws(CodexClientError) -> MCPCallBook.Watch {
        guard let watch = state.withLock({ $0.calls.begin(thread: thread) }) else {
            throw CodexClientError(.busy, "a call about this thread is under way, and only one would be answered")
        }
        return watch
    }

    func callWasSent(_ watch: MCPCallBook.Watch, id: Int64) { state.withLock { $0.calls.sent(watch, id: id) } }

    /// Nobody waits for the call any more, so what it asks is denied: not `abort`, which could end the thread's next turn.
    func endCall(_ watch: MCPCallBook.Watch, wasAnswered: Bool) {
        guard let id = state.withLock({ $0.calls.end(watch, wasAnswered: wasAnswered) }) else { return }
        denyQuestions { $0 == String(id) }
    }

    /// On the loop: what an event means for the calls.
    private func follow(_ line: [UInt8]) {
        let (isIdle, wantsThread) = state.withLock { state in
            (state.calls.isEmpty && !state.calls.hasBroken, state.calls.wantsThread)
        }
        // Nearly all events are words of a message: they are not parsed here.
        guard !isIdle, wantsThread || line.holds("turn_aborted") || line.holds("cancel") else { return }
        let event = CodexMCP.Event(line: line)
        guard let thread = event.threadID else { return }
        let settled = state.withLock { state -> Int64? in
            if let request = event.requestID.flatMap({ Int64($0) }) {
                state.calls.saw(request: request, thread: thread)
            }
            guard case .turnAborted = event.content else { return nil }
            return state.calls.turnAborted(thread: thread)
        }
        guard let settled, case .turnAborted(let reason) = event.content else { return }
        var error = TransportError(.cancelled, "the turn was aborted: \(reason ?? "no reason given")")
        error.mayHaveBeenTaken = true
        settle(settled, .failure(error))
    }

    /// On the loop: an answer under an id for which nobody waits.
    func takeUnclaimed(_ id: RequestID?, _ answer: Answer) {
        guard case .number(let id)? = id, let owner = state.withLock({ $0.calls.misplacedAnswer(id) }) else { return }
        settle(owner, .success(answer))
    }

    private func settle(_ id: Int64, _ result: Result<Answer, TransportError>) {
        guard let transport = state.withLock({ $0.transport }) else { return }
        transport.assumeIsolated { $0.settle(id, result) }  // on the loop, where the transport runs
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
