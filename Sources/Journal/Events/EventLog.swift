private import Dispatch
package import BusProtocol
package import Diagnostics
package import EventLoop
private import Synchronization

/// What went by, in SQLite on a thread of its own: events before they are published, and again for who asks for them.
///
/// What waits is written in one transaction. A disk that refuses is an alarm: then events are told to be missed, at once,
/// and nothing is taken until it works again. Replays are read between the transactions, a piece at a time.
package final class EventLog: Sendable {
    /// What became of the events up to a place, all in the order in which they were taken.
    package enum Outcome: Sendable, Hashable {
        case stored(through: UInt64)
        case missed(through: UInt64)
    }

    private struct Waiting {
        var work = EventLogWork()
        var counters = EventLogCounters()
        var isClosing = false
        var isIdle = false
        var onOutcome: (@Sendable (Outcome) -> Void)?
        /// The file tells all that is missing in it.
        var isWhole = false
        /// Events are published, whatever becomes of them.
        var isOutrun = false

        /// Whether the mark is to be taken away that says that the file is whole; others need not do it again.
        mutating func takeWhole() -> Bool {
            defer { isWhole = false }
            return isWhole
        }

        /// Whether the thread waits and is to be woken; others need not do it again.
        mutating func takeIdle() -> Bool {
            defer { isIdle = false }
            return isIdle
        }
    }

    private let path: String
    private let loop: EventLoop
    private let log: Log
    private let epoch: UInt64
    private let lastEpoch: UInt64
    private let mark: CompletenessMark
    /// Held while the mark is changed, so never by the loop.
    private let marking: Mutex<MarkKeeper>
    private let retention: Mutex<EventRetention>
    private let pauses: (first: Duration, last: Duration)
    private let waiting = Mutex(Waiting())
    private let wake = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)
    private let opening = Mutex<JournalError?>(nil)
    private let closed = DispatchSemaphore(value: 0)

    /// How often age is looked at when nothing is written.
    private static let sweepPause = Duration.seconds(60)

    private init(
        _ path: String, epoch: UInt64, lastEpoch: UInt64, mark: CompletenessMark, retention: EventRetention,
        on loop: EventLoop, log: Log,
        pauses: (first: Duration, last: Duration)
    ) {
        self.path = path
        self.epoch = epoch
        self.lastEpoch = lastEpoch
        self.mark = mark
        marking = Mutex(MarkKeeper(mark, epoch: epoch, log: log))
        self.retention = Mutex(retention)
        self.loop = loop
        self.log = log
        self.pauses = pauses
    }

    /// Opens the log, and waits for that; outcomes and replies are told on `loop`.
    ///
    /// A damaged or foreign file is set aside, and a disk that refuses is an alarm. Throws when a newer Bosun has written
    /// the file, or the thread can't be started.
    ///
    /// - Parameters:
    ///   - lastEpoch: The one before; 0 when there has been nothing before: a file that is missing has not been lost.
    ///   - mark: Tells the next daemon whether this one's events are whole when it is killed.
    ///   - firstPause: Before a disk that refused is tried again; it doubles up to `lastPause`.
    package static func open(
        _ path: String, epoch: UInt64, lastEpoch: UInt64, mark: CompletenessMark,
        retention: EventRetention = EventRetention(), on loop: EventLoop, log: Log,
        firstPause: Duration = .milliseconds(250), lastPause: Duration = .seconds(15)
    ) throws(JournalError) -> EventLog {
        let events = EventLog(
            path, epoch: epoch, lastEpoch: lastEpoch, mark: mark, retention: retention, on: loop, log: log,
            pauses: (firstPause, lastPause))
        do {
            try BackgroundThread.start("events") { events.run() }
        } catch {
            throw JournalError(.threadUnavailable, "the thread of the events: \(error)")
        }
        events.opened.wait()
        if let error = events.opening.withLock({ $0 }) { throw error }
        return events
    }

    // MARK: From the loop

    /// `body` is told on the loop what became of the events that were taken.
    package func onOutcome(_ body: @escaping @Sendable (Outcome) -> Void) {
        waiting.withLock { $0.onOutcome = body }
    }

    /// Takes an event to be written, in the order of `seq`. False when it can't: then the event has been missed.
    package func append(_ event: DurableEvent) -> Bool {
        let (isTaken, isIdle) = waiting.withLock { waiting in
            guard waiting.counters.problem == nil, !waiting.isClosing else {
                waiting.work.miss(EventCursor(epoch: event.header.epoch, seq: event.header.seq))
                waiting.counters.missed += 1
                return (false, false)
            }
            waiting.work.take(event)
            return (true, waiting.takeIdle())
        }
        if isIdle { wake.signal() }
        return isTaken
    }

    /// An event is published that nobody gave to the log.
    package func miss(seq: UInt64) {
        let isMarked = waiting.withLock { waiting in
            waiting.work.miss(EventCursor(epoch: epoch, seq: seq))
            waiting.counters.missed += 1
            return waiting.takeWhole()
        }
        if isMarked { unmark() }
    }

    /// Events are to be published of which it has not been told what became of them, until `caughtUp`; `ready` is called on
    /// the loop when the next daemon would know, were this one killed.
    package func outrun(_ ready: @escaping @Sendable () -> Void) {
        waiting.withLock { waiting in
            waiting.isOutrun = true
            waiting.isWhole = false
        }
        unmark { [loop] in loop.execute(ready) }
    }

    /// What became of all events that were taken has been told, and all that there are will be given again.
    package func caughtUp() {
        waiting.withLock { $0.isOutrun = false }
        // The mark is to be set, also when no event comes for long.
        ask { $0.barriers.append {} }
    }

    /// Reads what the query asks for behind its start, up to and with `end`; `reply` is called on the loop.
    package func read(
        _ query: ReplayQuery, through end: EventCursor, _ reply: @escaping @Sendable (StoredEvents) -> Void
    ) {
        ask { $0.reads.append(EventLogWork.Read(query: query, end: end, reply: reply)) }
    }

    /// Reads a piece of a large body; `reply` is called on the loop, with nil when it is not kept.
    package func readBody(
        of cursor: EventCursor, from offset: Int, count: Int, _ reply: @escaping @Sendable (BodyPiece?) -> Void
    ) {
        ask { $0.bodies.append(EventLogWork.BodyRead(cursor: cursor, offset: offset, count: count, reply: reply)) }
    }

    /// Keeps so much from now on.
    package func keep(_ retention: EventRetention) {
        self.retention.withLock { $0 = retention }
    }

    package var counters: EventLogCounters {
        waiting.withLock { waiting in
            var counters = waiting.counters
            counters.waiting = waiting.work.events.count
            return counters
        }
    }

    private func ask(_ body: (inout EventLogWork) -> Void) {
        let isIdle = waiting.withLock { waiting in
            body(&waiting.work)
            return waiting.takeIdle()
        }
        if isIdle { wake.signal() }
    }

    // MARK: From the outside

    /// Waits until what has been taken is written or missed, and the loop told so; for `limit` at most. Not on the loop.
    package func flush(within limit: Duration = .seconds(2)) {
        let done = DispatchSemaphore(value: 0)
        ask { [loop] in
            $0.barriers.append { loop.execute { done.signal() } }
        }
        _ = done.wait(timeout: .now() + .nanoseconds(Int(limit.clampedNanoseconds)))
    }

    /// Writes what waits, and ends the thread; waits for that for `limit` at most.
    package func close(within limit: Duration = .seconds(2)) {
        waiting.withLock { waiting in
            waiting.isClosing = true
            // Whatever was published has been given to it by now, or told to be missed.
            waiting.isOutrun = false
        }
        wake.signal()
        _ = closed.wait(timeout: .now() + .nanoseconds(Int(limit.clampedNanoseconds)))
    }

    // MARK: The thread

    private func run() {
        defer { closed.signal() }
        var thread = EventLogThread(path: path, epoch: epoch, lastEpoch: lastEpoch, mark: mark, log: log)
        do throws(JournalError) {
            try thread.open()
            waiting.withLock { $0.isWhole = true }
            updateMark(thread.ahead())
        } catch {
            if error.code == .newer {
                opening.withLock { $0 = error }
                opened.signal()
                return
            }
            note(error)
            thread.complain(error)
            nameNoMore()
        }
        opened.signal()
        var pause = pauses.first
        var retryAt = MonotonicClock().now.advanced(by: pause)
        while true {
            let isFailing = waiting.withLock { $0.counters.problem != nil }
            var (work, isClosing) = take(orWaitUntil: isFailing ? retryAt : nil, isReading: thread.isReading)
            do throws(JournalError) {
                let isDue = !isFailing || isClosing || retryAt <= MonotonicClock().now
                if isDue || !work.events.isEmpty {
                    let count = work.events.count
                    try thread.write(work.events, work.holes, retention.withLock { $0 })
                    if isFailing { log.info("events are kept again", ["path": path]) }
                    pause = pauses.first
                    let onOutcome = settle(stored: count, kept: thread.keptBytes)
                    // Before anybody publishes them: that they are here stands in it.
                    updateMark(thread.ahead())
                    if let seq = work.events.last?.header.seq, let onOutcome {
                        loop.execute { onOutcome(.stored(through: seq)) }
                    }
                    work.holes = []
                    thread.boundLog()
                }
            } catch {
                pause = isFailing ? min(pause * 2, pauses.last) : pauses.first
                retryAt = MonotonicClock().now.advanced(by: pause)
                miss(work.events, error)
                thread.complain(error)
            }
            putBack(work.holes)
            for barrier in work.barriers { barrier() }
            for read in work.reads { thread.begin(read, unwritten: waiting.withLock { $0.work.holes }) }
            for read in work.bodies { tell(read, thread.body(read)) }
            for (read, stored) in thread.readOn(unwritten: waiting.withLock { $0.work.holes }) {
                loop.execute { read.reply(stored) }
            }
            let damaged = thread.damaged
            waiting.withLock { $0.counters.damaged = damaged }
            if isClosing { end(&thread) }
            if isClosing { return thread.failReads { read, stored in loop.execute { read.reply(stored) } } }
        }
    }

    private func end(_ thread: inout EventLogThread) {
        guard waiting.withLock({ $0.isWhole }) else { return }
        do throws(JournalError) {
            try thread.end()
        } catch {
            thread.complain(error)
        }
    }

    // MARK: The mark

    /// Sets it, with how far the log ahead has come, or takes it away, as it is to be by now.
    private func updateMark(_ ahead: LogAhead) {
        marking.withLock { marking in
            if waiting.withLock({ $0.isWhole }) { marking.note(ahead) } else { marking.remove() }
        }
    }

    /// Takes it away if events are missing by now.
    private func updateMark() {
        marking.withLock { marking in
            if !waiting.withLock({ $0.isWhole }) { marking.remove() }
        }
    }

    /// Before it publishes anything.
    private func nameNoMore() {
        do throws(JournalError) {
            try mark.remove(epoch)
        } catch {
            log.error(
                "it can't be noted that events are missing: should the daemon be killed, a replay does not say so",
                ["reason": error.description])
        }
    }

    /// Removes the mark, which the loop must not wait for, nor can the log's own thread: its disk may hang. Calls `done`
    /// when that is done, or can't be.
    private func unmark(_ done: @escaping @Sendable () -> Void = {}) {
        do {
            try BackgroundThread.start("mark") {
                self.updateMark()
                done()
            }
        } catch {
            log.error("it can't be noted that events are missing", ["reason": "\(error)"])
            done()
        }
    }

    private func tell(_ read: EventLogWork.BodyRead, _ piece: BodyPiece?) {
        loop.execute { read.reply(piece) }
    }

    /// What waits, as soon as there is something.
    private func take(orWaitUntil retryAt: MonotonicInstant?, isReading: Bool) -> (EventLogWork, isClosing: Bool) {
        let clock = MonotonicClock()
        let end = clock.now.advanced(by: Self.sweepPause)
        while true {
            let taken = waiting.withLock { waiting -> (EventLogWork, Bool)? in
                let isDue = clock.now >= min(end, retryAt ?? end)
                guard waiting.work.isWanted || isReading || isDue || waiting.isClosing else {
                    waiting.isIdle = true
                    return nil
                }
                waiting.isIdle = false
                return (waiting.work.takeAll(), waiting.isClosing)
            }
            if let taken { return taken }
            let left = clock.now.duration(to: min(end, retryAt ?? end))
            _ = wake.wait(timeout: .now() + .nanoseconds(Int(max(left, .zero).clampedNanoseconds)))
        }
    }

    /// Gives who is to be told.
    private func settle(stored count: Int, kept: Int) -> (@Sendable (Outcome) -> Void)? {
        waiting.withLock { waiting in
            waiting.counters.problem = nil
            waiting.counters.kept = kept
            waiting.isWhole = !waiting.isOutrun && waiting.work.holes.isEmpty
            if count > 0 {
                waiting.counters.written += count
                waiting.counters.transactions += 1
            }
            return waiting.onOutcome
        }
    }

    private func miss(_ events: [DurableEvent], _ error: JournalError) {
        // Before anybody publishes them.
        waiting.withLock { $0.isWhole = false }
        updateMark()
        let (later, onOutcome) = waiting.withLock { waiting in
            // Whatever came meanwhile would wait for the next try.
            let later = waiting.work.events
            waiting.work.events = []
            for event in events + later {
                waiting.work.miss(EventCursor(epoch: event.header.epoch, seq: event.header.seq))
            }
            waiting.counters.missed += events.count + later.count
            waiting.counters.problem = error.description
            waiting.counters.failures += 1
            return (later, waiting.onOutcome)
        }
        guard let last = later.last ?? events.last, let onOutcome else { return }
        loop.execute { onOutcome(.missed(through: last.header.seq)) }
    }

    private func note(_ error: JournalError) {
        waiting.withLock { waiting in
            waiting.counters.problem = error.description
            waiting.counters.failures += 1
        }
    }

    private func putBack(_ holes: [EventHole]) {
        guard !holes.isEmpty else { return }
        waiting.withLock { $0.work.holes = holes + $0.work.holes }
    }
}
