import BusProtocol
import JSONRPC
import Testing

@testable import BosunClient

@Suite struct LargeBodyTests {
    private static func event(_ body: JSON, flags: EventFlags = .byReference) -> Event {
        Event(
            topic: Topic(.event, scope: "t", method: "x"),
            header: EventHeader(flags: flags, epoch: 1, seq: 1, scopeSeq: 1, unixNanoseconds: 0),
            body: Array(body.serialized()))
    }

    private static func reference(_ bytes: [UInt8]) -> Event {
        let digest = Digest.hexadecimal(bytes.withUnsafeBytes { Digest.sha256($0) })
        return event(["ref": "1-1", "size": .integer(Int64(bytes.count)), "sha256": .string(digest)])
    }

    private static func piece(_ bytes: some Collection<UInt8>) -> JSON {
        ["data": .string(Array(bytes).withUnsafeBytes { Base64.encode($0) })]
    }

    @Test func itIsPutTogetherOfItsPieces() throws {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        let event = Self.reference(bytes)
        var body = try #require(LargeBody(of: event))
        #expect(body.request == ["ref": "1-1", "offset": 0])
        #expect(try body.take(Self.piece(bytes[..<400])) == nil)
        #expect(body.request == ["ref": "1-1", "offset": 400])
        #expect(try body.take(Self.piece(bytes[400...])) == bytes)
        #expect(event.whole(bytes).body == bytes && event.whole(bytes).header.flags == [])
    }

    @Test func whatIsNotWhatWasPublishedIsRefused() throws {
        let bytes = [UInt8](repeating: 7, count: 10)
        for wrong in [
            ["data": ""], ["data": "*"], [:], Self.piece(bytes + [1]), Self.piece([UInt8](repeating: 8, count: 10)),
        ] as [JSON] {
            var body = try #require(LargeBody(of: Self.reference(bytes)))
            #expect(throws: ClientError.self) { try body.take(wrong) }
        }
    }

    @Test func whatSaysNotWhereItsBodyIsHasNone() {
        let whole: JSON = ["ref": "1-1", "size": 3, "sha256": "x"]
        #expect(LargeBody(of: Self.event(whole)) != nil)
        #expect(LargeBody(of: Self.event(whole, flags: [])) == nil)
        for member in ["ref", "size", "sha256"] {
            var body = whole
            body[member] = .null
            #expect(LargeBody(of: Self.event(body)) == nil)
        }
        for size in [0, -1, .integer(.min)] as [JSON] {
            var body = whole
            body["size"] = size
            #expect(LargeBody(of: Self.event(body)) == nil)
        }
    }
}
