/// Measured values, in order of size.
struct Samples: Equatable {
    private let sorted: [Double]

    /// Nil when there are none.
    init?(_ values: some Collection<Double>) {
        guard !values.isEmpty else { return nil }
        sorted = values.sorted()
    }

    /// The value that `percent` in a hundred do not exceed (nearest rank).
    func percentile(_ percent: Double) -> Double {
        let rank = Int((percent / 100 * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    /// The middle value; between two, their mean.
    var median: Double {
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// Reads samples as bench-client writes them: nanoseconds of 8 bytes each, here given in microseconds.
    init?(nanoseconds bytes: [UInt8]) {
        let size = MemoryLayout<UInt64>.size
        guard bytes.count.isMultiple(of: size) else { return nil }
        self.init(
            bytes.withUnsafeBytes { buffer in
                stride(from: 0, to: buffer.count, by: size).map { offset in
                    Double(buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) / 1_000
                }
            })
    }
}
