internal import CSimdJSON

/// The owner of a simdjson parser and of the memory its results are in.
struct Parser: ~Copyable {
    /// Nil when there was no memory for it: everything then fails with `outOfMemory`.
    private let pointer: OpaquePointer?

    init(maximumDepth: Int) {
        // simdjson's limit is the first depth that is refused.
        pointer = csimdjson_create(maximumDepth + 1)
    }

    deinit { csimdjson_destroy(pointer) }

    /// The longest text it holds memory for, in bytes.
    var capacity: Int { pointer.map { csimdjson_capacity($0) } ?? 0 }

    /// Gives the memory back when it is for a longer text than `kept`.
    func trim(keeping kept: Int) {
        if let pointer { csimdjson_trim(pointer, kept) }
    }

    func scan(_ line: borrowing Line) throws(JSONError) -> csimdjson_envelope {
        guard let pointer else { throw JSONError(.outOfMemory) }
        var envelope = csimdjson_envelope()
        let code = line.withUnsafeBytes { csimdjson_scan(pointer, $0.baseAddress, $0.count, &envelope) }
        if let error = JSONError(code) { throw error }
        return envelope
    }

    /// The raw bytes of a member of the line that was scanned last.
    func withSlice<Result, Failure: Error>(
        _ member: csimdjson_member, of line: borrowing Line,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let pointer else { return nil }
        let slice = line.withUnsafeBytes { csimdjson_slice(pointer, $0.baseAddress, $0.count, member) }
        guard let bytes = slice.bytes else { return nil }
        return try body(UnsafeRawBufferPointer(start: bytes, count: slice.count))
    }

    /// Parses a command; its texts are lent to the body, with the error that duplicate keys are.
    func withCommand<Result, Failure: Error>(
        _ text: UnsafeRawBufferPointer, _ body: (csimdjson_command, JSONError?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var command = csimdjson_command()
        guard let pointer else { return try body(command, JSONError(.outOfMemory)) }
        let code = csimdjson_parse_command(pointer, text.baseAddress, text.count, &command)
        return try body(command, JSONError(code))
    }

    func walk(_ text: UnsafeRawBufferPointer, _ builder: JSONBuilder) throws(JSONError) {
        guard let pointer else { throw JSONError(.outOfMemory) }
        let context = Unmanaged.passUnretained(builder).toOpaque()
        let code = withExtendedLifetime(builder) {
            csimdjson_walk(pointer, text.baseAddress, text.count, context) { context, node in
                guard let context, let node else { return }
                Unmanaged<JSONBuilder>.fromOpaque(context).takeUnretainedValue().add(node.pointee)
            }
        }
        if let error = JSONError(code) { throw error }
    }
}
