private import CLinux
package import Diagnostics
package import EventLoop
private import Glibc
private import Synchronization

/// Tells systemd, or whoever speaks its protocol, how the daemon is: one datagram a message, without a library.
///
/// A socket that is gone or full is none of the daemon's trouble: the message is dropped, and the first one is logged.
package final class ServiceManager: Sendable {
    private let address: String
    private let socket: FileDescriptor
    private let settings: ServiceSettings
    private let hasFailed = Atomic<Bool>(false)
    private let log: Log

    /// Nil when nobody wants to hear.
    package init?(_ settings: ServiceSettings, log: Log) {
        guard let address = settings.notifySocket else { return nil }
        let raw = clinux_datagram_socket()
        guard raw >= 0 else {
            log.warning("the service manager can't be told", ["reason": String(cString: strerror(errno))])
            return nil
        }
        self.address = address
        self.settings = settings
        self.log = log
        socket = FileDescriptor(owning: raw)
    }

    /// The sockets serve, for the first time or after a reload.
    package func ready() { send("READY=1") }

    /// The daemon begins to stop.
    package func stopping() { send("STOPPING=1") }

    /// The configuration is being read anew; `ready()` ends that. systemd wants to know when it began.
    package func reloading() {
        send("RELOADING=1\nMONOTONIC_USEC=\(MonotonicClock().now.nanoseconds / 1_000)")
    }

    /// One line for people, as `systemctl status` shows it.
    package func status(_ text: String) {
        // A second line would be another message.
        send("STATUS=\(text.replacing("\n", with: " "))")
    }

    /// Says that the daemon lives, from now on, by that loop's own timer: a loop that stands still says nothing, and the
    /// daemon is started anew. Nothing when no watchdog waits. On the loop.
    package func startWatchdog(on loop: EventLoop) {
        guard let interval = settings.watchdogInterval else { return }
        send("WATCHDOG=1")
        loop.schedule(after: interval) { [weak self, weak loop] in
            if let loop { self?.startWatchdog(on: loop) }
        }
    }

    private func send(_ message: String) {
        let bytes = Array(message.utf8)
        let code = address.withCString { name in
            clinux_datagram_send(socket.rawValue, name, address.utf8.count, bytes, bytes.count)
        }
        guard code != 0, !hasFailed.exchange(true, ordering: .relaxed) else { return }
        log.warning(
            "the service manager can't be told", ["socket": address, "reason": String(cString: strerror(errno))])
    }
}
