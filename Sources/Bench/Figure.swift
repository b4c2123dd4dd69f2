import JSONRPC

/// A measured figure of the daemon beside its floor's.
struct Figure: Equatable, Sendable {
    let name: String
    let unit: String
    let daemon: Double
    /// Nil where there is no floor to hold against it.
    var floor: Double?
    /// The daemon's by the floor's: the median of the pairs', which is not the ratio of the medians.
    var ratio: Double?

    var json: JSON {
        [
            "name": .string(name), "unit": .string(unit), "daemon": .number(daemon),
            "floor": floor.map { .number($0) } ?? .null,
            "ratio": ratio.flatMap { $0.isFinite ? .number($0) : nil } ?? .null,
        ]
    }
}
