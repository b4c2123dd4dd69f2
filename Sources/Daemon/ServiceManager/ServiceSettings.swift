/// What the service manager has told the daemon through its environment (sd_notify(3), sd_watchdog_enabled(3)).
package struct ServiceSettings: Sendable, Equatable {
    /// A socket's path, or `@` and an abstract name; nil: nobody wants to hear.
    package let notifySocket: String?
    /// How often to say that the daemon lives; nil: nobody waits for it.
    package let watchdogInterval: Duration?

    package init(environment: [String: String], pid: Int32) {
        // A path must be absolute; vsock and the like are for virtual machines.
        notifySocket = environment["NOTIFY_SOCKET"].flatMap {
            ($0.hasPrefix("/") || $0.hasPrefix("@")) && $0.utf8.count > 1 ? $0 : nil
        }
        guard notifySocket != nil, let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text),
            microseconds > 0,
            // Meant for another process, as when a shell started the daemon.
            environment["WATCHDOG_PID"].map({ $0 == "\(pid)" }) ?? true
        else {
            watchdogInterval = nil
            return
        }
        // Half the time, so that one late word does no harm.
        watchdogInterval = .microseconds(max(1_000, microseconds / 2))
    }
}
