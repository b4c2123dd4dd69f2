/// What became of a frame.
package enum SendResult: Sendable {
    /// libzmq has it; a PUB, or a ROUTER that is not mandatory, may still drop it for a peer that is gone or full.
    case sent
    /// The high-water mark is reached or no peer is there, and the frame is dropped.
    case wouldBlock
    /// A mandatory ROUTER has no peer of that routing id.
    case unreachable
}
