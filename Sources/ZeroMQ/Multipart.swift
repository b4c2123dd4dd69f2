/// The frames of one received message, at least one.
package struct Multipart: ~Copyable {
    private let frames: UnsafeMutableBufferPointer<Message>
    package private(set) var count = 0
    /// How many frames came above the limit; they are gone.
    package internal(set) var discarded = 0

    init(capacity: Int) {
        frames = .allocate(capacity: capacity)
    }

    deinit {
        for index in 0..<count { (frames.baseAddress.unsafelyUnwrapped + index).deinitialize(count: 1) }
        frames.deallocate()
    }

    var capacity: Int { frames.count }

    mutating func append(_ frame: consuming Message) {
        precondition(count < capacity)
        frames.initializeElement(at: count, to: frame)
        count += 1
    }

    /// The bytes of the frames that are here.
    var byteCount: Int { indices.reduce(0) { $0 + self[$1].count } }

    package var indices: Range<Int> { 0..<count }

    package subscript(index: Int) -> Message {
        _read {
            precondition(indices.contains(index))
            yield frames[index]
        }
    }

    /// Replaces a frame by an empty one and gives it to the caller, who can send it on without a copy.
    package mutating func take(_ index: Int) -> Message {
        precondition(indices.contains(index))
        let frame = frames.moveElement(from: index)
        frames.initializeElement(at: index, to: Message())
        return frame
    }

    /// What the connection says of the sender. The last frame is asked first: a ROUTER of libzmq 4.3.4 gives its first
    /// one no metadata once it was polled.
    package func metadata(_ property: String) -> String? {
        for index in indices.reversed() {
            if let value = self[index].metadata(property) { return value }
        }
        return nil
    }
}
