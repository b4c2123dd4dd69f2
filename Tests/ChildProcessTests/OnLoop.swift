import ChildProcess
import EventLoop
import Glibc

/// Runs `body` on the loop and gives what it returned.
func on<T: Sendable>(_ loop: EventLoop, _ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        loop.execute { continuation.resume(with: Result { try body() }) }
    }
}

/// Starts a program as a supervisor does: tries again by the loop's timer.
///
/// `@unchecked Sendable`: used on its loop only, from the first call on.
final class RetryingStart: @unchecked Sendable {
    private let loop: EventLoop
    private let command: Command
    private let done: @Sendable (Result<ExitStatus, any Error>, Int) -> Void
    private var retry = SpawnRetry()

    init(
        _ command: Command, on loop: EventLoop, done: @escaping @Sendable (Result<ExitStatus, any Error>, Int) -> Void
    ) {
        self.command = command
        self.loop = loop
        self.done = done
    }

    func start() {
        do throws(SpawnError) {
            let child = try ChildProcess.spawn(command)
            done(Result { try child.awaitEnd() }, retry.retries)
        } catch {
            switch retry.failed(error) {
            case .retry(let pause): loop.schedule(after: pause) { self.start() }
            case .giveUp: done(.failure(error), retry.retries)
            }
        }
    }
}

/// Stops a child as a supervisor does: performs what the ladder orders.
///
/// `@unchecked Sendable`: used on its loop only, from the first call on.
final class LadderDriver: @unchecked Sendable {
    private let loop: EventLoop
    private let child: ChildProcess
    private let done: @Sendable (StopLadder.EndedBy?, ExitStatus?) -> Void
    private var ladder: StopLadder
    private var timer: TimerID?
    private var registration: Registration?

    init(
        _ child: ChildProcess, ladder: StopLadder, on loop: EventLoop,
        done: @escaping @Sendable (StopLadder.EndedBy?, ExitStatus?) -> Void
    ) throws {
        self.child = child
        self.ladder = ladder
        self.loop = loop
        self.done = done
        registration = try loop.watch(child.pidfd.rawValue, for: .read) { [self] _ in
            guard child.reap() != nil else { return }
            if let registration { loop.unwatch(registration) }
            perform(self.ladder.exited())
        }
    }

    func begin() { perform(ladder.begin()) }
    func hurry() { perform(ladder.hurry()) }

    private func perform(_ actions: [StopLadder.Action]) {
        for action in actions {
            switch action {
            case .closeStdin: child.stdin = nil
            case .signalGroup(let signals): for signal in signals { child.signalGroup(signal) }
            case .startTimer(let duration):
                timer = loop.schedule(after: duration) { self.perform(self.ladder.timerFired()) }
            case .cancelTimer: if let timer { loop.cancel(timer) }
            case .finished: done(ladder.endedBy, child.exitStatus)
            }
        }
    }
}
