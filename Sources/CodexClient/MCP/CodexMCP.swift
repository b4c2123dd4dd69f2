public import CodexProtocol
internal import EventLoop
private import Glibc
private import JSONRPC

/// A `codex mcp-server`: codex as the tools of an MCP server, over the stdio of a process of its own.
///
/// For codex 0.149.0 and older; later ones do not have it. Dropped, the process is killed.
public final class CodexMCP: Sendable {
    /// What the server said of itself.
    public let server: Server
    private let options: Options
    private let transport: StdioTransport
    private let hub: MCPHub

    private init(server: Server, options: Options, transport: StdioTransport, hub: MCPHub) {
        self.server = server
        self.options = options
        self.transport = transport
        self.hub = hub
    }

    /// Starts the program and shakes hands with it.
    ///
    /// - Throws: `spawnFailed`, `unavailable`; `deadline` when the handshake took longer than `Options.startTimeout`, after which
    ///   the process is killed; `refused`, `invalidResponse` or `processEnded` when it came to nothing.
    public static func start(_ options: Options = Options()) async throws(CodexClientError) -> CodexMCP {
        let shared: SharedLoop
        do throws(EventLoopError) {
            shared = try SharedLoop.shared()
        } catch {
            throw CodexClientError(.unavailable, "\(error)")
        }
        let hub = MCPHub(options, on: shared)
        var transportOptions = options.transport
        transportOptions.unclaimed = { id, answer in hub.takeUnclaimed(id, answer) }
        let transport = StdioTransport(transportOptions, on: shared) { hub.receive($0) }
        hub.attach(transport)
        do throws(TransportError) { try await transport.start() } catch { throw CodexClientError(error) }
        do throws(CodexClientError) {
            let server = try await shakeHands(options, transport)
            return CodexMCP(server: server, options: options, transport: transport, hub: hub)
        } catch {
            await transport.kill()
            // It may have ended before anything was asked.
            guard error.code == .notRunning, error.exit != nil else { throw error }
            var ended = CodexClientError(.processEnded, error.context, method: error.method)
            ended.exit = error.exit
            ended.standardErrorTail = error.standardErrorTail
            throw ended
        }
    }

    private static func shakeHands(
        _ options: Options, _ transport: StdioTransport
    ) async throws(CodexClientError) -> Server {
        let method = "initialize"
        let result = try await ask(transport, method, options.initializeParams, timeout: options.startTimeout)
        guard case .object = result else { throw .noObject(result, method: method) }
        do throws(TransportError) {
            try await transport.notify("notifications/initialized", params: nil)
        } catch {
            throw CodexClientError(error, method: method, standardErrorTail: await transport.standardErrorTail)
        }
        return Server(result)
    }

    // MARK: Requests

    /// The tools it offers, by `tools/list`, all pages of it.
    public func tools(timeout: Duration? = nil) async throws(CodexClientError) -> [Tool] {
        var tools: [Tool] = []
        var cursor: JSONValue?
        // A server that always names another page must not be asked for ever.
        for _ in 0..<100 {
            let result = try await request("tools/list", params: cursor.map { ["cursor": $0] }, timeout: timeout)
            guard let page = result["tools"]?.array else { throw .noObject(result, method: "tools/list") }
            tools += page.compactMap(Tool.init)
            guard let next = result["nextCursor"], next != .null else { break }
            cursor = next
        }
        return tools
    }

    /// Whether it answers.
    public func ping(timeout: Duration? = nil) async throws(CodexClientError) {
        _ = try await request("ping", timeout: timeout)
    }

    /// Starts a thread with a first turn and gives the turn's outcome.
    ///
    /// Cancelling the task, and the deadline, break the turn off by `notifications/cancelled`.
    ///
    /// - Parameters:
    ///   - timeout: nil for `Options.callTimeout`; time in which an approval is waited for counts.
    ///   - sent: is told the id of the request, which is `Event.requestID` of what the turn says; on the library's thread.
    /// - Throws: `cancelled` too when the turn is aborted: codex leaves such a call unanswered (measured on 0.149.0).
    public func codex(
        _ call: Call, timeout: Duration? = nil, sent: (@Sendable (Int64) -> Void)? = nil
    ) async throws(CodexClientError) -> CallResult {
        try await self.call("codex", arguments: call.arguments, timeout: timeout, sent: sent)
    }

    /// Goes on with a thread of this process, by a further turn; else as `codex`.
    ///
    /// After a turn that failed (`CallResult.isError`) do not go on with its thread: codex 0.149.0 gives each later call the
    /// answer of the turn before it (measured).
    ///
    /// - Throws: `busy` too while a call about that thread is under way: codex would answer only one (measured on 0.149.0).
    public func reply(
        to thread: String, _ prompt: String, timeout: Duration? = nil, sent: (@Sendable (Int64) -> Void)? = nil
    ) async throws(CodexClientError) -> CallResult {
        try await call(
            "codex-reply", arguments: ["threadId": .string(thread), "prompt": .string(prompt)], timeout: timeout,
            sent: sent)
    }

    /// Calls any tool; `tools/call`.
    public func call(
        _ tool: String, arguments: JSONValue, timeout: Duration? = nil, sent: (@Sendable (Int64) -> Void)? = nil
    ) async throws(CodexClientError) -> CallResult {
        let watch = try hub.beginCall(thread: arguments.threadID)
        do throws(CodexClientError) {
            let result = try await Self.ask(
                transport, "tools/call", ["name": .string(tool), "arguments": arguments],
                timeout: timeout ?? options.callTimeout
            ) { [hub] id in
                hub.callWasSent(watch, id: id)
                sent?(id)
            }
            hub.endCall(watch, wasAnswered: true)
            return CallResult(result)
        } catch {
            // What was answered came with the server's own error, or could not be read.
            hub.endCall(watch, wasAnswered: error.refusal != nil || error.code == .invalidResponse)
            throw error
        }
    }

    /// Makes any request of the protocol and gives its result; `null` is one.
    ///
    /// - Throws: `refused` with the server's error, its data included; `cancelled` for −32800 and when the task was cancelled;
    ///   `deadline`, `processEnded`, `notRunning`, `busy`, `invalidResponse`.
    public func request(
        _ method: String, params: JSONValue? = nil, timeout: Duration? = nil
    ) async throws(CodexClientError) -> JSONValue {
        try await Self.ask(transport, method, params, timeout: timeout ?? options.requestTimeout)
    }

    /// Says something that has no answer.
    public func notify(_ method: String, params: JSONValue? = nil) async throws(CodexClientError) {
        do throws(TransportError) {
            try await transport.notify(method, params: params.map { .raw($0.bytes) })
        } catch {
            throw CodexClientError(error, method: method)
        }
    }

    private static func ask(
        _ transport: StdioTransport, _ method: String, _ params: JSONValue?, timeout: Duration,
        sent: (@Sendable (Int64) -> Void)? = nil
    ) async throws(CodexClientError) -> JSONValue {
        let answer: Answer
        do throws(TransportError) {
            answer = try await transport.request(
                method, params: params.map { .raw($0.bytes) }, timeout: timeout, sent: sent)
        } catch {
            throw CodexClientError(error, method: method, standardErrorTail: await transport.standardErrorTail)
        }
        switch answer {
        case .result(let bytes):
            do throws(CodexProtocolError) {
                return try JSONValue(parsing: bytes)
            } catch {
                throw .unreadable(error, bytes, method: method)
            }
        case .error(let bytes): throw CodexClientError(refusal: bytes, method: method)
        }
    }

    // MARK: What it says unasked

    /// All notifications from now on, for one reader; each sequence gets each. Dropped, it is over.
    public func events(_ options: StreamOptions = StreamOptions()) -> Events { Events(hub.listen(options)) }

    // MARK: The end

    /// The id of the process; nil after its end.
    public var processID: Int32? { get async { await transport.pid } }
    /// Whether the process is there.
    public var isRunning: Bool { get async { await transport.isRunning } }
    /// The last of stderr, 16 KiB at most.
    public var lastStandardError: String { get async { await transport.standardErrorTail } }
    /// How it ended; nil while it has not.
    public var exit: CodexExit? { get async { await transport.processEnd.map(CodexExit.init) } }

    /// Waits for the process's end; nil when `timeout` has passed, or when the task is cancelled.
    public func wait(within timeout: Duration) async -> CodexExit? {
        await transport.awaitEnd(within: timeout).map(CodexExit.init)
    }

    /// Ends it in order: calls in flight are cancelled, its input is closed, then SIGTERM, then SIGKILL.
    ///
    /// The calls first, since at the end of its input the server still finishes its turns; and once a turn was aborted it does
    /// not end at all by that, so SIGTERM follows soon (both measured on 0.149.0).
    ///
    /// - Parameter timeout: nil for `Options.shutdownTimeout`. What lives longer is killed, and `shutdownTimedOut` thrown.
    @discardableResult
    public func shutdown(within timeout: Duration? = nil) async throws(CodexClientError) -> CodexExit? {
        let hadUnansweredCalls = hub.hasUnansweredCalls
        await transport.giveUpAll()
        hub.denyAll()
        await transport.closeInput()
        if hadUnansweredCalls, await transport.awaitEnd(within: Self.brokenGrace) == nil {
            await transport.signal(SIGTERM)
        }
        do throws(TransportError) {
            return try await transport.stop(within: timeout ?? options.shutdownTimeout).map(CodexExit.init)
        } catch {
            throw CodexClientError(error, standardErrorTail: await transport.standardErrorTail)
        }
    }

    /// How long a server with an aborted turn may take to end by the end of its input.
    private static let brokenGrace: Duration = .seconds(1)

    /// SIGKILL, to it and to what it has started.
    public func kill() async { await transport.kill() }
}

extension CodexClientError {
    fileprivate static func noObject(_ result: JSONValue, method: String) -> CodexClientError {
        var error = CodexClientError(.invalidResponse, "a result of another shape", method: method)
        error.rawLine = result.description
        error.mayHaveBeenTaken = true
        return error
    }
}
