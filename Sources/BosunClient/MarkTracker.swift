import BusProtocol
import JSONRPC

/// Compares what came with how far the daemon says that it has come: the last event of a scope can't show its own loss.
struct MarkTracker: Sendable {
    private let prefixes: [String]
    /// Of each kind that a heartbeat counts: its total at the last heartbeat, and how many came since.
    private var totals: [EventKind: UInt64] = [:]
    private var came: [EventKind: UInt64] = [:]

    init(prefixes: [String]) {
        self.prefixes = prefixes
    }

    mutating func forget() {
        totals = [:]
        came = [:]
    }

    /// False when the daemon has published more than came. Only what the daemon itself says is believed.
    mutating func agree(with event: Event, _ gaps: GapTracker) -> Bool {
        came[event.topic.kind, default: 0] += 1
        guard event.topic.kind == .system, event.header.flags.contains(.madeByDaemon) else { return true }
        switch event.topic.method {
        case "heartbeat": return agree(withHeartbeat: JSON.raw(event.body)["last"])
        case "watermark":
            let marks = JSON.raw(event.body)
            return [EventKind.event, .delta, .request].allSatisfy { kind in
                guard let last = gaps.last(kind, event.topic.scope) else { return true }
                return marks[kind.rawValue]?.unsignedValue ?? 0 <= last
            }
        default: return true
        }
    }

    /// Of a kind that is subscribed whole, as many must have come since the last heartbeat as were published.
    private mutating func agree(withHeartbeat last: JSON?) -> Bool {
        var agrees = true
        for kind in [EventKind.request, .worker] where prefixes.contains(where: { "\(kind.rawValue).".hasPrefix($0) }) {
            guard let total = last?[kind.rawValue]?.unsignedValue else { continue }
            if let before = totals[kind], total > before + (came[kind] ?? 0) { agrees = false }
            totals[kind] = total
            came[kind] = 0
        }
        return agrees
    }
}
