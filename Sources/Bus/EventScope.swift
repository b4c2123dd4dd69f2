import BusProtocol
import JSONRPC
import ZeroMQ

/// What the publisher keeps of a scope: how many events of each kind there were, and its topics ready to be sent.
final class EventScope {
    let name: String
    /// The worker that spoke of it last.
    var worker: UInt64?
    /// By the kind's place.
    private var counts = InlineArray<5, UInt64>(repeating: 0)
    private var topics: [ReadyTopic] = []
    /// Heartbeats since its last event; nil when it is out of the list of those that have watermarks to come.
    var rest: Int?
    /// Deltas come in runs of one method.
    private var lastTopic: ReadyTopic?

    /// Topics that are kept. A worker that makes up methods without end gets the later ones made anew each time.
    private static let topicLimit = 64

    init(_ name: String) {
        self.name = name
    }

    /// Counts an event; gives its number among those of its kind.
    func next(_ kind: EventKind) -> UInt64 {
        counts[kind.place] += 1
        return counts[kind.place]
    }

    func count(of kind: EventKind) -> UInt64 { counts[kind.place] }

    /// So many there have been: the next one's number is one more.
    func set(_ kind: EventKind, to count: UInt64) { counts[kind.place] = count }

    /// The topic of a worker's line; nil when the method may not stand in one.
    func topic(_ method: BorrowedText, isRequest: Bool) -> ReadyTopic? {
        if let lastTopic, lastTopic.isFor(method, isRequest: isRequest) { return lastTopic }
        let known = topics.first { $0.isFor(method, isRequest: isRequest) }
        guard let topic = known ?? ReadyTopic(method, isRequest: isRequest, scope: name) else { return nil }
        if known == nil, topics.count < Self.topicLimit { topics.append(topic) }
        lastTopic = topic
        return topic
    }

    func forgetTopics() {
        topics = []
        lastTopic = nil
    }
}

extension EventKind {
    /// Its place among the five.
    fileprivate var place: Int {
        switch self {
        case .event: 0
        case .delta: 1
        case .request: 2
        case .worker: 3
        case .system: 4
        }
    }
}
