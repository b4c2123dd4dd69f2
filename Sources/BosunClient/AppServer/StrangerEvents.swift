import BusProtocol
/// The latest events of threads that are not the client's, in order: one may turn out to be.
struct StrangerEvents: Sendable {
    private static let countLimit = 4_096
    private static let sizeLimit = 16 << 20

    private var events: [Event] = []
    private var first = 0
    private var size = 0

    mutating func add(_ event: Event) {
        events.append(event)
        size += event.body.count
        while events.count - first > Self.countLimit || size > Self.sizeLimit {
            size -= events[first].body.count
            first += 1
        }
        guard first > Self.countLimit else { return }
        events.removeFirst(first)
        first = 0
    }

    /// Takes out those of the thread, behind that place.
    mutating func take(thread: String, after cursor: EventCursor?) -> [Event] {
        var taken: [Event] = []
        var left: [Event] = []
        for event in events[first...] {
            guard event.topic.scope == thread else {
                left.append(event)
                continue
            }
            size -= event.body.count
            let place = EventCursor(epoch: event.header.epoch, seq: event.header.seq)
            if cursor.map({ ($0.epoch, $0.seq) < (place.epoch, place.seq) }) ?? true { taken.append(event) }
        }
        events = left
        first = 0
        return taken
    }
}
