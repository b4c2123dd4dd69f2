private import CLinux
private import EventLoop
import Glibc

extension Daemon {
    /// From here on a SIGHUP waits until `run` hears it; its default would end whoever is still reading the configuration.
    /// For the main thread, before there are others.
    package static func holdReloads() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGHUP)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}

/// The signals that steer the daemon, as a descriptor that its main thread waits on.
struct SignalSource: ~Copyable {
    private let descriptor: FileDescriptor

    /// From here on the signals come here and end nobody; threads started later inherit that.
    init() throws(DaemonError) {
        let signals = [SIGTERM, SIGINT, SIGHUP]
        let fd = clinux_signalfd(signals, CInt(signals.count))
        guard fd >= 0 else { throw DaemonError(.systemRefused, "signalfd", errno: errno) }
        descriptor = FileDescriptor(owning: fd)
        // A worker that has gone shows as EPIPE where it is written to.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for a signal or for one of the latches, for `timeout` at most; nil when it was no signal.
    func wait(or latches: [Latch], timeout: Duration? = nil) -> CInt? {
        var wanted = ([descriptor.rawValue] + latches.map(\.descriptor)).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let milliseconds = timeout.map { CInt(clamping: $0.milliseconds) } ?? -1
        // A debugger that stops and continues the process interrupts the wait.
        while poll(&wanted, nfds_t(wanted.count), milliseconds) < 0 && errno == EINTR {}
        let signal = clinux_signalfd_read(descriptor.rawValue)
        return signal == 0 ? nil : signal
    }
}
