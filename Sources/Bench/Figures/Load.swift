import JSONRPC

/// What a bench-worker is to write.
struct Load: Equatable {
    var count: Int
    /// Deltas a second; 0: as fast as they are taken.
    var rate = 0
    /// Bytes of a line, its newline included: about what codex writes for a few words.
    var size = 212

    var params: JSON {
        ["count": .integer(Int64(count)), "rate": .integer(Int64(rate)), "size": .integer(Int64(size))]
    }

    /// How long it may take: a multiple of what the slowest machine needs.
    var limit: Duration {
        let seconds = rate > 0 ? count / rate : count / 10_000
        return .seconds(60 + seconds * 2)
    }
}
