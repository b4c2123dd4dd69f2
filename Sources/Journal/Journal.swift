private import Dispatch
package import Diagnostics
package import EventLoop
private import Synchronization

/// What outlives the daemon, in SQLite on a thread of its own: whoever writes an entry never waits for the disk.
///
/// What waits is written in one transaction. When the disk refuses, that is logged and counted, callers are answered all
/// the same, and the entries are tried again.
package final class Journal: Sendable {
    /// How it treats a disk that refuses, and a writer that is too fast for it.
    package struct Limits: Sendable {
        /// Entries that may wait.
        package var queue: Int
        /// The first pause before another try, which doubles up to the last.
        package var firstPause: Duration
        package var lastPause: Duration

        package init(
            queue: Int = 100_000, firstPause: Duration = .milliseconds(250), lastPause: Duration = .seconds(15)
        ) {
            self.queue = queue
            self.firstPause = firstPause
            self.lastPause = lastPause
        }
    }

    /// A key that is to be written down before its command is carried out.
    private struct Beginning {
        let record: KeyRecord
        let done: @Sendable (KeyWrite) -> Void
    }

    private struct Waiting {
        var queue: JournalQueue
        var callbacks: [@Sendable (Bool) -> Void] = []
        var beginnings: [Beginning] = []
        var reads = LedgerReads()
        var counters = JournalCounters()
        var isClosing = false
        var onLoss: (@Sendable () -> Void)?
    }

    private let file: JournalFile
    private let loop: EventLoop
    private let log: Log
    private let limits: Limits
    private let waiting: Mutex<Waiting>
    private let work = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)
    private let opening = Mutex<Result<JournalContents, JournalError>?>(nil)
    private let closed = DispatchSemaphore(value: 0)

    /// How long a key is kept at least, in milliseconds.
    package static let keyAge: Int64 = 24 * 60 * 60 * 1_000
    /// Keys that may wait to be written.
    private static let beginningLimit = 10_000

    /// How often a disk that goes on refusing is complained about.
    private static let complaintPause = Duration.seconds(60)

    private init(_ path: String, on loop: EventLoop, log: Log, limits: Limits) {
        file = JournalFile(path: path)
        self.loop = loop
        self.log = log
        self.limits = limits
        waiting = Mutex(Waiting(queue: JournalQueue(limit: limits.queue)))
    }

    /// Opens the journal, and waits for that; callbacks are called on `loop`.
    ///
    /// A damaged or foreign file is set aside. A disk that refuses is an alarm: then there are no contents. Throws when a
    /// newer Bosun has written the file, or the thread can't be started.
    package static func open(
        _ path: String, on loop: EventLoop, log: Log, limits: Limits = Limits()
    ) throws(JournalError) -> (journal: Journal, contents: JournalContents) {
        let journal = Journal(path, on: loop, log: log, limits: limits)
        do {
            try BackgroundThread.start("journal") { journal.run() }
        } catch {
            throw JournalError(.threadUnavailable, "the journal's thread: \(error)")
        }
        journal.opened.wait()
        let outcome = journal.opening.withLock { $0 } ?? .success(JournalContents())
        return (journal, try outcome.get())
    }

    /// Writes the entries, in their order, some time soon. From any thread.
    ///
    /// - Parameter committed: called once, on the loop, when they and all before them are on disk, or can't be for now.
    package func write(_ entries: [JournalEntry], committed: (@Sendable () -> Void)? = nil) {
        guard let committed else { return add(entries, settled: nil) }
        add(entries) { _ in committed() }
    }

    /// The same, and `settled` is told whether they are on disk.
    package func write(_ entries: [JournalEntry], settled: @escaping @Sendable (_ isWritten: Bool) -> Void) {
        add(entries, settled: settled)
    }

    private func add(_ entries: [JournalEntry], settled: (@Sendable (Bool) -> Void)?) {
        let isRefusing = waiting.withLock { waiting in
            waiting.queue.add(entries)
            waiting.counters.dropped = waiting.queue.dropped
            let isRefusing = waiting.counters.problem != nil || waiting.isClosing
            if let settled, !isRefusing { waiting.callbacks.append(settled) }
            return isRefusing
        }
        if isRefusing, let settled { loop.execute { settled(false) } }
        work.signal()
    }

    /// Writes a key down, and says on the loop what came of it. What is refused is not written later either. From any thread.
    package func begin(_ record: KeyRecord, _ done: @escaping @Sendable (KeyWrite) -> Void) {
        let refusal = waiting.withLock { waiting -> String? in
            if waiting.isClosing { return "the journal is closed" }
            if let problem = waiting.counters.problem { return problem }
            guard waiting.beginnings.count < Self.beginningLimit else { return "too many keys wait to be written" }
            waiting.beginnings.append(Beginning(record: record, done: done))
            return nil
        }
        if let refusal { return loop.execute { done(.refused(refusal)) } }
        work.signal()
    }

    /// Reads lines of the approvals' ledger, what was written before included; `reply` is called on the loop. From any
    /// thread.
    package func read(
        _ query: LedgerQuery, _ reply: @escaping @Sendable (Result<[LedgerRecord], JournalError>) -> Void
    ) {
        let isTaken = waiting.withLock { waiting in
            waiting.counters.problem == nil && !waiting.isClosing
                && waiting.reads.add(LedgerRead(query: query, reply: reply))
        }
        guard isTaken else { return loop.execute { reply(.failure(Self.unreadable)) } }
        work.signal()
    }

    private static let unreadable = JournalError(.unavailable, "the journal can't be read now")

    /// `body` is called on the loop when entries were lost and the disk takes some again: then all is to be written anew.
    package func onLoss(_ body: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.onLoss = body }
    }

    package var counters: JournalCounters {
        waiting.withLock { waiting in
            var counters = waiting.counters
            counters.waiting = waiting.queue.entries.count
            return counters
        }
    }

    /// Writes what waits, and ends the thread; waits for that for `limit` at most.
    package func close(within limit: Duration = .seconds(2)) {
        waiting.withLock { $0.isClosing = true }
        work.signal()
        _ = closed.wait(timeout: .now() + .nanoseconds(Int(limit.clampedNanoseconds)))
    }

    // MARK: The thread

    private func run() {
        defer { closed.signal() }
        var store: JournalStore?
        var pause = limits.firstPause
        var complainAt: MonotonicInstant?
        do throws(JournalError) {
            let open = try openFile()
            opening.withLock { $0 = .success(open.contents) }
            store = open.store
        } catch {
            guard error.code != .newer else {
                opening.withLock { $0 = .failure(error) }
                opened.signal()
                return
            }
            complain(error, &complainAt)
            opening.withLock { $0 = .success(JournalContents()) }
        }
        opened.signal()
        while true {
            let isFailing = waiting.withLock { $0.counters.problem != nil }
            if isFailing {
                // Entries that come meanwhile must not shorten the pause, only the end does.
                let end = MonotonicClock().now.advanced(by: pause)
                while !waiting.withLock({ $0.isClosing }), MonotonicClock().now < end {
                    let left = MonotonicClock().now.duration(to: end)
                    _ = work.wait(timeout: .now() + .nanoseconds(Int(left.clampedNanoseconds)))
                }
                pause = min(pause * 2, limits.lastPause)
            } else {
                work.wait()
            }
            let isClosing = waiting.withLock { $0.isClosing }
            do throws(JournalError) {
                if store == nil {
                    let open = try openFile()
                    store = open.store
                }
                if let error = writeWaiting(&store) { throw error }
                answerRead(store)
                if isFailing {
                    log.info("the journal is written again", ["path": file.path])
                    pause = limits.firstPause
                    complainAt = nil
                }
            } catch {
                complain(error, &complainAt)
            }
            if isClosing { return refuseReads() }
        }
    }

    /// One question a turn: what is to be written meanwhile comes before the next.
    private func answerRead(_ store: borrowing JournalStore?) {
        let (next, isMore) = waiting.withLock { ($0.reads.next(), !$0.reads.isEmpty) }
        guard let next else { return }
        let outcome: Result<[LedgerRecord], JournalError>
        do throws(JournalError) {
            outcome = .success(try store?.lines(next.query) ?? [])
        } catch {
            outcome = .failure(error)
        }
        loop.execute { next.reply(outcome) }
        if isMore { work.signal() }
    }

    private func refuseReads() {
        for read in waiting.withLock({ $0.reads.takeAll() }) { loop.execute { read.reply(.failure(Self.unreadable)) } }
    }

    private func openFile() throws(JournalError) -> OpenJournal {
        try file.open { error, movedTo in
            log.error(
                "the journal could not be read and was set aside; threads of before are not resumed",
                ["path": file.path, "movedTo": movedTo, "reason": error.description])
        }
    }

    /// One transaction for whatever waits.
    private func writeWaiting(_ store: inout JournalStore?) -> JournalError? {
        let (entries, callbacks, beginnings) = waiting.withLock { waiting in
            defer {
                waiting.callbacks = []
                waiting.beginnings = []
            }
            return (waiting.queue.takeAll(), waiting.callbacks, waiting.beginnings)
        }
        var failure: JournalError?
        var writes: [KeyWrite] = []
        do throws(JournalError) {
            if !entries.isEmpty || !beginnings.isEmpty {
                writes = try store?.write(entries, beginning: beginnings.map(\.record), keptFor: Self.keyAge) ?? []
            }
        } catch {
            failure = error
        }
        settle(entries, failure)
        for (index, beginning) in beginnings.enumerated() {
            let write = index < writes.count ? writes[index] : .refused(failure?.description ?? "there is no file")
            loop.execute { beginning.done(write) }
        }
        if failure?.code == .damaged { store = nil }
        let isWritten = failure == nil
        for callback in callbacks { loop.execute { callback(isWritten) } }
        return failure
    }

    private func settle(_ entries: [JournalEntry], _ failure: JournalError?) {
        let onLoss = waiting.withLock { waiting -> (@Sendable () -> Void)? in
            switch failure?.code {
            case nil:
                waiting.counters.problem = nil
                if !entries.isEmpty {
                    waiting.counters.written += entries.count
                    waiting.counters.transactions += 1
                }
                return waiting.queue.takeLoss() ? waiting.onLoss : nil
            // Tried again they would be refused again, for ever; and a new file lacks what stood in the old one.
            case .rejected, .damaged: waiting.queue.lose(entries.count)
            default: waiting.queue.putBack(entries)
            }
            waiting.counters.dropped = waiting.queue.dropped
            return nil
        }
        if let onLoss { loop.execute(onLoss) }
    }

    private func complain(_ error: JournalError, _ complainAt: inout MonotonicInstant?) {
        let (callbacks, beginnings) = waiting.withLock { waiting in
            waiting.counters.problem = error.description
            waiting.counters.failures += 1
            defer {
                waiting.callbacks = []
                waiting.beginnings = []
            }
            return (waiting.callbacks, waiting.beginnings)
        }
        for callback in callbacks { loop.execute { callback(false) } }
        for beginning in beginnings { loop.execute { beginning.done(.refused(error.description)) } }
        refuseReads()
        let now = MonotonicClock().now
        guard complainAt.map({ $0 <= now }) ?? true else { return }
        complainAt = now.advanced(by: Self.complaintPause)
        log.error(
            "the journal can't be written: what happens now does not outlive the daemon",
            ["path": file.path, "reason": error.description])
    }
}
