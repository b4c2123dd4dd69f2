public import BusProtocol
import JSONRPC

/// A number for each kind of which the daemon counts the events.
public struct KindCounts: Sendable, Hashable {
    public let events: UInt64
    public let deltas: UInt64
    public let requests: UInt64
    public let workers: UInt64

    /// Nil for a kind that is not counted.
    public subscript(kind: EventKind) -> UInt64? {
        switch kind {
        case .event: events
        case .delta: deltas
        case .request: requests
        case .worker: workers
        case .system: nil
        }
    }

    init?(_ body: JSON) {
        guard let events = body["ev"]?.unsignedValue, let deltas = body["dl"]?.unsignedValue,
            let requests = body["rq"]?.unsignedValue, let workers = body["wk"]?.unsignedValue
        else { return nil }
        self.events = events
        self.deltas = deltas
        self.requests = requests
        self.workers = workers
    }
}
