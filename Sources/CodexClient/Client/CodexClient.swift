public import CodexProtocol
import EventLoop
import JSONRPC
private import Synchronization

/// One conversation with one `codex app-server` over stdio, with any number of requests in flight.
///
/// `start` gives one that is ready. Everything has a deadline (`Timeouts`), every queue a bound. Dropped, it kills its codex;
/// `shutdown()` is the kinder way. All clients of a process share one thread, so callbacks that run on it must not block.
public actor CodexClient {
    /// What it was started with.
    public nonisolated let options: Options
    nonisolated let transport: StdioTransport
    nonisolated let shared: SharedLoop
    /// The client's own messages; nil when the options have none.
    nonisolated let ownReader: MessageReader?
    nonisolated let standardErrorMailbox: Mailbox<String>

    var subscriptions: [UInt64: Subscription] = [:]
    var hooks: [HookEntry] = []
    var hookLoop: HookLoop?
    var hookTasks: [RequestID: Task<ApprovalAnswer?, Never>] = [:]
    var book = ServerRequestBook()
    let bookTimer: DeadlineTimer
    /// What a turn's reader has besides, by its mailbox.
    var leases: [ObjectIdentifier: TurnLease] = [:]
    /// How many sessions a thread has here.
    var sessionThreads: [String: Int] = [:]
    var tallies = Tallies()
    var lastNumber: UInt64 = 0
    var hasEnded = false
    var isStandardErrorTaken = false
    var standardErrorTail = StderrTail()
    /// What `initialize` was answered; nil before.
    public internal(set) var initializeResponse: InitializeResponse?
    /// codex's version; nil before `initialize`, and when its user agent names none.
    public internal(set) var version: CodexVersion?

    /// The thread that all clients of a process share.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { shared.loop.asUnownedSerialExecutor() }

    /// What is counted beside what the parts count themselves.
    struct Tallies {
        var notifications = 0
        var serverRequests = 0
        var unreadable = 0
        var dropped = 0
        var unhandled = 0
        var expired = 0
        var withdrawn = 0
    }

    /// Who is told of messages.
    struct Subscription {
        let mailbox: Mailbox<HeldMessage>
        /// Nil for those of all threads, and of none.
        let threadID: String?
        let takesRequests: Bool
        /// False for those who wait for results only.
        let wantsDeltas: Bool
        let isOwn: Bool
    }

    /// What ends with the reading of a turn.
    struct TurnLease {
        var timer: TimerID?
        var hooks: HookID?
    }

    struct HookEntry {
        let id: HookID
        /// Nil for those of all threads.
        let threadID: String?
        let hooks: CodexHooks
    }

    /// A way to a client that does not keep it.
    struct Reference: Sendable {
        weak let client: CodexClient?
    }

    private init(
        _ options: Options, _ transport: StdioTransport, on shared: SharedLoop, _ own: Mailbox<HeldMessage>?,
        _ standardError: Mailbox<String>
    ) {
        self.options = options
        self.transport = transport
        self.shared = shared
        standardErrorMailbox = standardError
        bookTimer = DeadlineTimer(on: shared.loop)
        // The reader belongs to the client, so it can't ask for it: it is given at each call.
        ownReader = own.map { MessageReader($0, Reference(client: nil)) }
    }

    isolated deinit {
        for subscription in subscriptions.values { subscription.mailbox.finish() }
        for lease in leases.values { lease.timer.map { shared.loop.cancel($0) } }
        bookTimer.disarm()
        hookLoop?.end()
        standardErrorMailbox.finish()
    }

    nonisolated var reference: Reference { Reference(client: self) }

    func nextNumber() -> UInt64 {
        lastNumber += 1
        return lastNumber
    }

    // MARK: Start

    /// Starts codex, checks its version, and initializes the conversation.
    ///
    /// Throws `spawnFailed`, `deadline`, `processEnded`, `refused`, `invalidUserAgent` or `incompatibleVersion`; then codex
    /// has been shut down, and when that failed too the error's `shutdownFailure` says so.
    public static func start(_ options: Options = Options()) async throws(CodexClientError) -> CodexClient {
        let client = try await spawn(options)
        do throws(CodexClientError) {
            try await client.initialize()
            return client
        } catch {
            var failure = error
            do throws(CodexClientError) { try await client.shutdown() } catch { failure.shutdownFailure = error }
            throw failure
        }
    }

    /// Starts codex and says nothing yet: `initialize` is the first request it takes.
    ///
    /// A binary that is being replaced (ETXTBSY) is tried again within the second. Throws `spawnFailed` or `unavailable`.
    public static func spawn(_ options: Options = Options()) async throws(CodexClientError) -> CodexClient {
        let shared: SharedLoop
        do throws(EventLoopError) { shared = try SharedLoop.shared() } catch {
            throw CodexClientError(.unavailable, "\(error)")
        }
        let relay = Relay()
        var transportOptions = options.transport
        transportOptions.standardError = { relay.pass(standardError: $0) }
        let transport = StdioTransport(transportOptions, on: shared) { relay.pass($0) }
        let own = options.messages.map { Mailbox<HeldMessage>($0) { $0.byteCount } }
        let client = CodexClient(
            options, transport, on: shared, own, Mailbox(options.standardError.bound) { $0.utf8.count })
        relay.connect(client)
        await client.prepare(own)
        do throws(TransportError) { try await transport.start() } catch { throw CodexClientError(error) }
        return client
    }

    private func prepare(_ own: Mailbox<HeldMessage>?) {
        if let own, let options = options.messages {
            subscribe(own, threadID: nil, takesRequests: options.takesRequests, wantsDeltas: true, isOwn: true)
        }
        if let hooks = options.hooks { addHooks(hooks) }
    }

    /// Initializes the conversation and says `initialized`; `start` has done it.
    ///
    /// - Parameter params: nil for the options' client info and capabilities.
    ///
    /// Throws `refused` the second time (codex: "Already initialized"), `invalidUserAgent`, `incompatibleVersion`.
    @discardableResult
    public func initialize(_ params: InitializeParams? = nil) async throws(CodexClientError) -> InitializeResponse {
        let params =
            params
            ?? InitializeParams(capabilities: Presence(options.capabilities), clientInfo: options.clientInfo)
        let response = try await request(params, timeout: options.timeouts.startup)
        initializeResponse = response
        version = try options.versionGuard.check(
            userAgent: response.userAgent, clientName: params.clientInfo.name)
        try await notify(method: "initialized")
        return response
    }
}

/// Joins a transport, which is made first, to its client, which it must not keep.
private final class Relay: Sendable {
    private let reference = Mutex<CodexClient.Reference?>(nil)

    func connect(_ client: CodexClient) { reference.withLock { $0 = CodexClient.Reference(client: client) } }

    func pass(_ message: IncomingMessage) {
        // The transport calls on its loop, which is the client's too.
        client?.assumeIsolated { $0.take(message) }
    }

    func pass(standardError bytes: [UInt8]) {
        client?.assumeIsolated { $0.take(standardError: bytes) }  // on the loop, as above
    }

    private var client: CodexClient? { reference.withLock { $0?.client } }
}
