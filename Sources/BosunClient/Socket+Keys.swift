import BusProtocol
import ZeroMQ

extension Socket {
    /// Sets what a link over tcp needs; without keys nothing.
    func use(_ keys: ClientKeys?) throws(ZeroMQError) {
        guard let keys else { return }
        let own = try CurveKeys(secretKey: keys.secret)
        try set(.curveServerKey, keys.daemon)
        try set(.curvePublicKey, own.publicKey)
        try set(.curveSecretKey, own.secretKey)
        try set(.ipv6, true)
        // A peer that is gone without a word would not be noticed.
        try set(.heartbeatInterval, .seconds(5))
        try set(.heartbeatTimeout, .seconds(20))
    }
}
