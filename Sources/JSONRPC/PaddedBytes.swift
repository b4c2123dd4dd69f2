private import Glibc

/// Growing memory of one owner, with the spare bytes behind its content that a `Line` needs.
struct PaddedBytes: ~Copyable {
    private var start: UnsafeMutableRawPointer?
    private(set) var count = 0
    /// Bytes held, the spare ones not counted; 0 before the first append.
    private(set) var capacity = 0

    init() {}

    deinit { free(start) }

    /// Adds the bytes, in memory that grows by doubling up to `limit`, or gives false when there is no memory.
    mutating func append(_ bytes: UnsafeRawBufferPointer, limit: Int = .max - Line.spareBytes) -> Bool {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return true }
        let needed = count + bytes.count
        if needed > capacity {
            let doubled = min(max(needed, 2 * capacity, 256), max(needed, limit))
            guard let grown = realloc(start, doubled + Line.spareBytes) else { return false }
            start = grown
            capacity = doubled
        }
        start?.advanced(by: count).copyMemory(from: source, byteCount: bytes.count)
        count = needed
        return true
    }

    /// Makes room for so many bytes in all, or gives false when there is no memory.
    mutating func reserve(_ count: Int) -> Bool {
        guard count > capacity else { return true }
        guard let grown = realloc(start, count + Line.spareBytes) else { return false }
        start = grown
        capacity = count
        return true
    }

    /// Lends the content; what is behind it may be read as far as a line's spare bytes go.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The content as a line. The spare bytes are whatever memory held: simdjson reads them and does not look at them.
    func withLine<Result, Failure: Error>(
        _ body: (borrowing Line) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes { (bytes) throws(Failure) in try body(Line(padded: bytes)) }
    }
}
