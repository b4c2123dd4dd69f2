import CLinux

/// How a process ended.
package enum ExitStatus: Hashable, Sendable, CustomStringConvertible {
    case exited(code: CInt)
    case signaled(signal: CInt, coreDumped: Bool)
    /// It has ended, but something else in this process took its status.
    case unknown

    package var isSuccess: Bool { self == .exited(code: 0) }

    /// The signal's name, as "SIGKILL"; nil when no signal ended it.
    package var signalName: String? {
        guard case .signaled(let signal, _) = self else { return nil }
        return Self.name(ofSignal: signal)
    }

    package var description: String {
        switch self {
        case .exited(let code): "exited with code \(code)"
        case .signaled(let signal, let coreDumped):
            "ended by \(Self.name(ofSignal: signal))\(coreDumped ? ", core dumped" : "")"
        case .unknown: "ended, status unknown"
        }
    }

    package static func name(ofSignal signal: CInt) -> String {
        guard let name = clinux_signal_name(signal) else { return "signal \(signal)" }
        return "SIG" + String(cString: name)
    }

    init(_ ended: clinux_ended) {
        self =
            ended.signaled
            ? .signaled(signal: ended.status, coreDumped: ended.core_dumped) : .exited(code: ended.status)
    }
}
