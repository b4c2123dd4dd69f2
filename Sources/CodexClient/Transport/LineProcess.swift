import CodexConversation
package import ChildProcess
package import EventLoop
private import Glibc
package import JSONRPC

/// A child process that speaks in lines, on a loop: its output split, its stderr drained, its input written as it is taken,
/// and its end in steps.
///
/// Loop-confined: made, used and let go of on its loop only.
package final class LineProcess {
    /// What it tells its owner, on the loop.
    package struct Handlers {
        /// A line of stdout, newline not counted; gone when this returns.
        package var line: (borrowing Line) -> Void
        /// What came on stderr, as it came; gone when this returns.
        package var standardError: (UnsafeRawBufferPointer) -> Void
        /// Its input takes more again.
        package var writable: () -> Void
        /// Once, and last: it has ended and all it had written was told.
        package var ended: (ProcessEnd) -> Void

        package init(
            line: @escaping (borrowing Line) -> Void, standardError: @escaping (UnsafeRawBufferPointer) -> Void,
            writable: @escaping () -> Void, ended: @escaping (ProcessEnd) -> Void
        ) {
            self.line = line
            self.standardError = standardError
            self.writable = writable
            self.ended = ended
        }
    }

    /// Buffers read before another's turn on the loop.
    private static let readsInTurn = 4
    /// A pipe or socket holds less than this many buffers; a grandchild that goes on writing must not hold the loop.
    private static let readsAtExit = 64
    /// How long it may live on after it closed its output.
    private static let outputGrace: Duration = .seconds(2)

    package let pid: CInt
    private let shared: SharedLoop
    private let handlers: Handlers
    private let process: ChildProcess
    private let lines: LineBuffer
    private var ladder: StopLadder
    private var watches: [Watched: Registration] = [:]
    private var ladderTimer: TimerID?
    private var graceTimer: TimerID?
    private var failure: LineBufferError?
    private var isOutputPaused = false
    private var dropped = 0

    private enum Watched { case exit, stdin, stdout, stderr }

    /// Spawns it, one try, and watches it from now on.
    package init(
        _ command: Command, on shared: SharedLoop, lineLimit: Int, stop: StopLadder.Durations, _ handlers: Handlers
    ) throws(TransportError) {
        self.shared = shared
        self.handlers = handlers
        lines = LineBuffer(limit: lineLimit)
        ladder = StopLadder(durations: stop)
        do throws(SpawnError) { process = try ChildProcess.spawn(command) } catch { throw TransportError(spawn: error) }
        pid = process.pid
        do throws(EventLoopError) {
            try watch(.exit, process.pidfd.rawValue) { $0.readExit() }
            try watch(.stdout, process.stdout?.rawValue) { $0.readOutput() }
            try watch(.stderr, process.stderr?.rawValue) { $0.readErrors() }
        } catch {
            release()
            throw TransportError(.watchFailed, "\(error)")
        }
    }

    package var isRunning: Bool { process.exitStatus == nil }

    // MARK: Input

    /// Lends its input's end; nil when that is closed. After `wouldBlock`, `writable` comes.
    package func write(_ body: (borrowing FileDescriptor) -> FileDescriptor.Transfer) -> FileDescriptor.Transfer? {
        switch process.stdin {
        case .none: return nil
        case .some(let descriptor):
            let transfer = body(descriptor)
            switch transfer {
            case .bytes: unwatch(.stdin)
            case .wouldBlock: awaitWritable(descriptor.rawValue)
            case .end, .failed: unwatch(.stdin)
            }
            return transfer
        }
    }

    private func awaitWritable(_ descriptor: CInt) {
        guard watches[.stdin] == nil else { return }
        // Without the watch it would wait for ever: then its input is over, which is its end.
        do { try watch(.stdin, descriptor, for: .write) { $0.handlers.writable() } } catch { stop() }
    }

    package func closeInput() {
        unwatch(.stdin)
        process.stdin = nil
    }

    // MARK: Output

    private func readOutput() {
        for _ in 0..<Self.readsInTurn { guard readOnce() else { return } }
    }

    /// False when there is no more for now, or never.
    private func readOnce() -> Bool {
        let buffer = shared.reader.buffer
        switch buffer.withSpace({ space in process.stdout?.read(into: space) ?? .end }) {
        case .bytes(let count):
            do throws(LineBufferError) {
                try lines.append(count, of: buffer) { handlers.line($0) }
            } catch {
                // Where the next line begins can't be known, so nothing it says can be understood any more.
                failure = error
                closeOutput()
                stop()
                return false
            }
            return process.stdout?.rawValue != nil && !isOutputPaused
        case .wouldBlock:
            return false
        case .end, .failed:
            closeOutput()
            awaitExit()
            return false
        }
    }

    /// Leaves what it says in the kernel's buffer, where it waits in its write once that is full. What it had written when
    /// it ends is told all the same.
    package func pauseOutput() {
        isOutputPaused = true
        unwatch(.stdout)
    }

    package func resumeOutput() {
        guard isOutputPaused else { return }
        isOutputPaused = false
        // Without the watch nothing it says would be seen: then it has to end.
        do throws(EventLoopError) {
            try watch(.stdout, process.stdout?.rawValue) { $0.readOutput() }
        } catch {
            stop()
        }
    }

    /// It can say nothing any more: most end at once, and the others have to.
    private func awaitExit() {
        guard graceTimer == nil, isRunning else { return }
        graceTimer = shared.loop.schedule(after: Self.outputGrace) { [weak self] in self?.stop() }
    }

    private func closeOutput() {
        guard process.stdout?.rawValue != nil else { return }
        unwatch(.stdout)
        process.stdout = nil
        dropped += lines.close()
    }

    /// Always drained: who writes to a full pipe stands still.
    private func readErrors() {
        let buffer = shared.reader.buffer
        for _ in 0..<Self.readsInTurn {
            switch buffer.withSpace({ space in process.stderr?.read(into: space) ?? .end }) {
            case .bytes(let count):
                buffer.withSpace { handlers.standardError(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            case .wouldBlock:
                return
            case .end, .failed:
                return closeErrors()
            }
        }
    }

    private func closeErrors() {
        unwatch(.stderr)
        process.stderr = nil
    }

    // MARK: The end

    /// Ends it in steps: end of input, SIGTERM, SIGKILL.
    package func stop() { perform(ladder.begin()) }

    /// Kills its whole group at once.
    package func kill() { process.signalGroup(SIGKILL) }

    /// To the process group.
    package func signal(_ signal: CInt) { process.signalGroup(signal) }

    private func perform(_ actions: [StopLadder.Action]) {
        for action in actions {
            switch action {
            case .closeStdin: closeInput()
            case .signalGroup(let signals): for signal in signals { process.signalGroup(signal) }
            case .startTimer(let duration):
                ladderTimer = shared.loop.schedule(after: duration) { [weak self] in
                    guard let self else { return }
                    perform(ladder.timerFired())
                }
            case .cancelTimer:
                if let ladderTimer { shared.loop.cancel(ladderTimer) }
                ladderTimer = nil
            case .finished: break
            }
        }
    }

    /// The pidfd says that it has ended. What it wrote before comes first.
    private func readExit() {
        guard let status = process.reap() else { return }
        unwatch(.exit)
        isOutputPaused = false
        for _ in 0..<Self.readsAtExit where process.stdout?.rawValue != nil { guard readOnce() else { break } }
        readErrors()
        perform(ladder.exited())
        release()
        let endedBy = ladder.endedBy ?? .byItself
        handlers.ended(ProcessEnd(status: status, endedBy: endedBy, droppedBytes: dropped, failure: failure))
    }

    /// Lets go of everything; a process that still lives is killed when this object goes. A grandchild may hold the other
    /// ends open: unwatched first, or epoll would go on reporting them.
    package func release() {
        closeInput()
        closeOutput()
        closeErrors()
        unwatch(.exit)
        for timer in [graceTimer, ladderTimer].compactMap(\.self) { shared.loop.cancel(timer) }
        graceTimer = nil
        ladderTimer = nil
    }

    private func watch(
        _ watched: Watched, _ descriptor: CInt?, for interest: Interest = .read,
        _ body: @escaping (LineProcess) -> Void
    ) throws(EventLoopError) {
        guard let descriptor else { return }
        watches[watched] = try shared.loop.watch(descriptor, for: interest) { [weak self] _ in
            if let self { body(self) }
        }
    }

    private func unwatch(_ watched: Watched) {
        if let registration = watches.removeValue(forKey: watched) { shared.loop.unwatch(registration) }
    }
}
