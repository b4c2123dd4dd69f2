import Synchronization
private import CLinux
private import EventLoop
private import Glibc

/// A process that is to end, with the descriptor that holds on to it: one that takes its pid is never hit.
final class Quarry {
    let identity: ProcessIdentity
    private let pidfd: FileDescriptor
    private let name: String
    private var step = OrphanLadder.Step.waiting

    /// Nil when it has ended meanwhile, somebody else has its pid, or there is no descriptor to be had.
    init?(_ candidate: OrphanSearch.Candidate) {
        let raw = clinux_pidfd_open(candidate.identity.pid)
        guard raw >= 0 else { return nil }
        pidfd = FileDescriptor(owning: raw)
        identity = candidate.identity
        name = candidate.name
        guard ProcessIdentity(of: identity.pid) == identity else { return nil }
    }

    var hasEnded: Bool {
        var entry = pollfd(fd: pidfd.rawValue, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0
    }

    /// Whether its status is a `ChildProcess`'s to take: one that was being started while it was looked at.
    var isKnown: Bool { KnownChildren.pids.withLock { $0.contains(identity.pid) } }

    func go(to next: OrphanLadder.Step) {
        guard step < next else { return }
        step = next
        for signal in next.signals { _ = clinux_pidfd_signal(pidfd.rawValue, signal) }
    }

    var orphan: Orphan {
        let end: Orphan.End =
            switch step {
            case _ where !hasEnded: .none
            case .waiting: .byItself
            case .terminating: .sigterm
            case .killing, .over: .sigkill
            }
        return Orphan(identity: identity, name: name, end: end)
    }

    /// Waits until one of them has ended, or the time is over.
    static func pause(untilOneOf quarry: [Quarry], for limit: Duration) {
        var entries = quarry.map { pollfd(fd: $0.pidfd.rawValue, events: Int16(POLLIN), revents: 0) }
        _ = poll(&entries, nfds_t(entries.count), CInt(clamping: limit.milliseconds))
    }
}
