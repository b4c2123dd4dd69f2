internal import ChildProcess
internal import CodexConversation
internal import EventLoop
private import Glibc
private import JSONRPC
internal import Synchronization

/// The process behind an execution: its lines go into a mailbox, and it is held up when they are not read.
///
/// The actor is pinned to its loop. Callbacks come on the loop's thread, so they enter with `assumeIsolated`.
actor ExecProcess {
    /// What can be asked without waiting, from any thread.
    final class EndingBox: Sendable {
        private let state = Mutex<(pid: CInt, value: CodexExec.Ending?)>((0, nil))

        var pid: CInt { state.withLock { $0.pid } }
        var value: CodexExec.Ending? { state.withLock { $0.value } }

        fileprivate func set(pid: CInt) { state.withLock { $0.pid = pid } }
        fileprivate func set(_ ending: CodexExec.Ending) { state.withLock { $0.value = ending } }
    }

    nonisolated let ending = EndingBox()
    private let options: CodexExec.Options
    private let command: Command
    private let shared: SharedLoop
    // Its own bound is never reached: the process is held up before.
    private let mailbox = Mailbox<[UInt8]>(StreamOptions(capacity: .max, byteCapacity: .max)) { $0.count }
    private var unread: (lines: Int, bytes: Int) = (0, 0)
    private var process: LineProcess?
    private var tail = StderrTail()
    private var deadlineTimer: TimerID?
    private var reachedDeadline = false
    private var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    private var lastWaiter: UInt64 = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor { shared.loop.asUnownedSerialExecutor() }

    init(_ options: CodexExec.Options, prompt: String, on shared: SharedLoop) {
        self.options = options
        self.shared = shared
        command = options.command(prompt: prompt)
    }

    /// Whoever drops it kills the process: nobody could stop it any more.
    isolated deinit {
        if let deadlineTimer { shared.loop.cancel(deadlineTimer) }
        process?.release()
        mailbox.close()
    }

    // MARK: Start

    /// Spawns the program, again for a while when it fails for what passes.
    func start() async throws(TransportError) {
        var retry = SpawnRetry()
        while true {
            let failure: TransportError
            do throws(TransportError) {
                let process = try spawn()
                self.process = process
                ending.set(pid: process.pid)
                armDeadline()
                return
            } catch {
                failure = error
            }
            guard let spawn = failure.spawn, case .retry(let pause) = retry.failed(spawn) else { throw failure }
            await withCheckedContinuation { continuation in
                _ = shared.loop.schedule(after: pause) { continuation.resume() }
            }
            if Task.isCancelled { throw TransportError(.cancelled, "while it was being started") }
        }
    }

    private func spawn() throws(TransportError) -> LineProcess {
        // All are called on the loop, where this actor runs.
        let handlers = LineProcess.Handlers(
            line: { [weak self] line in
                let bytes = line.copy
                self?.assumeIsolated { $0.take(bytes) }
            },
            standardError: { [weak self] bytes in
                let bytes = [UInt8](bytes)
                self?.assumeIsolated { $0.takeError(bytes) }
            },
            writable: {},
            ended: { [weak self] end in self?.assumeIsolated { $0.takeEnd(end) } })
        return try LineProcess(
            command, on: shared, lineLimit: options.lineLimit,
            stop: StopLadder.Durations(endOfFile: options.interruptGrace, terminate: options.terminateGrace), handlers)
    }

    private func armDeadline() {
        guard let deadline = options.deadline else { return }
        deadlineTimer = shared.loop.schedule(after: deadline) { [weak self] in
            self?.assumeIsolated {
                $0.reachedDeadline = true
                $0.stop()
            }
        }
    }

    // MARK: What it says

    private func take(_ line: [UInt8]) {
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return }
        unread = (unread.lines + 1, unread.bytes + line.count)
        mailbox.push(line)
        if unread.lines >= options.eventCapacity || unread.bytes >= options.eventByteCapacity { process?.pauseOutput() }
    }

    private func takeError(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { _ = tail.append($0, second: 0) }
        options.standardError?(bytes)
    }

    private func takeEnd(_ end: ProcessEnd) {
        process = nil
        if let deadlineTimer { shared.loop.cancel(deadlineTimer) }
        ending.set(
            CodexExec.Ending(
                exit: CodexExit(end), standardErrorTail: tail.text, reachedDeadline: reachedDeadline))
        mailbox.finish()
        let waiting = waiters
        waiters = [:]
        for waiter in waiting.values { waiter.resume() }
    }

    nonisolated func next() async -> [UInt8]? {
        // All it throws here is that the task was cancelled, which ends a sequence that can't fail.
        let delivery: Mailbox<[UInt8]>.Delivery?
        do { delivery = try await mailbox.next() } catch { delivery = nil }
        guard case .element(let line)? = delivery else { return nil }
        perform { $0.wasRead(line.count) }
        return line
    }

    private func wasRead(_ bytes: Int) {
        unread = (unread.lines - 1, unread.bytes - bytes)
        if unread.lines <= options.eventCapacity / 2 && unread.bytes <= options.eventByteCapacity / 2 {
            process?.resumeOutput()
        }
    }

    // MARK: The end

    /// Runs `body` on the loop, after what was asked for before.
    nonisolated func perform(_ body: @escaping @Sendable (isolated ExecProcess) -> Void) {
        shared.loop.execute { self.assumeIsolated(body) }  // on the loop
    }

    func signal(_ signal: CInt) { process?.signal(signal) }

    func stop() {
        signal(SIGINT)
        process?.stop()
    }

    func awaitEnd(within timeout: Duration?) async -> CodexExec.Ending? {
        guard process != nil else { return ending.value }
        lastWaiter += 1
        let token = lastWaiter
        let timer = timeout.map { timeout in
            shared.loop.schedule(after: timeout) { [weak self] in self?.assumeIsolated { $0.giveUp(token) } }
        }
        defer { if let timer { shared.loop.cancel(timer) } }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters[token] = $0 }
        } onCancel: {
            // A job of its own on the loop: it comes after the waiter was entered.
            perform { $0.giveUp(token) }
        }
        return ending.value
    }

    private func giveUp(_ token: UInt64) { waiters.removeValue(forKey: token)?.resume() }
}
