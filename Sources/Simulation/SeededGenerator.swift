/// SplitMix64: the same numbers for the same seed, on every machine.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter stream: streams of one seed know nothing of each other.
    package init(seed: UInt64, stream: UInt64 = 0) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ stream &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// In 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// In milliseconds, short ones as often as long ones: evenly on a logarithmic scale.
    mutating func milliseconds(_ least: Double, _ most: Double) -> Duration {
        var value = least
        // No logarithm: its last digit may be another on another machine.
        var factor = 1.0
        while value * factor * 2 < most { factor *= 2 }
        var steps = 0
        while factor > 1 {
            factor /= 2
            steps += 1
        }
        for _ in 0..<Int(next() % UInt64(steps + 1)) { value *= 2 }
        return .microseconds(Int64(1_000 * min(most, value * (1 + unit()))))
    }

    mutating func pick<C: RandomAccessCollection>(_ values: C) -> C.Element? where C.Index == Int {
        values.isEmpty ? nil : values[values.startIndex + Int(next() % UInt64(values.count))]
    }
}
