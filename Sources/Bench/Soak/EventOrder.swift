import BusProtocol

/// No event lost, none twice, each at its place: by `seq` over all, and by `scopeSeq` in each scope.
struct EventOrder {
    private struct Scope: Hashable {
        let kind: EventKind
        let name: String
    }

    private var epoch: UInt64 = 0
    private(set) var seq: UInt64 = 0
    /// Nothing of the epoch was missed before the recorder joined.
    private var isWhole = false
    private var scopes: [Scope: UInt64] = [:]

    mutating func joined(epoch: UInt64, seq: UInt64) -> String? {
        defer {
            self.epoch = epoch
            self.seq = seq
            isWhole = seq == 0
            scopes = [:]
        }
        return epoch > self.epoch ? nil : "a join in epoch \(epoch) after epoch \(self.epoch)"
    }

    /// Of an epoch that the recorder has not joined yet: a join follows, and counts from its own place on.
    func isBeforeJoin(_ event: HistoryEvent) -> Bool { event.epoch > epoch }

    mutating func take(_ event: HistoryEvent) -> String? {
        let place = "event \(event.epoch).\(event.seq) (\(event.kind.rawValue).\(event.scope))"
        guard event.epoch == epoch else { return "\(place) in epoch \(epoch)" }
        let scope = Scope(kind: event.kind, name: event.scope)
        let before = scopes.updateValue(event.scopeSeq, forKey: scope)
        let expected = seq + 1
        seq = event.seq
        guard event.seq == expected else { return "\(place) where seq \(expected) was due" }
        guard let before = before ?? (isWhole ? 0 : nil) else { return nil }
        return event.scopeSeq == before + 1
            ? nil : "\(place) has scopeSeq \(event.scopeSeq) where \(before + 1) was due"
    }
}
