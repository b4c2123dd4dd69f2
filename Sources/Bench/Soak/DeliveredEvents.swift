import BusProtocol

/// What a client gives that has its losses mended, beside what was published: each event that is kept, once, in the order
/// of its kind and scope.
struct DeliveredEvents {
    private struct Stream: Hashable {
        let kind: EventKind
        let scope: String

        init(_ event: HistoryEvent) {
            kind = event.kind
            scope = event.scope
        }
    }

    private struct Epoch {
        var published: [Stream: UInt64] = [:]
        var given: [Stream: UInt64] = [:]
        /// How many more were published than given.
        var missing = 0
    }

    private var epochs: [UInt64: Epoch] = [:]
    /// All was given of it.
    private var done: Set<UInt64> = []

    /// It was seen that the event was published.
    mutating func publish(_ event: HistoryEvent) {
        epochs[event.epoch, default: Epoch()].published[Stream(event), default: 0] += 1
        epochs[event.epoch]?.missing += 1
    }

    mutating func give(_ event: HistoryEvent) -> String? {
        guard !done.contains(event.epoch) else { return "a client is given \(event.place) behind the end of its epoch" }
        let given = epochs[event.epoch, default: Epoch()].given.updateValue(event.scopeSeq, forKey: Stream(event))
        epochs[event.epoch]?.missing -= 1
        let due = (given ?? 0) + 1
        return event.scopeSeq == due
            ? nil : "a client is given \(event.place) with scopeSeq \(event.scopeSeq) where \(due) was due"
    }

    /// Another epoch begins, and nothing more was published of the others.
    mutating func beginEpoch() {
        for (number, epoch) in epochs where epoch.missing == 0 {
            done.insert(number)
            epochs[number] = nil
        }
    }

    var isWhole: Bool { epochs.values.allSatisfy { $0.missing == 0 } }

    /// What was not given, with an example for each epoch.
    var missing: [String] {
        epochs.filter { $0.value.missing != 0 }.sorted { $0.key < $1.key }.map { number, epoch in
            let late = epoch.published.filter { $0.value > epoch.given[$0.key] ?? 0 }
                .min { ($0.key.kind.rawValue, $0.key.scope) < ($1.key.kind.rawValue, $1.key.scope) }
            let example = late.map {
                ": of \($0.key.kind.rawValue).\($0.key.scope) none behind \(epoch.given[$0.key] ?? 0)"
            }
            return "a client lacks \(epoch.missing) events of epoch \(number)\(example ?? "")"
        }
    }
}
