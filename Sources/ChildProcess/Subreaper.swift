private import CLinux
private import Glibc
private import Synchronization

/// What descendants leave behind: a process whose parent has ended becomes a child of this one, and is reaped here.
/// `EscapeSweep` ends it.
///
/// An adopted child has no pidfd, so something must look: `reapAdopted()` on a slow timer and after each worker's end.
package enum Subreaper {
    /// Makes this process the one that adopts; stays for its life.
    package static func become() throws(SpawnError) {
        guard clinux_become_subreaper() == 0 else { throw SpawnError(.subreaperUnavailable, errno: errno) }
    }

    /// Reaps adopted children that have ended, at most `limit` of them, and gives how many.
    ///
    /// Never takes the status of a `ChildProcess`, nor of the `others` that someone else waits for.
    @discardableResult
    package static func reapAdopted(except others: Set<CInt> = [], limit: Int = 1024) throws(SpawnError) -> Int {
        let (reaped, isHidden) = KnownChildren.pids.withLock { known in
            reapFirst(limit) { known.contains($0) || others.contains($0) }
        }
        guard isHidden else { return reaped }
        // Not under the lock, which each spawn and each end takes: with 1,000 children it would be held for milliseconds.
        // A number of the list that is another child's by now is known then, or can be reaped.
        let all = try children()
        return KnownChildren.pids.withLock { known in
            reaped + reap(all, limit - reaped) { known.contains($0) || others.contains($0) }
        }
    }

    /// The adopted children, ended or not. One that somebody reaps meanwhile may be among them.
    package static func adopted(except others: Set<CInt> = []) throws(SpawnError) -> [CInt] {
        // The list takes 0.5 ms with 200 children, and spawning holds the lock. Known before: one that is reaped meanwhile
        // was never adopted. Known after: so is one that is spawned meanwhile.
        let before = KnownChildren.pids.withLock { $0.union(others) }
        let all = try children()
        return KnownChildren.pids.withLock { known in
            all.filter { !known.contains($0) && !before.contains($0) }
        }
    }

    /// One look tells when nothing has ended, the usual case (0.3 µs without children, 2.5 µs with 200; the list takes 17
    /// and 500 µs). The kernel shows the same ended child again until it is reaped, so behind one that is known nothing
    /// would be seen: then something may be hidden, and the list of all children is to be gone through.
    private static func reapFirst(_ limit: Int, isKnown: (CInt) -> Bool) -> (reaped: Int, isHidden: Bool) {
        var reaped = 0
        var ended = clinux_ended()
        while reaped < limit {
            guard clinux_peek_any(&ended) == 1 else { return (reaped, false) }
            guard !isKnown(ended.pid), clinux_wait_pid(ended.pid, &ended) == 1 else { return (reaped, true) }
            reaped += 1
        }
        return (reaped, false)
    }

    /// Each is asked once, so it ends whatever is in the list.
    private static func reap(_ pids: [CInt], _ limit: Int, isKnown: (CInt) -> Bool) -> Int {
        var reaped = 0
        var ended = clinux_ended()
        for pid in pids where reaped < limit && !isKnown(pid) && clinux_wait_pid(pid, &ended) == 1 { reaped += 1 }
        return reaped
    }

    /// The children of a process, of this one without a number; none when it is not there any more.
    static func children(of parent: CInt = 0) throws(SpawnError) -> [CInt] {
        var capacity = 64
        while true {
            var count = 0
            let pids = [CInt](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count = clinux_children(parent, buffer.baseAddress, buffer.count)
                filled = min(max(count, 0), buffer.count)
            }
            if count < 0, parent != 0, errno == ENOENT || errno == ESRCH { return [] }
            guard count >= 0 else { throw SpawnError(.childrenUnknown, errno: errno) }
            guard count > capacity else { return pids }
            capacity = 2 * count
        }
    }
}
