private import Dispatch
private import EventLoop
private import Synchronization

/// Carries over what is in the log ahead of a database into its file, on a thread and a connection of its own: that waits
/// for the disk, and whoever writes need not.
///
/// It never makes the writer wait, and so can't begin the log anew. That does the writer, as soon as it finds all of the
/// log carried over.
final class Checkpointer: Sendable {
    private struct State {
        /// Asked for, or under way.
        var isWanted = false
        var isAwaited = false
        var isEnding = false
        var isOver = false
        /// Why the last one did not work; nil when it did.
        var problem: JournalError?
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let rested = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// How often it begins again since the writer has gone on meanwhile: each round is shorter, and unless there are very
    /// many events one finds nothing more. Then the log begins anew without the writer having had to wait.
    private static let rounds = 8

    /// Starts the thread. Without one all is the writer's to do.
    init(_ path: String) {
        do {
            try BackgroundThread.start("checkpoint") { self.run(path) }
        } catch {
            end(with: JournalError(.threadUnavailable, "the thread that carries events over: \(error)"))
        }
    }

    /// Why the last one did not work; nil when it did.
    var problem: JournalError? { state.withLock { $0.problem } }

    // MARK: From the writer

    /// Begins, unless it is at it.
    func begin() {
        let isIdle = state.withLock { state in
            guard !state.isOver, !state.isWanted else { return false }
            state.isWanted = true
            return true
        }
        if isIdle { wake.signal() }
    }

    /// Waits until it is not at it.
    func awaitRest() {
        let isAtIt = state.withLock { state in
            state.isAwaited = state.isWanted
            return state.isWanted
        }
        if isAtIt { rested.wait() }
    }

    /// Ends the thread, and waits until its connection is closed.
    func stop() {
        state.withLock { $0.isEnding = true }
        wake.signal()
        ended.wait()
    }

    // MARK: The thread

    private func run(_ path: String) {
        do throws(JournalError) {
            let database = try Database(path, isShared: true)
            try database.run("PRAGMA synchronous=NORMAL; PRAGMA mmap_size=0; PRAGMA wal_autocheckpoint=0")
            while true {
                wake.wait()
                guard !state.withLock({ $0.isEnding }) else { break }
                rest(after: carryOver(database))
            }
        } catch {
            return end(with: error)
        }
        end(with: nil)
    }

    private func carryOver(_ database: borrowing Database) -> JournalError? {
        do throws(JournalError) {
            var last = 0
            for _ in 0..<Self.rounds {
                let (frames, carried) = try database.checkpoint()
                if carried == frames, frames <= last { break }
                last = frames
            }
            return nil
        } catch {
            return error
        }
    }

    private func rest(after problem: JournalError?) {
        let isAwaited = state.withLock { state in
            state.problem = problem
            state.isWanted = false
            defer { state.isAwaited = false }
            return state.isAwaited
        }
        if isAwaited { rested.signal() }
    }

    private func end(with problem: JournalError?) {
        state.withLock { $0.isOver = true }
        rest(after: problem)
        ended.signal()
    }
}
