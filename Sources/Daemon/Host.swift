import ChildProcess
import Glibc

/// What the daemon asks of the machine for itself.
enum Host {
    /// Raises the descriptor limit (each worker takes four), and becomes the parent of what workers leave behind.
    static func prepare() throws(DaemonError) {
        do throws(SpawnError) {
            _ = try ResourceLimits.raiseDescriptorLimit()
            try Subreaper.become()
            // A file that may not grow is an error of its write, not the daemon's end.
            signal(SIGXFSZ, SIG_IGN)
        } catch {
            throw DaemonError(.systemRefused, "\(error)")
        }
    }
}
