/// What CURVE takes of a client, each in Z85 (40 characters), as `bosun keys new` writes them.
public struct ClientKeys: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The daemon's public half: nobody else can stand in for it.
    public let daemon: String
    /// The client's own secret half; its public half follows from it.
    public let secret: String

    public init(daemon: String, secret: String) {
        self.daemon = daemon
        self.secret = secret
    }

    /// Without the secret half.
    public var description: String { "keys for the daemon \(daemon)" }
    public var debugDescription: String { description }
}
