/// The keys that are good, by name, as they were read last.
///
/// Two readings may be under way, and end in another order than they began: what began earlier knows less.
struct GoodKeys: Sendable {
    private(set) var keys: [String: String]
    private var begun: UInt64 = 0
    private var inForce: UInt64 = 0

    init(_ keys: [String: String]) {
        self.keys = keys
    }

    /// Gives the number of a reading that is about to begin.
    mutating func beginReading() -> UInt64 {
        begun += 1
        return begun
    }

    /// Takes what a reading found, unless one that began later is in force.
    mutating func take(_ keys: [String: String], of reading: UInt64) {
        guard reading > inForce else { return }
        inForce = reading
        self.keys = keys
    }
}
