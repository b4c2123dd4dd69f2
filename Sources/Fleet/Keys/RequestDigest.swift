package import JSONRPC
import BusProtocol

/// What tells whether two requests with one key ask for the same.
package struct RequestDigest: Sendable, Hashable {
    /// SHA-256 of the method and the params as a value, 64 hexadecimal digits.
    package let text: String

    package init(method: String, params: JSON) {
        let bytes = JSON.array([.string(method), params]).canonical
        text = Digest.hexadecimal(bytes.withUnsafeBytes { Digest.sha256($0) })
    }
}
