import BusProtocol

/// The scopes of which nothing has been heard for a while: what has to go on where it was when they wake, and no more. A
/// fleet starts threads for months, each is a scope for as long as the daemon runs, and a million of them take some 70 MB
/// (2026-11: 69 bytes each, as against 291 for an `EventScope`).
struct RestingScopes {
    /// 16 bytes; a thread's. A scope that counts further stays what it is.
    private struct Counts {
        let events: UInt32
        let deltas: UInt32
        let worker: UInt32
        let requests: UInt16
        let system: UInt16

        init?(_ scope: EventScope) {
            guard let events = UInt32(exactly: scope.count(of: .event)),
                let deltas = UInt32(exactly: scope.count(of: .delta)),
                let worker = UInt32(exactly: scope.worker ?? 0),
                let requests = UInt16(exactly: scope.count(of: .request)),
                let system = UInt16(exactly: scope.count(of: .system)), scope.count(of: .worker) == 0
            else { return nil }
            self.events = events
            self.deltas = deltas
            self.worker = worker
            self.requests = requests
            self.system = system
        }

        func restore(_ scope: EventScope) {
            scope.set(.event, to: UInt64(events))
            scope.set(.delta, to: UInt64(deltas))
            scope.set(.request, to: UInt64(requests))
            scope.set(.system, to: UInt64(system))
            scope.worker = speaker
        }

        var speaker: UInt64? { worker == 0 ? nil : UInt64(worker) }
    }

    /// Many tables, since one that grows moves all that it has in one turn of the loop: 200 ms for a million.
    private var tables: [[CommandID: Counts]] = Array(repeating: [:], count: 256)
    private(set) var count = 0

    /// Takes a scope that is called by a UUID, as codex calls its threads. False: it has to stay as it is.
    mutating func add(_ scope: EventScope) -> Bool {
        guard let id = Self.id(scope.name), let counts = Counts(scope) else { return false }
        if tables[Self.table(of: id)].updateValue(counts, forKey: id) == nil { count += 1 }
        return true
    }

    /// Gives the scope as it was, and has it no more.
    mutating func wake(_ name: String) -> EventScope? {
        guard count > 0, let id = Self.id(name), let counts = tables[Self.table(of: id)].removeValue(forKey: id) else {
            return nil
        }
        count -= 1
        let scope = EventScope(name)
        counts.restore(scope)
        return scope
    }

    /// The worker that spoke of it last.
    func worker(of name: String) -> UInt64? {
        guard let id = Self.id(name) else { return nil }
        return tables[Self.table(of: id)][id]?.speaker
    }

    /// Nil for a name that the UUID's usual form would not give back.
    private static func id(_ name: String) -> CommandID? {
        guard name.utf8.count == 36, let id = CommandID(name), id.description == name else { return nil }
        return id
    }

    private static func table(of id: CommandID) -> Int { Int(id.low & 255) }
}
