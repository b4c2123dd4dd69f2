package import Diagnostics

/// The daemon: built from its configuration, run until it is told to stop.
package enum Daemon {
    /// The version that the daemon tells consumers and codex.
    package static let version = "0.1.0"

    /// Serves until SIGTERM or SIGINT. Call it on the main thread, before other threads are started by anybody.
    package static func run(_ configuration: Configuration, log: Log) throws(DaemonError) {
        throw DaemonError(.systemRefused, "not built yet")
    }
}
