private import CZeroMQ

/// A CURVE key pair, each in Z85 (40 characters).
package struct CurveKeys: Sendable {
    package let publicKey: String
    package let secretKey: String

    /// A new pair, from the system's randomness.
    package init() throws(ZeroMQError) {
        var publicKey = [CChar](repeating: 0, count: 41)
        var secretKey = publicKey
        guard zmq_curve_keypair(&publicKey, &secretKey) == 0 else {
            throw ZeroMQError(.keysUnavailable, errno: zmq_errno())
        }
        self.publicKey = Self.text(publicKey)
        self.secretKey = Self.text(secretKey)
    }

    /// The pair that belongs to a secret key; throws `keysUnavailable` when it is none.
    package init(secretKey: String) throws(ZeroMQError) {
        var publicKey = [CChar](repeating: 0, count: 41)
        guard secretKey.utf8.count == 40, zmq_curve_public(&publicKey, secretKey) == 0 else {
            throw ZeroMQError(.keysUnavailable, errno: zmq_errno())
        }
        self.publicKey = Self.text(publicKey)
        self.secretKey = secretKey
    }

    /// The Z85 of the 32 bytes of a key, as ZAP gives it; nil for another number of bytes.
    package static func z85(of key: UnsafeRawBufferPointer) -> String? {
        guard key.count == 32 else { return nil }
        var encoded = [CChar](repeating: 0, count: 41)
        guard zmq_z85_encode(&encoded, key.baseAddress, key.count) != nil else { return nil }
        return text(encoded)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
