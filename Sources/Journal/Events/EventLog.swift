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
    private let isFirstEpoch: Bool
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
        _ path: String, epoch: UInt64, isFirstEpoch: Bool, retention: EventRetention, on loop: EventLoop, log: Log,
        pauses: (first: Duration, last: Duration)
    ) {
        self.path = path
        self.epoch = epoch
        self.isFirstEpoch = isFirstEpoch
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
    ///   - isFirstEpoch: There has been nothing before: a file that is missing has not been lost.
    ///   - firstPause: Before a disk that refused is tried again; it doubles up to `lastPause`.
    package static func open(
        _ path: String, epoch: UInt64, isFirstEpoch: Bool, retention: EventRetention = EventRetention(),
        on loop: EventLoop, log: Log, firstPause: Duration = .milliseconds(250), lastPause: Duration = .seconds(15)
    ) throws(JournalError) -> EventLog {
        let events = EventLog(
            path, epoch: epoch, isFirstEpoch: isFirstEpoch, retention: retention, on: loop, log: log,
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
        waiting.withLock { waiting in
            waiting.work.miss(EventCursor(epoch: epoch, seq: seq))
            waiting.counters.missed += 1
        }
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
        waiting.withLock { $0.isClosing = true }
        wake.signal()
        _ = closed.wait(timeout: .now() + .nanoseconds(Int(limit.clampedNanoseconds)))
    }

    // MARK: The thread

    private func run() {
        defer { closed.signal() }
        var thread = EventLogThread(path: path, epoch: epoch, isFirstEpoch: isFirstEpoch, log: log)
        do throws(JournalError) {
            try thread.open()
        } catch {
            if error.code == .newer {
                opening.withLock { $0 = error }
                opened.signal()
                return
            }
            note(error)
            thread.complain(error)
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
                    settle(stored: count, through: work.events.last?.header.seq, kept: thread.keptBytes)
                    work.holes = []
                }
            } catch {
                pause = isFailing ? min(pause * 2, pauses.last) : pauses.first
                retryAt = MonotonicClock().now.advanced(by: pause)
                miss(work.events, error)
                thread.complain(error)
            }
            putBack(work.holes)
            for barrier in work.barriers { barrier() }
            for read in work.reads { thread.begin(read) }
            for read in work.bodies { tell(read, thread.body(read)) }
            for (read, stored) in thread.readOn(unwritten: waiting.withLock { $0.work.holes }) {
                loop.execute { read.reply(stored) }
            }
            let damaged = thread.damaged
            waiting.withLock { $0.counters.damaged = damaged }
            if isClosing { return thread.failReads { read, stored in loop.execute { read.reply(stored) } } }
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

    private func settle(stored count: Int, through seq: UInt64?, kept: Int) {
        let onOutcome = waiting.withLock { waiting in
            waiting.counters.problem = nil
            waiting.counters.kept = kept
            if count > 0 {
                waiting.counters.written += count
                waiting.counters.transactions += 1
            }
            return waiting.onOutcome
        }
        if let seq, let onOutcome { loop.execute { onOutcome(.stored(through: seq)) } }
    }

    private func miss(_ events: [DurableEvent], _ error: JournalError) {
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
