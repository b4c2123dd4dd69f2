/// A line of a conversation, for whoever listens in.
package struct MirroredLine: Sendable {
    package enum Direction: Sendable { case sent, received }

    package let direction: Direction
    /// Without its newline.
    package let bytes: [UInt8]
}
