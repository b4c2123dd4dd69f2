import EventLoop
import Glibc
import Synchronization
import Dispatch

/// Writes lines to a descriptor on a thread of its own: whoever puts them never waits for a reader.
final class LineWriter: Sendable {
    /// Bytes that may wait; whoever lets that many lie does not read.
    private static let limit = 64 << 20

    private struct Waiting {
        var lines: [[UInt8]] = []
        var size = 0
        var isClosing = false
    }

    private let descriptor: CInt
    private let waiting = Mutex(Waiting())
    private let work = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ descriptor: CInt) {
        self.descriptor = descriptor
    }

    /// Begins; `onFailure` is called on that thread when nobody reads any more.
    func start(onFailure: @escaping @Sendable (_ errno: CInt) -> Void) throws(EventLoopError) {
        try BackgroundThread.start("output") {
            let code = self.run()
            self.ended.signal()
            if let code { onFailure(code) }
        }
    }

    /// False when too much waits already.
    func put(_ line: [UInt8]) -> Bool {
        let isTaken = waiting.withLock { waiting in
            guard waiting.size + line.count <= Self.limit else { return false }
            waiting.lines.append(line)
            waiting.size += line.count
            return true
        }
        work.signal()
        return isTaken
    }

    /// Waits until all is written, for so long at most.
    func close(within limit: Duration) {
        waiting.withLock { $0.isClosing = true }
        work.signal()
        _ = ended.wait(timeout: .now() + .nanoseconds(Int(limit.clampedNanoseconds)))
    }

    /// The errno that ended it; nil when it was closed.
    private func run() -> CInt? {
        while true {
            work.wait()
            let (lines, isClosing) = waiting.withLock { waiting in
                defer { waiting.lines = [] }
                return (waiting.lines, waiting.isClosing)
            }
            for line in lines {
                if let code = write(line) { return code }
                waiting.withLock { $0.size -= line.count }
            }
            if isClosing, lines.isEmpty { return nil }
            if isClosing { work.signal() }
        }
    }

    private func write(_ line: [UInt8]) -> CInt? {
        var written = 0
        while written < line.count {
            let count = line.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, 1_000)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
