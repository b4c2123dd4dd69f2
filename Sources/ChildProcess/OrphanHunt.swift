private import CLinux
private import EventLoop
private import Glibc

/// Ends orphans, each by a pidfd: a process that has taken one's pid is never hit.
///
/// It waits, and so does not run on a loop.
package enum OrphanHunt {
    /// Ends what the search finds, until nothing is found any more or the ladder is over; gives all that were found.
    ///
    /// With nothing to find it takes one look. Throws when /proc can't be read.
    package static func end(_ search: OrphanSearch, ladder: OrphanLadder = OrphanLadder()) throws(SpawnError)
        -> [Orphan]
    {
        let clock = MonotonicClock()
        let start = clock.now
        var quarry: [ProcessIdentity: Quarry] = [:]
        while true {
            // Again each round: one that is being ended may start another, and the machine may have hidden one in a look.
            for candidate in search.orphans(among: try candidates()) where quarry[candidate.identity] == nil {
                if let found = Quarry(candidate) { quarry[candidate.identity] = found }
            }
            let left = quarry.values.filter { !$0.hasEnded }
            let elapsed = start.duration(to: clock.now)
            let step = ladder.step(after: elapsed)
            guard !left.isEmpty, step != .over else { return quarry.values.map(\.orphan).sorted(by: isBefore) }
            for orphan in left { orphan.go(to: step) }
            Quarry.pause(untilOneOf: left, for: min(ladder.untilNextStep(after: elapsed), lookPause))
        }
    }

    /// How long a new orphan may stay unseen.
    private static let lookPause = Duration.milliseconds(100)

    private static func isBefore(_ a: Orphan, _ b: Orphan) -> Bool { a.identity.pid < b.identity.pid }

    /// The processes of the machine that have not ended, with their marks as far as they may be read.
    private static func candidates() throws(SpawnError) -> [OrphanSearch.Candidate] {
        var capacity = 1_024
        while true {
            var count = 0
            let processes = [clinux_process](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count = clinux_processes(buffer.baseAddress, buffer.count)
                filled = min(max(count, 0), buffer.count)
            }
            guard count >= 0 else { throw SpawnError(.processesUnknown, errno: errno) }
            guard count > capacity else {
                return processes.filter { !$0.ended }.map { process in
                    let mark = StartEnvironment(of: process.pid)[WorkerMark.variable].flatMap { WorkerMark($0) }
                    return OrphanSearch.Candidate(process, mark: mark)
                }
            }
            capacity = 2 * count
        }
    }
}
