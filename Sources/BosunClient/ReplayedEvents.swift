package import BusProtocol
package import JSONRPC

/// A page of `events/replay`.
package struct ReplayedEvents: Sendable {
    package let events: [Event]
    /// From where on to ask for the next page.
    package let next: EventCursor
    /// Retention has dropped some of what was asked for.
    package let isTruncated: Bool
    /// Deltas that are not kept any more were left out.
    package let isElided: Bool

    package init(events: [Event], next: EventCursor, isTruncated: Bool = false, isElided: Bool = false) {
        self.events = events
        self.next = next
        self.isTruncated = isTruncated
        self.isElided = isElided
    }

    /// Reads the command's result.
    package init(_ result: JSON) throws(ClientError) {
        guard let epoch = result["next"]?["epoch"]?.unsignedValue, let seq = result["next"]?["seq"]?.unsignedValue,
            let entries = result["events"]?.arrayValue
        else { throw ClientError(.garbageReply, "a replay has events and next") }
        var events: [Event] = []
        events.reserveCapacity(entries.count)
        for entry in entries {
            guard let topic = entry["topic"]?.stringValue.flatMap({ Topic(parsing: $0) }),
                let header = entry["header"]?.stringValue.flatMap({ EventHeader(base64: $0) }),
                let body = entry["body"]?.stringValue
            else { throw ClientError(.garbageReply, "an event of a replay that can't be read") }
            events.append(Event(topic: topic, header: header, body: Array(body.utf8)))
        }
        self.init(
            events: events, next: EventCursor(epoch: epoch, seq: seq),
            isTruncated: result["truncated"]?.boolValue ?? false, isElided: result["elided"]?.boolValue ?? false)
    }
}
