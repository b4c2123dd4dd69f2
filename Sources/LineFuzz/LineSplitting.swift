import JSONRPC

/// `LineBuffer` gives the same lines however what was written comes in pieces.
struct LineSplitting {
    private let bytes: [UInt8]
    /// Between the newlines, the last one not complete.
    private let parts: [[UInt8]]
    private let buffer: ReadBuffer
    /// Drawn from the input, so that it decides how it comes in pieces.
    private let seed: UInt64

    init(_ bytes: [UInt8], _ parts: [[UInt8]], _ buffer: ReadBuffer) {
        self.bytes = bytes
        self.parts = parts
        self.buffer = buffer
        seed = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    func check() throws(BrokenProperty) {
        let longest = parts.map(\.count).max() ?? 0
        try check(piece: { _ in ReadBuffer.capacity }, limit: .max)
        try check(piece: { 1 + Int(($0 >> 33) % 300) }, limit: longest)
        try check(piece: { 1 + Int(($0 >> 33) % 9) }, limit: Int((seed >> 7) % UInt64(longest + 2)))
        try check(piece: { 1 + Int(($0 >> 33) % 40) }, limit: .max, closedAfter: Int((seed >> 13) % 4))
        if bytes.count <= 512 { try check(piece: { _ in 1 }, limit: longest) }
    }

    private func check(
        piece: (UInt64) -> Int, limit: Int, closedAfter most: Int? = nil
    ) throws(BrokenProperty) {
        let lines = LineBuffer(limit: limit)
        var seen: [[UInt8]] = []
        var chance = seed
        var at = 0
        var failure: LineBufferError?
        while at < bytes.count, failure == nil, !lines.isClosed {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1
            let count = min(bytes.count - at, ReadBuffer.capacity, piece(chance))
            buffer.withSpace { $0.copyBytes(from: bytes[at..<at + count]) }
            do throws(LineBufferError) {
                try lines.append(count, of: buffer) { line in
                    seen.append(line.copy)
                    if let most, seen.count > most { lines.close() }
                }
            } catch {
                failure = error
            }
            at += count
        }
        var expected = Array(parts.dropLast().prefix { $0.count <= limit })
        // What is not complete may be too long already.
        let fails = expected.count < parts.count - 1 || (parts.last?.count ?? 0) > limit
        if let most { expected = Array(expected.prefix(most + 1)) }
        try BrokenProperty.check(seen == expected, "\(seen.count) lines instead of \(expected.count), limit \(limit)")
        guard most == nil else { return }
        try BrokenProperty.check((failure != nil) == fails, "limit \(limit): \(failure.map { "\($0)" } ?? "no error")")
        try BrokenProperty.check(failure.map { $0.code == .lineTooLong } ?? true, "\(String(describing: failure))")
        let left = lines.pendingBytes
        try BrokenProperty.check(left == (fails ? 0 : parts.last?.count ?? 0), "\(left) bytes left")
        try BrokenProperty.check(lines.close() == left && lines.pendingCapacity == 0, "memory is kept")
    }
}
