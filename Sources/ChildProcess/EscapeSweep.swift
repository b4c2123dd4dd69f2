private import CLinux
private import EventLoop
private import Glibc
private import Synchronization

/// Ends what escaped the process groups of workers whose lives are over: what this process has adopted, and all below it.
///
/// It waits for the ends, and reads what may hang: not on a loop. One sweep at a time; another one waits for it.
package final class EscapeSweep: Sendable {
    /// What came of a sweep.
    package struct Outcome: Sendable {
        /// What does not end, and was not told of before.
        package var left: [Orphan] = []
        /// Nothing is left, nor has an earlier sweep left anything that has not ended.
        package var isFinished = true
    }

    private struct Memory {
        /// The marks that were read. A killed process has none any more long before it ends.
        var marks: [ProcessIdentity: WorkerMark?] = [:]
        /// Those that had ended, and wait for whoever is to reap them.
        var ended: Set<ProcessIdentity> = []
        /// Killed by an earlier sweep, which has given them up: they hold no later one up.
        var stuck: Set<ProcessIdentity> = []
    }

    /// What stands below this process, but for the children that somebody knows and what is below those.
    private struct Look {
        var alive: [OrphanSearch.Candidate] = []
        var ended: Set<ProcessIdentity> = []
        /// Some went while they were looked at.
        var hasLost = false
    }

    private let memory = Mutex(Memory())

    /// Processes that are waited for at a time, each with a descriptor; the rest come after them.
    private static let mostAtATime = 256

    package init() {}

    /// Kills what the search finds until nothing is left that it would find and all of it has been reaped, or it has had its
    /// time to end. What an earlier sweep has told of is not waited for.
    ///
    /// - Parameter search: asked before each look, since workers start meanwhile.
    package func run(
        _ search: () -> OrphanSearch, course: SweepCourse = SweepCourse()
    ) throws(SpawnError) -> Outcome {
        try memory.withLock { (memory) throws(SpawnError) in try Self.run(course, &memory, search) }
    }

    private static func run(
        _ course: SweepCourse, _ memory: inout Memory, _ search: () -> OrphanSearch
    ) throws(SpawnError) -> Outcome {
        let clock = MonotonicClock()
        let start = clock.now
        var course = course
        var quarry: [ProcessIdentity: Quarry] = [:]
        while true {
            let search = search()
            try Subreaper.reapAdopted(limit: .max)
            let seen = try look(&memory)
            let found = search.orphans(among: seen.alive).filter {
                quarry[$0.identity] == nil && !memory.stuck.contains($0.identity)
            }
            for candidate in found.prefix(max(0, mostAtATime - quarry.count)) {
                guard let next = Quarry(candidate), !next.isKnown else { continue }
                next.go(to: .killing)
                quarry[candidate.identity] = next
            }
            let held = Array(quarry.values)
            quarry = quarry.filter { !$0.value.hasEnded }
            let shown = SweepCourse.Look(
                found: found.count, unended: quarry.count,
                hasSeenAnEnd: seen.hasLost || !seen.ended.isSubset(of: memory.ended))
            memory.ended = seen.ended
            switch course.next(after: shown, elapsed: start.duration(to: clock.now)) {
            case .over: return Outcome(isFinished: memory.stuck.isEmpty)
            case .givenUp:
                memory.stuck.formUnion(quarry.keys)
                let uncaught = found.filter { quarry[$0.identity] == nil }
                    .map { Orphan(identity: $0.identity, name: $0.name, end: .none) }
                let left = (quarry.values.map(\.orphan) + uncaught).sorted { $0.identity.pid < $1.identity.pid }
                return Outcome(left: left, isFinished: left.isEmpty && memory.stuck.isEmpty)
            case .again(let pause): wait(for: held, pause, clock)
            }
        }
    }

    /// Until all have ended, or the time is over; with none for the whole time.
    private static func wait(for quarry: [Quarry], _ limit: Duration, _ clock: MonotonicClock) {
        let end = clock.now.advanced(by: limit)
        var left = quarry.filter { !$0.hasEnded }
        while true {
            let time = clock.now.duration(to: end)
            guard time > .zero, !left.isEmpty || quarry.isEmpty else { return }
            Quarry.pause(untilOneOf: left, for: max(time, .milliseconds(1)))
            left = left.filter { !$0.hasEnded }
        }
    }

    private static func look(_ memory: inout Memory) throws(SpawnError) -> Look {
        var look = Look()
        var marks: [ProcessIdentity: WorkerMark?] = [:]
        var seen: Set<CInt> = []
        var waiting = try Subreaper.adopted()
        while let pid = waiting.popLast() {
            guard seen.insert(pid).inserted else { continue }
            // Before its state: had it ended meanwhile, its children would have gone to another parent.
            waiting += try Subreaper.children(of: pid)
            var process = clinux_process()
            guard clinux_process_read(pid, &process) == 0 else {
                look.hasLost = true
                continue
            }
            let identity = ProcessIdentity(pid: pid, started: process.started)
            guard !process.ended else {
                look.ended.insert(identity)
                continue
            }
            let mark = memory.marks[identity] ?? readMark(of: pid)
            if let mark { marks.updateValue(mark, forKey: identity) }
            look.alive.append(OrphanSearch.Candidate(process, mark: mark ?? nil))
        }
        memory.marks = marks
        memory.stuck.formIntersection(look.alive.map(\.identity))
        return look
    }

    /// `.some(nil)`: it carries none. Nil: that can't be told now, as of one that is just ending.
    private static func readMark(of pid: CInt) -> WorkerMark?? {
        let environment = StartEnvironment(of: pid)
        guard !environment.isEmpty else { return nil }
        return .some(environment[WorkerMark.variable].flatMap { WorkerMark($0) })
    }
}
