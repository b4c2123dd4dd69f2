import BusProtocol
import Diagnostics
import EventLoop
import Journal
import Synchronization
import TestSupport

/// A log of events in a directory of its own; opened as often as wanted.
final class EventLogRig {
    let journal: JournalRig
    var path: String { "\(journal.directory.path)/events.db" }
    /// Where the mark is that says that what is kept is whole.
    var markPath: String { "\(journal.directory.path)/events.whole" }

    init() throws {
        journal = try JournalRig()
    }

    /// - Parameter lastEpoch: `epoch - 1` when nobody says.
    func open(
        epoch: UInt64 = 1, lastEpoch: UInt64? = nil, retention: EventRetention = EventRetention(), boot: String = "boot"
    ) throws(JournalError) -> EventLog {
        try EventLog.open(
            path, epoch: epoch, lastEpoch: lastEpoch ?? epoch - 1, mark: CompletenessMark(markPath, bootID: boot),
            retention: retention, on: journal.loop, log: journal.log,
            firstPause: .milliseconds(1), lastPause: .milliseconds(10))
    }

    /// An event of the topic `ev.<scope>.turn/started`.
    static func event(
        _ seq: UInt64, epoch: UInt64 = 1, scope: String = "t", at unixNanoseconds: UInt64? = nil, body: String? = nil,
        whole: [UInt8] = []
    ) -> DurableEvent {
        DurableEvent(
            topic: Array("ev.\(scope).turn/started".utf8),
            header: EventHeader(
                epoch: epoch, seq: seq, scopeSeq: seq, unixNanoseconds: unixNanoseconds ?? WallClock.unixNanoseconds),
            body: Array((body ?? #"{"n":\#(seq)}"#).utf8), wholeBody: whole)
    }
}

extension EventLog {
    /// Writes the events and waits until that is done; gives those that were taken.
    func writeAndWait(_ events: [DurableEvent]) -> [DurableEvent] {
        let taken = events.filter { append($0) }
        flush(within: .seconds(60))
        return taken
    }

    func readAndWait(_ query: ReplayQuery, through end: EventCursor) -> StoredEvents {
        let done = Latch()
        let result = Mutex<StoredEvents?>(nil)
        read(query, through: end) { stored in
            result.withLock { $0 = stored }
            done.open()
        }
        done.wait()
        return result.withLock { $0 } ?? StoredEvents(events: [], start: end, through: end, isTruncated: true)
    }

    /// All pages from there on.
    func everything(
        after start: EventCursor = EventCursor(epoch: 0, seq: 0), through end: EventCursor, filter: TopicFilter = .all,
        limit: Int = 1_000
    ) -> (events: [DurableEvent], isTruncated: Bool, pages: Int) {
        var events: [DurableEvent] = []
        var isTruncated = false
        var position = start
        var pages = 0
        repeat {
            let page = readAndWait(ReplayQuery(.after(position), filter: filter, limit: limit), through: end)
            events += page.events
            isTruncated = isTruncated || page.isTruncated
            guard page.through > position else { break }
            position = page.through
            pages += 1
        } while position < end
        return (events, isTruncated, pages)
    }

    func bodyAndWait(_ cursor: EventCursor, from offset: Int, count: Int) -> BodyPiece? {
        let done = Latch()
        let result = Mutex<BodyPiece?>(nil)
        readBody(of: cursor, from: offset, count: count) { piece in
            result.withLock { $0 = piece }
            done.open()
        }
        done.wait()
        return result.withLock { $0 }
    }
}
