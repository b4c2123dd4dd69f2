import BosunClient
import BusProtocol
import JSONRPC
import TestSupport

/// What went by, of any number of pages.
struct Replayed {
    var events: [Event] = []
    var isTruncated = false
    var isElided = false
    var pages: [ReplayedEvents] = []

    var cursors: [EventCursor] { events.map(\.cursor) }
}

extension Event {
    var cursor: EventCursor { EventCursor(epoch: header.epoch, seq: header.seq) }

    /// As a replay is to give it.
    var replayed: String {
        var header = header
        header.flags.insert(.replayed)
        return "\(topic) \(header.base64) \(text)"
    }
}

extension BusClient {
    /// All pages from there on, up to where the stream is.
    func replay(
        after start: EventCursor = EventCursor(epoch: 0, seq: 0), prefixes: [String]? = nil, limit: Int? = nil
    ) throws -> Replayed {
        try replay(["after": Self.json(start)], prefixes: prefixes, limit: limit)
    }

    /// All pages from that time on, in milliseconds since 1970.
    func replay(sinceMs: UInt64, prefixes: [String]? = nil, limit: Int? = nil) throws -> Replayed {
        try replay(["sinceMs": .unsigned(sinceMs)], prefixes: prefixes, limit: limit)
    }

    private func replay(_ start: JSON, prefixes: [String]?, limit: Int?) throws -> Replayed {
        var replayed = Replayed()
        var params = start
        var last: EventCursor?
        while true {
            if let prefixes { params["prefixes"] = .array(prefixes.map { .string($0) }) }
            if let limit { params["limit"] = .integer(Int64(limit)) }
            let page = try ReplayedEvents(result("events/replay", params))
            if page.next == last { return replayed }
            guard last.map({ $0 < page.next }) ?? true else { throw TestFailure("a page goes back: \(page.next)") }
            replayed.events += page.events.map { Event(topic: "\($0.topic)", header: $0.header, body: $0.body) }
            replayed.isTruncated = replayed.isTruncated || page.isTruncated
            replayed.isElided = replayed.isElided || page.isElided
            replayed.pages.append(page)
            last = page.next
            params = ["after": Self.json(page.next)]
        }
    }

    private static func json(_ cursor: EventCursor) -> JSON {
        ["epoch": .unsigned(cursor.epoch), "seq": .unsigned(cursor.seq)]
    }

    /// Has a fake tell so many of that method, and gives them as they came.
    func tell(_ method: String, _ count: Int, worker: String = "main-1") throws -> [Event] {
        try fake([["tell": [.string(method), .integer(Int64(count)), 0]]], worker: worker)
        try catchUp()
        return events.filter { $0.topic.hasSuffix(".w\(worker).\(method)") }
    }
}
