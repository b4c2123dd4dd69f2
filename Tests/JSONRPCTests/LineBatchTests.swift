import Testing

@testable import JSONRPC

/// What a batch lends is what was put into it.
@Suite struct LineBatchTests {
    private struct Seen: Equatable {
        let line: [UInt8]
        var shape: Envelope.Shape?
        var id: RequestID?
        var texts: [String?] = []
        var error: JSONError?

        init(_ line: borrowing Line, _ outcome: Result<Envelope, JSONError>) {
            self.line = line.copy
            switch outcome {
            case .success(let envelope):
                shape = envelope.shape
                id = envelope.id
                texts = [envelope.method, envelope.threadID, envelope.turnID, envelope.itemID].map { $0?.string }
            case .failure(let failure): error = failure
            }
        }
    }

    private static func direct(_ line: [UInt8]) -> Seen {
        let scanner = EnvelopeScanner()
        return Line.withCopy(of: line) { line in
            do throws(JSONError) {
                return Seen(line, .success(try scanner.scan(line)))
            } catch {
                return Seen(line, .failure(error))
            }
        }
    }

    /// One scanner for all of them: each scan overwrites the texts of the one before.
    private static func filled(_ lines: [[UInt8]], expecting expected: Int = 0) throws -> LineBatch {
        let batch = LineBatch(expecting: expected)
        let scanner = EnvelopeScanner()
        for line in lines {
            try Line.withCopy(of: line) { (line) throws(LineBufferError) in try batch.append(line, scannedBy: scanner) }
        }
        return batch
    }

    private static func seen(in batch: LineBatch) -> [Seen] {
        var seen: [Seen] = []
        batch.forEach { seen.append(Seen($0, $1)) }
        return seen
    }

    private static let lines: [[UInt8]] = [
        #"{"method":"turn/started","params":{"threadId":"t","turn":{"id":"u"}}}"#,
        #"{"method":"item/completed","params":{"threadId":"t","turnId":"u","item":{"id":"i"}}}"#,
        #"{"id":7,"method":"a\/b","params":{"threadId":"\u00e9\"","turnId":"","itemId":"i"}}"#,
        #"{"id":"","method":"","params":{"threadId":""}}"#,
        #"{"id":-1,"result":{"thread":{"id":"x"}}}"#, #"{"id":"seven","error":{"code":-32001}}"#,
        "", "garbage", "{}", #"{"method":"a","method":"b"}"#, #"{"id":1.5,"method":"a"}"#, "{\"method\":\"\u{1F600}\"}",
    ].map { Array($0.utf8) }

    @Test func eachLineComesWithWhatTheScannerSaysOfIt() throws {
        let batch = try Self.filled(Self.lines)
        #expect(batch.count == Self.lines.count && !batch.isEmpty)
        #expect(Self.seen(in: batch) == Self.lines.map(Self.direct))
        // Lent again, it is the same.
        #expect(Self.seen(in: batch) == Self.lines.map(Self.direct))
    }

    /// Growing moves what is in it already.
    @Test(arguments: [0, 1, 300, 1_000_000]) func itGrowsWhateverWasExpected(_ expected: Int) throws {
        let huge = Array(#"{"method":"a/b","params":{"threadId":"\#(String(repeating: "t", count: 300_000))"}}"#.utf8)
        var lines = (0..<2_000).flatMap { _ in Self.lines }
        lines.insert(huge, at: 1)
        lines.append(huge)
        #expect(Self.seen(in: try Self.filled(lines, expecting: expected)) == lines.map(Self.direct))
    }

    @Test func withoutLinesItLendsNoneAndHoldsNothing() throws {
        let batch = LineBatch(expecting: 65_536)
        #expect(batch.isEmpty && batch.capacity == 0 && Self.seen(in: batch).isEmpty)
    }

    /// 64 KiB of the shortest lines, which a hostile worker may write.
    @Test func shortLinesDoNotMakeItReserveMuch() throws {
        let batch = try Self.filled([[UInt8]](repeating: [], count: 65_536), expecting: 65_536)
        #expect(batch.capacity < 200_000)
    }

    @Test func emptyLinesAloneAreLentToo() throws {
        #expect(Self.seen(in: try Self.filled([[], []])) == [Self.direct([]), Self.direct([])])
    }

    /// Whoever takes a batch asks for members with another scanner, which has not seen the line.
    @Test func membersAreLentOfLinesThatAreScannedWhenAsked() throws {
        let scanner = EnvelopeScanner(scansWhenAsked: true)
        var members: [[UInt8]?] = []
        try Self.filled(Self.lines).forEach { line, _ in members.append(scanner.raw(.params, of: line)) }
        let expected: [String?] = [
            #"{"threadId":"t","turn":{"id":"u"}}"#, #"{"threadId":"t","turnId":"u","item":{"id":"i"}}"#,
            #"{"threadId":"\u00e9\"","turnId":"","itemId":"i"}"#, #"{"threadId":""}"#,
        ]
        #expect(members == (expected + [String?](repeating: nil, count: 8)).map { $0.map { Array($0.utf8) } })
    }
}
