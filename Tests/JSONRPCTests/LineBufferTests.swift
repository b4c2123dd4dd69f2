@testable import JSONRPC
import Testing

@Suite struct LineBufferTests {
    /// Feeds the pieces one after the other and gives the lines.
    private func lines(_ pieces: [[UInt8]], into lines: LineBuffer) throws -> [[UInt8]] {
        let buffer = ReadBuffer()
        var seen: [[UInt8]] = []
        for piece in pieces {
            buffer.withSpace { $0.copyBytes(from: piece) }
            try lines.append(piece.count, of: buffer) { line in seen.append(line.copy) }
        }
        return seen
    }

    private func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

    @Test func splitsAtEveryOffset() throws {
        let text = bytes("{\"a\":1}\n\n{\"b\":\"é\"}\r\nx\n")
        let expected = ["{\"a\":1}", "", "{\"b\":\"é\"}\r", "x"].map(bytes)
        for cut in 0...text.count {
            let buffer = LineBuffer()
            #expect(try lines([Array(text[..<cut]), Array(text[cut...])], into: buffer) == expected)
            #expect(buffer.pendingBytes == 0)
        }
        #expect(try lines(text.map { [$0] }, into: LineBuffer()) == expected)
    }

    @Test func aLineOfManyChunksIsWholeAndItsMemoryGoes() throws {
        let line = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 % 251) }.map { $0 == 10 ? 11 : $0 }
        let text = line + [10] + bytes("next\nhalf")
        let pieces = stride(from: 0, to: text.count, by: ReadBuffer.capacity).map {
            Array(text[$0..<min($0 + ReadBuffer.capacity, text.count)])
        }
        let buffer = LineBuffer()
        #expect(try lines(pieces, into: buffer) == [line, bytes("next")])
        #expect(buffer.pendingBytes == 4)
        #expect(buffer.pendingCapacity < 1_024)
        #expect(try lines([[10]], into: buffer) == [bytes("half")])
        #expect(buffer.pendingCapacity == 0)
    }

    @Test func aFullBufferEndingInANewlineIsHandedOverInPlace() throws {
        let line = [UInt8](repeating: 65, count: ReadBuffer.capacity - 1)
        let buffer = LineBuffer()
        #expect(try lines([line + [10]], into: buffer) == [line])
        #expect(buffer.pendingCapacity == 0)
    }

    @Test func wholeLinesAreNotCopied() throws {
        let buffer = ReadBuffer()
        buffer.withSpace { $0.copyBytes(from: bytes("one\ntwo\n")) }
        var offsets: [Int] = []
        let start = buffer.withSpace { UInt(bitPattern: $0.baseAddress) }
        try LineBuffer().append(8, of: buffer) { line in
            line.withUnsafeBytes { offsets.append(Int(UInt(bitPattern: $0.baseAddress) - start)) }
        }
        #expect(offsets == [0, 4])
    }

    @Test(arguments: [[7], [3, 4], [1, 1, 5]]) func refusesALineBeyondTheLimit(pieces: [Int]) throws {
        let buffer = LineBuffer(limit: 6)
        var seen: [[UInt8]] = []
        #expect(throws: LineBufferError(code: .lineTooLong, bytes: 7)) {
            seen += try lines([bytes("a\nsixsix\n")], into: buffer)
            _ = try lines(pieces.map { [UInt8](repeating: 65, count: $0) }, into: buffer)
        }
        #expect(seen == [bytes("a"), bytes("sixsix")])
        #expect(buffer.isClosed)
        #expect(buffer.pendingCapacity == 0)
        #expect(try lines([bytes("x\n")], into: buffer) == [])
    }

    @Test func refusesACompleteLineBeyondTheLimitAndHandsOverWhatCameBefore() throws {
        let buffer = ReadBuffer()
        buffer.withSpace { $0.copyBytes(from: bytes("ok\n1234567\nlater\n")) }
        var seen: [[UInt8]] = []
        let lines = LineBuffer(limit: 6)
        #expect(throws: LineBufferError(code: .lineTooLong, bytes: 7)) {
            try lines.append(17, of: buffer) { line in seen.append(line.copy) }
        }
        #expect(seen == [bytes("ok")])
    }

    @Test func memoryNeverExceedsTheLimitByDoubling() throws {
        let buffer = LineBuffer(limit: 3_000)
        for _ in 0..<3 { _ = try lines([[UInt8](repeating: 65, count: 1_000)], into: buffer) }
        #expect(buffer.pendingBytes == 3_000)
        #expect(buffer.pendingCapacity == 3_000)
    }

    @Test func theCallbackMayCloseIt() throws {
        for firstHalf in ["", "he"] {
            let lines = LineBuffer()
            _ = try self.lines([bytes(firstHalf)], into: lines)
            let buffer = ReadBuffer()
            buffer.withSpace { $0.copyBytes(from: bytes("ad\nmore\nrest")) }
            var seen: [[UInt8]] = []
            try lines.append(12, of: buffer) { line in
                #expect(lines.pendingBytes == 0)
                lines.close()
                seen.append(line.copy)
            }
            #expect(seen == [bytes(firstHalf + "ad")])
            #expect(lines.pendingBytes == 0)
            #expect(lines.pendingCapacity == 0)
        }
    }

    @Test func theOwnerMayLetGoOfItInTheMiddle() throws {
        var owned: LineBuffer? = LineBuffer()
        let buffer = ReadBuffer()
        buffer.withSpace { $0.copyBytes(from: bytes("a\nb\n")) }
        var count = 0
        try owned?.append(4, of: buffer) { _ in
            owned = nil
            count += 1
        }
        #expect(count == 2)
    }

    @Test func countsTheHalfLineAtTheEnd() throws {
        let buffer = LineBuffer()
        _ = try lines([bytes("whole\nha"), bytes("lf")], into: buffer)
        #expect(buffer.close() == 4)
        #expect(buffer.close() == 0)
        #expect(try lines([bytes("\n")], into: buffer) == [])
    }

    @Test func theSpaceIsWhatOneReadTakes() {
        #expect(ReadBuffer().withSpace { $0.count } == 65_536)
    }
}
