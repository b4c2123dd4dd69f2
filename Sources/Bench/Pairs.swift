/// What is measured: the daemon, or the least that the same could cost.
enum Side: Sendable {
    case floor, daemon
}

/// Measurements of both sides, taken in turn, so that what else the machine does meets both alike.
struct Pairs<Value> {
    private(set) var values: [(floor: Value, daemon: Value)] = []

    /// Measures each side `count` times: floor, daemon, daemon, floor, floor, …
    init(_ count: Int, _ measure: (Side) throws(BenchError) -> Value) throws(BenchError) {
        for index in 0..<count {
            if index.isMultiple(of: 2) {
                let floor = try measure(.floor)
                values.append((floor, try measure(.daemon)))
            } else {
                let daemon = try measure(.daemon)
                values.append((try measure(.floor), daemon))
            }
        }
    }

    /// The medians of both sides and of the pairs' ratios; nil without a pair or when the floor is nothing.
    func figure(_ name: String, unit: String, _ value: (Value) -> Double) -> Figure? {
        guard let floor = Samples(values.map { value($0.floor) }),
            let daemon = Samples(values.map { value($0.daemon) }),
            let ratio = Samples(values.map { value($0.daemon) / value($0.floor) })
        else { return nil }
        return Figure(name: name, unit: unit, daemon: daemon.median, floor: floor.median, ratio: ratio.median)
    }
}
