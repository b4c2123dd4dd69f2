internal import CSimdJSON
private import Glibc

/// Text in a scanner's memory, escapes decoded: valid until that scanner's next scan or `trim`. To keep it, take
/// `string`.
///
/// `@unchecked Sendable`: it is handed to another actor of the same thread for the time of a call, as its envelope is.
package struct BorrowedText: Hashable, CustomStringConvertible, @unchecked Sendable {
    private let start: UnsafeRawPointer
    /// Bytes of UTF-8.
    package let count: Int

    /// Nothing where the facade found no string.
    init?(_ text: csimdjson_text) {
        guard let bytes = text.bytes else { return nil }
        start = UnsafeRawPointer(bytes)
        count = text.count
    }

    /// Text that a batch has copied.
    init(start: UnsafeRawPointer, count: Int) {
        self.start = start
        self.count = count
    }

    private var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    /// The UTF-8, not to be kept.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes)
    }

    /// A copy to keep.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package var description: String { string }

    package func hasPrefix(_ prefix: StaticString) -> Bool {
        count >= prefix.utf8CodeUnitCount && memcmp(start, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
    }

    /// Byte for byte: texts that only look alike differ.
    package static func == (a: BorrowedText, b: BorrowedText) -> Bool {
        a.count == b.count && memcmp(a.start, b.start, a.count) == 0
    }

    package static func == (text: BorrowedText, name: StaticString) -> Bool {
        text.count == name.utf8CodeUnitCount && memcmp(text.start, name.utf8Start, text.count) == 0
    }

    package static func == (text: BorrowedText, other: [UInt8]) -> Bool {
        text.count == other.count && memcmp(text.start, other, text.count) == 0
    }

    package static func == (text: BorrowedText, string: String) -> Bool {
        var string = string
        return string.withUTF8 { bytes in
            guard bytes.count == text.count, let other = bytes.baseAddress else { return bytes.count == text.count }
            return memcmp(text.start, other, text.count) == 0
        }
    }

    /// Lets a `switch` over a method have literals as its cases.
    package static func ~= (name: StaticString, text: BorrowedText) -> Bool { text == name }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes: bytes) }
}
