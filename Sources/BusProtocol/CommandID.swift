/// A command's UUID: given by the client or made up by the daemon, and named as the cause of what the command leads to.
public struct CommandID: Sendable, Hashable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    /// All zeros: no command.
    public static let none = CommandID(high: 0, low: 0)

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A random UUID (version 4 of RFC 9562).
    public static func random() -> CommandID {
        let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return CommandID(high: high, low: low)
    }

    /// Reads the usual form, 8-4-4-4-12 hexadecimal digits in either case; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        var halves: [UInt64] = [0, 0]
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            if Self.isHyphen(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = Self.value(ofHexadecimal: byte) else { return nil }
            halves[digits / 16] = halves[digits / 16] << 4 | value
            digits += 1
        }
        self.init(high: halves[0], low: halves[1])
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var count = 0
            for half in [high, low] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    if Self.isHyphen(count) {
                        text[count] = UInt8(ascii: "-")
                        count += 1
                    }
                    let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift) & 15)
                    text[count] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
                    count += 1
                }
            }
            return count
        }
    }

    private static func isHyphen(_ index: Int) -> Bool { index == 8 || index == 13 || index == 18 || index == 23 }

    private static func value(ofHexadecimal byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
