import CSodium
package import JSONRPC

/// What tells whether two requests with one key ask for the same.
package struct RequestDigest: Sendable, Hashable {
    /// SHA-256 of the method and the params as a value, 64 hexadecimal digits.
    package let text: String

    package init(method: String, params: JSON) {
        let bytes = JSON.array([.string(method), params]).canonical
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        let alphabet = Array("0123456789abcdef".utf8)
        text = String(decoding: digest.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }, as: UTF8.self)
    }
}
