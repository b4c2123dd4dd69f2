import Glibc
import Synchronization

/// SIGINT and SIGTERM as a flag, for a sub-command that runs until then.
enum Interruption {
    private static let flag = Atomic(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// From here on the first of the signals sets the flag and interrupts what waits; the next one ends the process.
    static func catchSignals() {
        var action = sigaction()
        // An atomic store is all that it does, which a handler may.
        action.__sigaction_handler.sa_handler = { _ in Interruption.flag.store(true, ordering: .relaxed) }
        // Without SA_RESTART, so that a write to a reader that has stopped returns.
        action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND))
        sigemptyset(&action.sa_mask)
        // The flag is made before a handler could need it.
        _ = isRequested
        var caught = sigset_t()
        sigemptyset(&caught)
        for signal in [SIGINT, SIGTERM] {
            sigaction(signal, &action, nil)
            sigaddset(&caught, signal)
        }
        // Whoever started this may have blocked them, and that is inherited.
        pthread_sigmask(SIG_UNBLOCK, &caught, nil)
    }
}
