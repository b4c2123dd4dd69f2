import CodexConversation
package import ChildProcess
import EventLoop
private import Glibc
package import JSONRPC

/// One conversation with one process over its stdio: any number of requests in flight, each with a deadline.
///
/// The actor is pinned to its loop. Callbacks come on the loop's thread, so they enter with `assumeIsolated`.
package actor StdioTransport {
    package struct Options: Sendable {
        package var command: Command
        package var dialect = Dialect.appServer
        /// For what passes within the second, as a binary that is being replaced (ETXTBSY).
        package var retry = SpawnRetry()
        package var stop = StopLadder.Durations()
        /// Bytes a line may have; a longer one ends the process.
        package var lineLimit = 64 << 20
        /// Requests with the other side at once, and how many more wait behind them.
        package var window = 64
        package var queueLimit = 256
        /// Called on the loop with what comes on stderr, as it comes; it is drained without one too.
        package var standardError: (@Sendable ([UInt8]) -> Void)?
        /// Called on the loop with each line of both ways, newline not counted.
        package var mirror: (@Sendable (MirroredLine) -> Void)?

        /// Called on the loop with an answer for which nobody waits.
        package var unclaimed: (@Sendable (RequestID?, Answer) -> Void)?

        package init(command: Command) { self.command = command }
    }

    package nonisolated let options: Options
    let shared: SharedLoop
    let receive: @Sendable (IncomingMessage) -> Void
    let deadlines: DeadlineTimer
    var process: LineProcess?
    var conversation: Conversation<UInt64>
    var waiters: [UInt64: CheckedContinuation<Result<Answer, TransportError>, Never>] = [:]
    var sentHandlers: [UInt64: @Sendable (Int64) -> Void] = [:]
    var lastToken: UInt64 = 0
    var tail = StderrTail()
    var end: ProcessEnd?
    var isStopping = false
    var endWaiters: [UInt64: CheckedContinuation<ProcessEnd?, Never>] = [:]

    package nonisolated var unownedExecutor: UnownedSerialExecutor { shared.loop.asUnownedSerialExecutor() }

    /// - Parameter receive: called on the loop, in the order of the lines, with what is no answer; it must not block.
    package init(
        _ options: Options, on shared: SharedLoop, receive: @escaping @Sendable (IncomingMessage) -> Void
    ) {
        self.options = options
        self.shared = shared
        self.receive = receive
        deadlines = DeadlineTimer(on: shared.loop)
        conversation = Conversation(window: options.window, queueLimit: options.queueLimit)
    }

    /// Whoever drops it ends the process: nobody could stop it any more.
    isolated deinit {
        deadlines.disarm()
        process?.release()
    }

    var now: MonotonicInstant { shared.loop.clock.now }

    // MARK: State

    /// Nil before `start` and after the end.
    package var pid: CInt? { isRunning ? process?.pid : nil }
    package var isRunning: Bool { process?.isRunning ?? false }
    /// How it ended; nil while it has not.
    package var processEnd: ProcessEnd? { end }
    /// The last 16 KiB of stderr at most.
    package var standardErrorTail: String { tail.text }
    package var inFlightCount: Int { conversation.inFlightCount }
    package var queuedCount: Int { conversation.queuedCount }

    /// How often the spawn was tried again.
    package private(set) var spawnRetries = 0

    // MARK: Start

    /// Spawns the program, again for a while when it fails for what passes; once only.
    package func start() async throws(TransportError) {
        guard process == nil, end == nil, !isStopping else { throw TransportError(.notRunning, "started already") }
        var retry = options.retry
        while true {
            let failure: TransportError
            do throws(TransportError) {
                process = try spawn()
                return
            } catch {
                failure = error
            }
            guard let spawn = failure.spawn, case .retry(let pause) = retry.failed(spawn) else { throw failure }
            spawnRetries = retry.retries
            await self.pause(pause)
            if Task.isCancelled || isStopping { throw TransportError(.cancelled, "while it was being started") }
        }
    }

    private func pause(_ duration: Duration) async {
        await withCheckedContinuation { continuation in
            _ = shared.loop.schedule(after: duration) { continuation.resume() }
        }
    }

    private func spawn() throws(TransportError) -> LineProcess {
        // All four are called on the loop, where this actor runs.
        let handlers = LineProcess.Handlers(
            line: { [weak self] line in self?.assumeIsolated { $0.take(line) } },
            standardError: { [weak self] bytes in
                let bytes = [UInt8](bytes)
                self?.assumeIsolated { $0.takeError(bytes) }
            },
            writable: { [weak self] in self?.assumeIsolated { $0.flush() } },
            ended: { [weak self] end in self?.assumeIsolated { $0.takeEnd(end) } })
        return try LineProcess(
            options.command, on: shared, lineLimit: options.lineLimit, stop: options.stop, handlers)
    }
}
