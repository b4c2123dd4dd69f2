/// Whether something that is measured again and again stays where it was: the median of the first third of the samples
/// against that of the last.
package struct Flatness: Sendable, Equatable {
    package let first: Double
    package let last: Double

    /// Nil with fewer than three samples.
    package init?(_ samples: [Double]) {
        let third = samples.count / 3
        guard third > 0, let first = Samples(samples.prefix(third)), let last = Samples(samples.suffix(third)) else {
            return nil
        }
        self.first = first.median
        self.last = last.median
    }

    /// - Parameters:
    ///   - part: of the first, that the last may have more.
    ///   - slack: what it may have more besides.
    package func isFlat(within part: Double, slack: Double) -> Bool { last <= first * (1 + part) + slack }
}
