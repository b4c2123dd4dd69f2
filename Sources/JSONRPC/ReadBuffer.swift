/// The memory into which a loop reads, one for all its workers: what is whole in it is never copied.
///
/// `@unchecked Sendable`: only its loop's thread touches it, after whoever made it has handed it over.
package final class ReadBuffer: @unchecked Sendable {
    /// Bytes one read can take.
    package static let capacity = 65_536

    private let memory: UnsafeMutableRawBufferPointer

    package init() {
        memory = .allocate(byteCount: Self.capacity + Line.spareBytes, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit { memory.deallocate() }

    /// Lends the 64 KiB to read into; the spare bytes behind them are not part of it.
    package func withSpace<Result, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeMutableRawBufferPointer(rebasing: memory[..<Self.capacity]))
    }

    /// The first `count` bytes, for the file that splits them.
    func withBytes<Failure: Error>(
        _ count: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(count <= Self.capacity, "more than a read can have given")
        try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }
}
