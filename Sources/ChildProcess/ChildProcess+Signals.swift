private import CLinux
private import EventLoop
private import Glibc

extension ChildProcess {
    /// What became of a signal.
    package enum Delivery: Equatable, Sendable {
        case sent
        /// There is nobody left to signal.
        case gone
        /// EPERM: the child has changed its user.
        case refused(errno: CInt)
    }

    /// Signals the child alone, and never a stranger that has its pid by now.
    @discardableResult
    package func signal(_ signal: CInt) -> Delivery {
        guard exitStatus == nil else { return .gone }
        return Self.delivery(clinux_pidfd_signal(pidfd.rawValue, signal))
    }

    /// Signals the whole process group, also when the child has ended; `.gone` once it was reaped, since its pid, which
    /// names the group, may then be another's.
    @discardableResult
    package func signalGroup(_ signal: CInt) -> Delivery {
        guard exitStatus == nil else { return .gone }
        let group = Self.delivery(killpg(pid, signal))
        // A child that went over to another group is no longer reached by its own.
        guard getpgid(pid) != pid else { return group }
        return self.signal(signal)
    }

    private static func delivery(_ result: CInt) -> Delivery {
        guard result != 0 else { return .sent }
        return errno == ESRCH ? .gone : .refused(errno: errno)
    }
}
