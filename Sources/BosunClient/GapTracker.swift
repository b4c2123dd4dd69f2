package import BusProtocol

/// Finds what a subscriber has lost: a jump in the count that each `<kind>.<scope>` has of its own.
package struct GapTracker: Sendable {
    /// Events that were published and did not come.
    package struct Gap: Sendable, Hashable {
        package let kind: EventKind
        package let scope: String
        package let missed: UInt64
    }

    private struct Stream: Hashable {
        let kind: EventKind
        let scope: String
    }

    /// Scopes that are followed. Above it all are let go and begin anew: one more gap may stay unseen.
    private let limit: Int
    private let prefixes: [String]
    private var epoch: UInt64 = 0
    private var last: [Stream: UInt64] = [:]

    /// - Parameter prefixes: What is subscribed. Of a scope that they take in part only, nothing can be said.
    package init(prefixes: [String], limit: Int = 50_000) {
        self.prefixes = prefixes
        self.limit = limit
    }

    /// What is missing before that event, as far as can be said: of a scope's first event nothing can.
    package func gap(before topic: Topic, _ header: EventHeader) -> Gap? {
        guard header.epoch == epoch, let before = last(topic.kind, topic.scope), header.scopeSeq > before,
            header.scopeSeq - before > 1
        else { return nil }
        return Gap(kind: topic.kind, scope: topic.scope, missed: header.scopeSeq - before - 1)
    }

    /// The number of the last event of that kind and scope; nil when none came in this epoch.
    package func last(_ kind: EventKind, _ scope: String) -> UInt64? {
        last[Stream(kind: kind, scope: scope)]
    }

    /// Takes the next event, and gives what is missing before it. A scope's first event begins its count.
    package mutating func take(_ topic: Topic, _ header: EventHeader) -> Gap? {
        let gap = gap(before: topic, header)
        if header.epoch != epoch {
            epoch = header.epoch
            last = [:]
        }
        let whole = "\(topic.kind.rawValue).\(topic.scope)."
        guard prefixes.contains(where: { whole.hasPrefix($0) }) else { return nil }
        let stream = Stream(kind: topic.kind, scope: topic.scope)
        if last[stream] == nil, last.count >= limit { last = [:] }
        last[stream] = header.scopeSeq
        return gap
    }
}
