import BusProtocol
import JSONRPC
import ZeroMQ

/// What the publisher keeps of a scope: how many events of each kind there were, and its topics ready to be sent.
final class EventScope {
    let name: String
    private var counts = (event: UInt64(0), delta: UInt64(0), request: UInt64(0), worker: UInt64(0), system: UInt64(0))
    private var topics: [ReadyTopic] = []
    /// Deltas come in runs of one method.
    private var lastTopic: ReadyTopic?

    /// Topics that are kept. A worker that makes up methods without end gets the later ones made anew each time.
    private static let topicLimit = 64

    init(_ name: String) {
        self.name = name
    }

    func next(_ kind: EventKind) -> UInt64 {
        switch kind {
        case .event:
            counts.event += 1
            return counts.event
        case .delta:
            counts.delta += 1
            return counts.delta
        case .request:
            counts.request += 1
            return counts.request
        case .worker:
            counts.worker += 1
            return counts.worker
        case .system:
            counts.system += 1
            return counts.system
        }
    }

    func count(of kind: EventKind) -> UInt64 {
        switch kind {
        case .event: counts.event
        case .delta: counts.delta
        case .request: counts.request
        case .worker: counts.worker
        case .system: counts.system
        }
    }

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
