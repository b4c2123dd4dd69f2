/// A time as people write it: `100ms`, `10 s`, `5m`, `2h`.
package struct DurationText: Equatable {
    package let duration: Duration

    private static let milliseconds = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000]

    /// Whole numbers only; nil for what is none, has no unit, or does not fit.
    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int64(digits), let factor = Self.milliseconds[String(unit)] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: Int64(factor))
        guard !overflow else { return nil }
        duration = .milliseconds(product)
    }
}
