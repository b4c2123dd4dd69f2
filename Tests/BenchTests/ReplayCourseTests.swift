import JSONRPC
import BosunClient
import BusProtocol
import Testing

@testable import Bench

/// What is made of the pages of a replay.
@Suite struct ReplayCourseTests {
    private func at(_ epoch: UInt64, _ seq: UInt64) -> EventCursor { EventCursor(epoch: epoch, seq: seq) }

    private func event(_ epoch: UInt64, _ seq: UInt64) throws -> Event {
        let header = EventHeader(
            flags: [.replayed, .madeByDaemon], epoch: epoch, seq: seq, scopeSeq: seq, unixNanoseconds: 1)
        return Event(topic: try #require(Topic(parsing: "wk.wmain-1.other")), header: header, body: Array("{}".utf8))
    }

    /// Events are told by their places here.
    private func told(_ entries: [HistoryEntry]) -> [String] {
        entries.map { entry in
            switch entry {
            case .event(let event): event.cursor.text
            case .joined(let epoch): "joined \(epoch)"
            case .replayed(let end): "through \(end.text)"
            case .truncated(let cursor): "truncated \(cursor.text)"
            default: "\(entry)"
            }
        }
    }

    @Test func itReadsPageAfterPageOverTheEndsOfDaemons() throws {
        var course = ReplayCourse(after: at(1, 2), through: at(3, 5))
        #expect(course.params["after"] == ["epoch": 1, "seq": 2])
        #expect(course.params["prefixes"] == ["ev.", "rq.", "wk."])
        let first = try course.take(ReplayedEvents(events: [event(1, 3), event(2, 1)], next: at(2, 1)))
        #expect(told(first) == ["1.3", "joined 2", "2.1", "through 2.1"])
        #expect(course.params["after"] == ["epoch": 2, "seq": 1] && !course.isDone)
        // What is behind the end comes over the stream.
        let last = try course.take(ReplayedEvents(events: [event(3, 4), event(3, 6)], next: at(3, 9)))
        #expect(told(last) == ["joined 3", "3.4", "through 3.5"])
        #expect(course.isDone)
    }

    /// A daemon that has published nothing that is kept has begun all the same.
    @Test func anEpochWithoutEventsBeginsToo() throws {
        var course = ReplayCourse(after: at(1, 2), through: at(2, 1))
        #expect(told(try course.take(ReplayedEvents(events: [], next: at(2, 1)))) == ["joined 2", "through 2.1"])
        #expect(course.isDone)
    }

    @Test func thereMayBeNothingToAskFor() {
        #expect(ReplayCourse(after: at(1, 2), through: at(1, 2)).isDone)
    }

    @Test func whatIsMissingIsTold() throws {
        var course = ReplayCourse(after: at(1, 2), through: at(1, 5))
        let entries = try course.take(ReplayedEvents(events: [event(1, 5)], next: at(1, 5), isTruncated: true))
        #expect(told(entries) == ["truncated 1.2", "1.5", "through 1.5"])
    }

    @Test func aPageThatLeadsNowhereIsAnError() {
        var course = ReplayCourse(after: at(1, 2), through: at(1, 5))
        #expect(throws: BenchError.self) { try course.take(ReplayedEvents(events: [], next: at(1, 2))) }
    }
}
