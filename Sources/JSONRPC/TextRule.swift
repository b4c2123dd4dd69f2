/// Which names a worker may use: what is read from its lines ends up in topics and tables.
package struct TextRule: Sendable {
    package let maximumCount: Int
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Of ASCII characters, 1 to `maximumCount` of them.
    package init(characters: StaticString, maximumCount: Int) {
        self.maximumCount = maximumCount
        characters.withUTF8Buffer { buffer in
            for byte in buffer { insert(byte) }
        }
    }

    /// Thread ids and worker names: `[A-Za-z0-9_-]{1,64}`.
    package static let identifier = TextRule(
        characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", maximumCount: 64)

    /// Methods: `[A-Za-z0-9_/]{1,96}`.
    package static let method = TextRule(
        characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/", maximumCount: 96)

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
    }

    package func allows(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !bytes.isEmpty, bytes.count <= maximumCount else { return false }
        for byte in bytes {
            let word = byte < 64 ? low : high
            if byte >= 128 || word >> UInt64(byte & 63) & 1 == 0 { return false }
        }
        return true
    }

    package func allows(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { allows(UnsafeRawBufferPointer($0)) }
    }
}
