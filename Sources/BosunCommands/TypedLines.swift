import EventLoop
import Glibc

/// Lines that somebody types at the terminal that is the standard input, taken as they come.
struct TypedLines {
    enum Arrival: Equatable {
        /// Without its end.
        case line(String)
        case nothing
        /// Nobody will type any more.
        case end
    }

    /// Bytes of a line that are kept; nobody types more.
    private static let longest = 4_096

    private var bytes: [UInt8] = []

    /// The next line, when it comes within `time`, or before a signal does.
    mutating func next(within time: Duration) -> Arrival {
        if let line = takeLine() { return .line(line) }
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, CInt(clamping: time.milliseconds)) > 0 else { return .nothing }
        var chunk = [UInt8](repeating: 0, count: Self.longest)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .end }
        if bytes.count > Self.longest { bytes = [] }
        bytes += chunk[..<count]
        return takeLine().map { .line($0) } ?? .nothing
    }

    /// Forgets what has been typed up to now, half a line too.
    mutating func discard() {
        tcflush(STDIN_FILENO, TCIFLUSH)
        bytes = []
    }

    private mutating func takeLine() -> String? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { bytes.removeSubrange(...end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
