/// Keys, of which the oldest is to be forgotten some time and any may leave before: each at the same small cost, however
/// many there are.
struct ArrivalOrder<Key: Hashable & Sendable>: Sendable {
    /// Which of the arrivals is the key's: it may have left and come again.
    private var arrivals: [Key: UInt64] = [:]
    private var order: [(key: Key, arrival: UInt64)] = []
    /// Those before it have left.
    private var first = 0
    private var lastArrival: UInt64 = 0

    var count: Int { arrivals.count }

    /// A key that is there already keeps its place.
    mutating func insert(_ key: Key) {
        guard arrivals[key] == nil else { return }
        lastArrival += 1
        arrivals[key] = lastArrival
        order.append((key, lastArrival))
        if order.count > 64, order.count > 2 * arrivals.count { compact() }
    }

    mutating func remove(_ key: Key) { arrivals[key] = nil }

    mutating func removeOldest() -> Key? {
        while first < order.count {
            let (key, arrival) = order[first]
            first += 1
            if arrivals[key] == arrival {
                arrivals[key] = nil
                return key
            }
        }
        return nil
    }

    private mutating func compact() {
        order = order[first...].filter { arrivals[$0.key] == $0.arrival }
        first = 0
    }
}
