import BusProtocol

/// What a client gives that has its losses mended: each event that is kept, once, in the order of its kind and scope.
struct DeliveredEvents {
    private struct Stream: Hashable {
        let epoch: UInt64
        let kind: EventKind
        let scope: String
    }

    private var last: [Stream: UInt64] = [:]
    /// By epoch.
    private(set) var counts: [UInt64: Int] = [:]

    mutating func take(_ event: HistoryEvent) -> String? {
        let stream = Stream(epoch: event.epoch, kind: event.kind, scope: event.scope)
        let due = (last.updateValue(event.scopeSeq, forKey: stream) ?? 0) + 1
        counts[event.epoch, default: 0] += 1
        return event.scopeSeq == due
            ? nil : "a client is given \(event.place) with scopeSeq \(event.scopeSeq) where \(due) was due"
    }

    /// What it has been given too few or too many of, by epoch.
    func missing(of published: [UInt64: Int]) -> [String] {
        Set(published.keys).union(counts.keys).sorted().compactMap { epoch in
            let (given, all) = (counts[epoch] ?? 0, published[epoch] ?? 0)
            return given == all ? nil : "a client is given \(given) of \(all) events of epoch \(epoch)"
        }
    }
}
