import BusProtocol
import Testing

@testable import Journal

@Suite struct DigestCheckTests {
    @Test func aChangedBitIsAnotherCheck() {
        var bytes = [UInt8](repeating: 7, count: 1000)
        let before = bytes.withUnsafeBytes { Digest.check($0) }
        #expect(before.count == 16)
        bytes[999] ^= 1
        #expect(bytes.withUnsafeBytes { Digest.check($0) } != before)
    }
}
