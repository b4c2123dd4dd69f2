import BusProtocol

/// No event lost, none twice, each at its place: by `seq` over all that is heard, and by `scopeSeq` in each scope.
struct EventOrder {
    private struct Scope: Hashable {
        let kind: EventKind
        let name: String
    }

    private var epoch: UInt64 = 0
    private var seq: UInt64 = 0
    /// A replay has told of a part, so of what is not kept anything may have gone by before.
    private var isPartlyReplayed = false
    private var scopes: [Scope: UInt64] = [:]
    /// Of the kinds that are kept: how many events there were.
    private var totals: [EventKind: UInt64] = [:]

    /// Up to where all events are known.
    var place: EventCursor { EventCursor(epoch: epoch, seq: seq) }

    mutating func joined(epoch: UInt64) -> String? {
        defer { self = EventOrder(epoch: epoch) }
        return epoch > self.epoch ? nil : "a join in epoch \(epoch) after epoch \(self.epoch)"
    }

    /// Of an epoch that the recorder has not joined yet: a replay gives them again.
    func isBeforeJoin(_ event: HistoryEvent) -> Bool { event.epoch > epoch }

    mutating func take(_ event: HistoryEvent) -> String? {
        guard event.epoch == epoch else { return "\(event.place) in epoch \(epoch)" }
        let scope = Scope(kind: event.kind, name: event.scope)
        let isCounted = event.kind.isDurable || !isPartlyReplayed
        let before = scopes.updateValue(event.scopeSeq, forKey: scope) ?? (isCounted ? 0 : nil)
        totals[event.kind, default: 0] += 1
        let expected = seq + 1
        seq = event.seq
        if event.isReplayed {
            isPartlyReplayed = true
        } else if event.seq != expected {
            return "\(event.place) where seq \(expected) was due"
        }
        if let before, event.scopeSeq != before + 1 {
            return "\(event.place) has scopeSeq \(event.scopeSeq) where \(before + 1) was due"
        }
        guard case .heartbeat(let last) = event.content else { return nil }
        return compare(last, event)
    }

    /// A replay has given what is kept up to there.
    mutating func replayed(through seq: UInt64) {
        guard seq > self.seq else { return }
        self.seq = seq
        isPartlyReplayed = true
    }

    private mutating func compare(_ last: [EventKind: UInt64], _ heartbeat: HistoryEvent) -> String? {
        for kind in EventKind.allCases where kind.isDurable {
            let (came, said) = (totals[kind] ?? 0, last[kind] ?? 0)
            // Each that is missing is told once.
            totals[kind] = said
            guard came == said else {
                return "\(heartbeat.place) counts \(said) events of \(kind.rawValue) where \(came) came"
            }
        }
        return nil
    }
}

extension EventOrder {
    private init(epoch: UInt64) {
        self.init()
        self.epoch = epoch
    }
}
