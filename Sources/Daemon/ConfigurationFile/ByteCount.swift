/// A number of bytes as people write it: `2 GiB`, `512MiB`, `1000 B`.
struct ByteCount: Equatable {
    let bytes: Int

    private static let units = ["B": 0, "KiB": 10, "MiB": 20, "GiB": 30, "TiB": 40]

    /// Whole numbers only; nil for what is none, has no unit, or does not fit.
    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits), let shift = Self.units[String(unit)] else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
        guard !overflow else { return nil }
        self.bytes = bytes
    }
}
