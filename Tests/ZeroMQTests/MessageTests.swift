import CZeroMQ
import Testing
import ZeroMQ

@Suite struct MessageTests {
    /// 33 bytes lie within the zmq_msg_t, 34 beside it.
    @Test(arguments: [0, 1, 33, 34, 1 << 20]) func bytesAreKept(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let message = try Message(copying: bytes)
        #expect(message.count == count)
        #expect(message.isEmpty == (count == 0))
        #expect(message.hasMore == false)
        #expect(message.bytes == bytes)
    }

    @Test func emptyAndTextual() throws {
        let empty = Message()
        #expect(empty.isEmpty == true)
        #expect(try Message("grün").text == "grün")
        #expect(try Message("x").metadata("User-Id") == nil)
    }

    @Test(arguments: [5, 33, 34, 4096]) func aCopyOutlivesItsSource(count: Int) throws {
        func copyOfShortLived() throws -> Message {
            let source = try Message(copying: repeatElement(UInt8(7), count: count))
            return source.copy()
        }
        let copy = try copyOfShortLived()
        #expect(copy.bytes == [UInt8](repeating: 7, count: count))
    }

    @Test func largeContentIsSharedAndSmallIsNot() throws {
        func address(_ message: borrowing Message) -> UInt {
            message.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        }
        let large = try Message(copying: repeatElement(UInt8(1), count: 34))
        #expect(address(large) == address(large.copy()))
        let small = try Message(copying: repeatElement(UInt8(1), count: 33))
        #expect(address(small) != address(small.copy()))
    }

    /// Each copy is made of a lent message: had the source's "shared" flag been set in a temporary only, the second
    /// copy would count anew and the content be freed with the first that ends.
    @Test func manyCopiesOfALentMessageEndInAnyOrder() throws {
        func copy(_ message: borrowing Message) -> Message { message.copy() }
        let source = try Message(copying: (0..<10_000).map { UInt8(truncatingIfNeeded: $0) })
        let kept = copy(source)
        for _ in 0..<1000 {
            let first = copy(source)
            let second = copy(first)
            _ = consume first
            #expect(second.count == 10_000)
        }
        let expected = source.bytes
        _ = consume source
        #expect(kept.bytes == expected)
    }

    @Test func aSizeThatNoMachineHasIsAnError() {
        #expect(throws: ZeroMQError.self) { _ = try Message(size: Int.max) { _ in } }
        #expect(throws: ZeroMQError.self) { _ = try Message(size: Int.max - 16) { _ in } }
    }

    /// The wrapper keeps zmq_msg_t as C does, which needs the alignment that its header asks for.
    @Test func swiftSeesTheLayoutOfC() {
        #expect(MemoryLayout<zmq_msg_t>.size == 64)
        #expect(MemoryLayout<zmq_msg_t>.alignment == MemoryLayout<UnsafeRawPointer>.alignment)
    }
}
