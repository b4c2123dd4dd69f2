private import Glibc

/// Splits what a worker writes into lines.
///
/// A class, so that the callback may ask it things and close it while it is splitting: with a struct, that would be a
/// second access to a value in the middle of its change, which ends the process.
package final class LineBuffer {
    /// Bytes a line may have.
    package var limit: Int
    /// Whether it was closed or has failed; it splits nothing any more.
    package private(set) var isClosed = false
    private var tail = PaddedBytes()
    private var isSplitting = false

    package init(limit: Int = 64 * 1_048_576) {
        self.limit = limit
    }

    /// Bytes of the line that is not complete yet.
    package var pendingBytes: Int { tail.count }

    /// Bytes of memory held for it: none between lines.
    package var pendingCapacity: Int { tail.capacity }

    /// Takes the first `count` bytes of the buffer and calls `onLine` for each line they complete, in order.
    ///
    /// A line that is whole in the buffer is handed over where it is, so the buffer must stay as it is until this
    /// returns. When the callback closes the `LineBuffer`, no further line comes. Empty lines are lines. After an error
    /// it is closed: where the next line begins can't be known.
    package func append(
        _ count: Int, of buffer: ReadBuffer, onLine: (borrowing Line) -> Void
    ) throws(LineBufferError) {
        precondition(!isSplitting, "appending from within the callback would overwrite its line")
        isSplitting = true
        defer { isSplitting = false }
        try buffer.withBytes(count) { (bytes) throws(LineBufferError) in try split(bytes, onLine) }
    }

    private func split(
        _ bytes: UnsafeRawBufferPointer, _ onLine: (borrowing Line) -> Void
    ) throws(LineBufferError) {
        var rest = bytes
        while !isClosed, let start = rest.baseAddress, rest.count > 0 {
            guard let newline = memchr(start, CInt(UInt8(ascii: "\n")), rest.count) else {
                return try keep(rest)
            }
            let end = UnsafeRawPointer(newline) - start
            let line = UnsafeRawBufferPointer(rebasing: rest[..<end])
            rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
            if tail.count == 0 {
                try checkLength(line.count)
                onLine(Line(padded: line))
            } else {
                try keep(line)
                var complete = PaddedBytes()
                swap(&complete, &tail)
                complete.withLine(onLine)
            }
        }
    }

    private func keep(_ bytes: UnsafeRawBufferPointer) throws(LineBufferError) {
        try checkLength(tail.count + bytes.count)
        guard tail.append(bytes, limit: limit) else {
            throw fail(.outOfMemory, tail.count + bytes.count)
        }
    }

    private func checkLength(_ length: Int) throws(LineBufferError) {
        if length > limit { throw fail(.lineTooLong, length) }
    }

    private func fail(_ code: LineBufferError.Code, _ length: Int) -> LineBufferError {
        _ = close()
        return LineBufferError(code: code, bytes: length)
    }

    /// Ends the splitting, at the end of file or before, and gives how many bytes of an unfinished line are dropped.
    @discardableResult
    package func close() -> Int {
        isClosed = true
        let dropped = tail.count
        tail = PaddedBytes()
        return dropped
    }
}
