private import CLinux
private import EventLoop
import Glibc

/// Opened by the loop, waited for by the main thread.
final class Latch: Sendable {
    private let event: FileDescriptor

    init() throws(DaemonError) {
        let fd = clinux_eventfd()
        guard fd >= 0 else { throw DaemonError(.systemRefused, "eventfd", errno: errno) }
        event = FileDescriptor(owning: fd)
    }

    /// Readable when it is open.
    var descriptor: CInt { event.rawValue }

    var isOpen: Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }

    func open() {
        var one: UInt64 = 1
        // It can't fail: the counter has room for more than one.
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }
}
