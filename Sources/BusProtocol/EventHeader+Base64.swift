extension EventHeader {
    /// The 64 bytes in base64 (RFC 4648, with padding), as a replay gives them.
    public var base64: String {
        withUnsafeTemporaryAllocation(byteCount: Self.size, alignment: 8) { buffer in
            encode(into: buffer)
            return Base64.encode(UnsafeRawBufferPointer(buffer))
        }
    }

    /// Reads a header that a replay gave; nil when it is none.
    public init?(base64 text: String) {
        guard let bytes = Base64.decode(text) else { return nil }
        guard let header = bytes.withUnsafeBytes({ EventHeader(decoding: $0) }) else { return nil }
        self = header
    }
}
