/// Where a peer is, as the socket that it came in by knows it: nothing of it is the peer's own word.
package enum PeerAddress: Sendable, Hashable {
    /// A process of this machine, as the kernel knew who opened the connection.
    case local(uid: UInt32, pid: Int32)
    /// The IP address that the connection came from: a proxy's, where one stands between.
    case remote(String)
}
