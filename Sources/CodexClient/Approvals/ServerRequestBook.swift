package import EventLoop
package import JSONRPC

/// The requests of codex's that have no answer yet, each with its deadline.
///
/// A value: no clock, no I/O.
package struct ServerRequestBook {
    package struct Entry: Sendable {
        package let line: IncomingLine
        package let deadline: MonotonicInstant
    }

    /// How many may be open; codex asks once a thread, so this is far from what it does.
    package let limit: Int
    private var open: [RequestID: Entry] = [:]

    package init(limit: Int = 1024) { self.limit = limit }

    package var count: Int { open.count }
    package var nextDeadline: MonotonicInstant? { open.values.lazy.map(\.deadline).min() }

    package func isOpen(_ id: RequestID) -> Bool { open[id] != nil }

    /// Takes a request; false when too many are open. One that comes again, after a resume, keeps its deadline.
    package mutating func open(_ id: RequestID, _ line: IncomingLine, deadline: MonotonicInstant) -> Bool {
        guard open[id] == nil else { return true }
        guard open.count < limit else { return false }
        open[id] = Entry(line: line, deadline: deadline)
        return true
    }

    /// Closes it for whoever answers, or since codex withdrew it; nil when it is not open.
    package mutating func close(_ id: RequestID) -> Entry? { open.removeValue(forKey: id) }

    /// Those whose deadline has passed, in the order of their deadlines; they stay open until they are answered.
    package func overdue(at now: MonotonicInstant) -> [(id: RequestID, line: IncomingLine)] {
        open.filter { $0.value.deadline <= now }.sorted { $0.value.deadline < $1.value.deadline }
            .map { ($0.key, $0.value.line) }
    }
}
