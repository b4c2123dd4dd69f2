import BusProtocol
import JSONRPC

/// What a bench-worker is to write.
struct Load: Equatable {
    var count: Int
    /// Lines a second; 0: as fast as they are taken.
    var rate = 0
    /// Bytes of a line, its newline included: about what codex writes for a few words.
    var size = 212
    /// Each so many lines of a thread one is a durable event, the others are deltas; 0: none is.
    var eventsEach = 0
    /// The threads that the lines go to in turn; none: the turn's own.
    var threads: [String] = []

    var params: JSON {
        [
            "count": .integer(Int64(count)), "rate": .integer(Int64(rate)), "size": .integer(Int64(size)),
            "events": .integer(Int64(eventsEach)), "threads": .array(threads.map { .string($0) }),
        ]
    }

    /// The kinds of its lines.
    var kinds: [EventKind] {
        switch eventsEach {
        case 0: [.delta]
        case 1: [.event]
        default: [.delta, .event]
        }
    }

    /// The topics of its lines about a thread.
    func topics(ofThread thread: String) -> [String] {
        kinds.map { kind in
            "\(Topic(kind, scope: thread, method: kind == .delta ? "item/agentMessage/delta" : "item/completed"))"
        }
    }

    /// How long it may take: a multiple of what the slowest machine needs.
    var limit: Duration {
        let seconds = rate > 0 ? count / rate : count / 10_000
        return .seconds(60 + seconds * 2)
    }
}
