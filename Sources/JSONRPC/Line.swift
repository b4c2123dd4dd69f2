private import CSimdJSON

/// One line of a worker, without its newline: a view that lives inside the callback it was given to.
///
/// It cannot be copied, so it cannot be kept. That `spareBytes` behind its end may be read is what it stands for: only
/// those who keep such memory make one.
///
/// `@unchecked Sendable`: it is only ever lent, to another actor of the same thread for the time of a call.
package struct Line: ~Copyable, @unchecked Sendable {
    /// How far behind a line simdjson may read.
    package static let spareBytes = Int(CSIMDJSON_PADDING)

    private let bytes: UnsafeRawBufferPointer

    init(padded bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Bytes, the newline not counted.
    package var count: Int { bytes.count }

    /// The line byte for byte as the worker wrote it; not to be kept.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes)
    }

    /// A copy to keep.
    package var copy: [UInt8] { [UInt8](bytes) }

    /// Makes a line of bytes from elsewhere, for as long as the body runs.
    package static func withCopy<Result, Failure: Error>(
        of source: [UInt8], _ body: (borrowing Line) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let padded = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count + spareBytes, alignment: 1)
        defer { padded.deallocate() }
        padded.copyBytes(from: source)
        return try body(Line(padded: UnsafeRawBufferPointer(rebasing: padded[..<source.count])))
    }
}
