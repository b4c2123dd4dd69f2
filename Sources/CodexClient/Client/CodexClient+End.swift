import CodexProtocol
import EventLoop
import JSONRPC

extension CodexClient {
    /// codex's process; nil when there is none any more.
    public nonisolated var processID: Int32? { get async { await transport.pid } }

    /// Whether codex's process lives.
    public nonisolated var isRunning: Bool { get async { await transport.isRunning } }

    /// How codex ended; nil while it has not.
    public nonisolated var exit: CodexExit? { get async { await transport.processEnd.map(CodexExit.init) } }

    /// The last of stderr, 16 KiB at most.
    public nonisolated var lastStandardError: String { get async { await transport.standardErrorTail } }

    /// Ends codex: end of its input first, which it drains on, SIGTERM and SIGKILL for what ignores that, its whole process
    /// group. Requests in flight may still be answered; new ones are refused. Again is no error.
    ///
    /// Throws `shutdownTimedOut` when it lives longer than `Timeouts.shutdown`, and `cancelled` when the task was: it is killed
    /// then.
    @discardableResult
    public nonisolated func shutdown() async throws(CodexClientError) -> CodexExit {
        do throws(TransportError) {
            guard let end = try await transport.stop(within: options.timeouts.shutdown) else {
                throw TransportError(.notRunning)
            }
            return CodexExit(end)
        } catch {
            throw CodexClientError(error)
        }
    }

    /// Kills codex and what it has started, at once.
    public nonisolated func kill() async { await transport.kill() }

    /// Waits for codex's end. Throws `deadline`, or `cancelled` when the task was.
    public nonisolated func waitForExit(timeout: Duration) async throws(CodexClientError) -> CodexExit {
        if let end = await transport.awaitEnd(within: timeout) { return CodexExit(end) }
        throw CodexClientError(Task.isCancelled ? .cancelled : .deadline, "codex is still running")
    }

    /// Each line of stderr from the start on, for one reader; the options must say `lines`. Throws
    /// `standardErrorNotAvailable`, also the second time.
    public func takeStandardError() throws(CodexClientError) -> StandardErrorStream {
        guard case .lines = options.standardError, !isStandardErrorTaken else {
            throw CodexClientError(.standardErrorNotAvailable)
        }
        isStandardErrorTaken = true
        return StandardErrorStream(mailbox: standardErrorMailbox)
    }

    func take(standardError bytes: [UInt8]) {
        let second = shared.loop.clock.now.nanoseconds / 1_000_000_000
        switch options.standardError {
        case .discard: break
        case .log(let log):
            for line in bytes.withUnsafeBytes({ standardErrorTail.append($0, second: second) }) { log(line) }
        case .lines:
            for line in bytes.withUnsafeBytes({ standardErrorTail.append($0, second: second, linesPerSecond: .max) }) {
                if case .taken(let dropped) = standardErrorMailbox.push(line) { tallies.dropped += dropped.count }
            }
        }
    }

    /// What has come, and what went wrong, since the start.
    public var counters: CodexCounters {
        // The transport's loop is this actor's.
        let (inFlight, queued) = transport.assumeIsolated { ($0.inFlightCount, $0.queuedCount) }
        return CodexCounters(
            requestsInFlight: inFlight, requestsQueued: queued, notifications: tallies.notifications,
            serverRequests: tallies.serverRequests, openServerRequests: book.count,
            unhandledServerRequests: tallies.unhandled, expiredServerRequests: tallies.expired,
            withdrawnServerRequests: tallies.withdrawn, unreadableLines: tallies.unreadable, dropped: tallies.dropped)
    }
}

extension CodexClient.StandardErrorHandling {
    var bound: StreamOptions {
        switch self {
        case .discard, .log: StreamOptions(capacity: 1)
        case .lines(let capacity): StreamOptions(capacity: capacity)
        }
    }
}
