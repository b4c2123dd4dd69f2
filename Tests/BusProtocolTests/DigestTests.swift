import BusProtocol
import Testing

@Suite struct DigestTests {
    /// Source: FIPS 180-4's examples.
    @Test func sha256IsTheStandards() {
        #expect(
            Digest.hexadecimal("abc".utf8.withContiguousStorageIfAvailable { Digest.sha256(.init($0)) } ?? [])
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Digest.hexadecimal(Digest.sha256(UnsafeRawBufferPointer(start: nil, count: 0)))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
