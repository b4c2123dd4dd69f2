package import EventLoop

/// What waits to be written to a descriptor that takes only so much at a time.
package struct Outbox {
    private var waiting: [[UInt8]] = []
    private var firstOffset = 0

    /// How many bytes have been written in all.
    package private(set) var written: UInt64 = 0
    /// How many bytes wait.
    package private(set) var pending = 0

    package init() {}

    package var isEmpty: Bool { waiting.isEmpty }

    /// Where the next line will begin, counted over all that was ever added.
    package var endOffset: UInt64 { written + UInt64(pending) }

    package mutating func append(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        waiting.append(bytes)
        pending += bytes.count
    }

    /// Writes what the descriptor takes now. `wouldBlock`: the rest goes when it is writable. `bytes(0)`: all is out.
    package mutating func flush(to descriptor: borrowing FileDescriptor) -> FileDescriptor.Transfer {
        flush { descriptor.write($0) }
    }

    /// The same, to whatever takes bytes as a descriptor does.
    package mutating func flush(
        _ write: (UnsafeRawBufferPointer) -> FileDescriptor.Transfer
    ) -> FileDescriptor.Transfer {
        var done = 0
        defer { waiting.removeFirst(done) }
        while done < waiting.count {
            let offset = firstOffset
            let transfer = waiting[done].withUnsafeBytes { bytes in
                write(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
            }
            guard case .bytes(let count) = transfer else { return transfer }
            written += UInt64(count)
            pending -= count
            firstOffset += count
            if firstOffset == waiting[done].count {
                done += 1
                firstOffset = 0
            }
        }
        return .bytes(0)
    }
}
