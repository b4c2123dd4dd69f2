/// A piece of a body that was published by reference.
package struct BodyPiece: Sendable, Hashable {
    /// Bytes of the whole.
    package let size: Int
    package let bytes: [UInt8]

    package init(size: Int, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }
}
