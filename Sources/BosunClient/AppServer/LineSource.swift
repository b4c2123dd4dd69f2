import Dispatch
import EventLoop
import Glibc

/// Reads lines from a descriptor on a thread of its own, which any kind of file can make wait.
final class LineSource: Sendable {
    enum Piece: Sendable {
        /// Without its newline.
        case line([UInt8])
        case end
        /// A line is longer than may be.
        case tooLong
    }

    private let descriptor: CInt
    private let limit: Int
    /// Lines that may be on their way to whoever takes them.
    private let room = DispatchSemaphore(value: 256)

    init(_ descriptor: CInt, limit: Int) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// Begins; `body` is called on that thread for each line, and calls `taken` when it is done with it.
    func start(_ body: @escaping @Sendable (Piece) -> Void) throws(EventLoopError) {
        try BackgroundThread.start("input") { self.run(body) }
    }

    func taken() { room.signal() }

    private func run(_ body: (Piece) -> Void) {
        var line: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            // What stands behind the last newline is no line.
            guard count > 0 else { return body(.end) }
            var rest = chunk[..<count]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                line += rest[..<end]
                rest = rest[(end + 1)...]
                guard line.count <= limit else { return body(.tooLong) }
                room.wait()
                body(.line(line))
                line = []
            }
            line += rest
            guard line.count <= limit else { return body(.tooLong) }
        }
    }
}
