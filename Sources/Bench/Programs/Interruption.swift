import CLinux
import EventLoop
import Glibc

/// SIGINT and SIGTERM, noticed by whoever waits: so that each ends what it has started.
final class Interruption {
    private let signals: FileDescriptor

    /// Before the process has a second thread, which could take them.
    init(by wanted: [CInt] = [SIGINT, SIGTERM]) throws(BenchError) {
        let descriptor = clinux_signalfd(wanted, CInt(wanted.count))
        guard descriptor >= 0 else { throw BenchError(.systemRefused, "signalfd", errno: errno) }
        signals = FileDescriptor(owning: descriptor)
    }

    /// Waits until one of `descriptors` is readable or the time is over, which is not told apart.
    func wait(for descriptors: [CInt] = [], atMost duration: Duration) throws(BenchError) {
        var wanted = ([signals.rawValue] + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&wanted, nfds_t(wanted.count), CInt(clamping: max(0, duration.milliseconds)))
        if wanted[0].revents != 0 { throw BenchError(.interrupted, "interrupted") }
    }
}
