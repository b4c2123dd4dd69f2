import ChildProcess
import Glibc
import Synchronization
import Testing

/// What has left its process group is ended with its worker's life. Each test adopts for its process, so each has one of its
/// own.
@Suite struct EscapeSweepTests {
    private static func search(_ lives: [String: UInt64] = [:]) -> OrphanSearch {
        OrphanSearch(stateID: "s", epoch: 1, lives: lives, own: getpid())
    }

    /// Runs a script that leaves something behind, and gives the pids that it prints, once their parents are gone.
    private static func leave(_ script: String, mark: String = "s.1.main-1", count: Int) throws -> [CInt] {
        var command = Command.shell(script)
        command.environment["BOSUN_WORKER"] = mark
        let child = try ChildProcess.spawn(command)
        var text = ""
        while text.count(where: \.isNewline) < count { text += try child.output(until: "\n") }
        let pids = text.split(whereSeparator: \.isNewline).compactMap { CInt($0) }
        try child.awaitEnd()
        try eventually("it is adopted") { try !Subreaper.adopted().isEmpty }
        return pids
    }

    /// A process that waits for one that waits for one, each in a session of its own: they print their pids.
    private static let chain =
        "(setsid sh -c 'echo $$; setsid sh -c \"echo \\$\\$; setsid sleep 600 & echo \\$!; wait\"; exit' &)"

    /// Sweeps, and says whether nothing is left.
    private static func ends(_ lives: [String: UInt64] = [:], with sweep: EscapeSweep = EscapeSweep()) throws -> Bool {
        let outcome = try sweep.run({ search(lives) })
        return outcome.isFinished && outcome.left.isEmpty
    }

    private static func areGone(_ pids: [CInt]) throws -> Bool {
        try pids.allSatisfy { processState($0) == nil } && Subreaper.adopted().isEmpty
    }

    @Test func aChainOfSessionsIsEndedAndReaped() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let pids = try EscapeSweepTests.leave(EscapeSweepTests.chain, count: 3)
            guard pids.count == 3, pids.allSatisfy({ isAlive($0) }) else { exit(8) }
            guard try EscapeSweepTests.ends() else { exit(9) }
            // It has waited for them.
            exit(try EscapeSweepTests.areGone(pids) ? 7 : 10)
        }
    }

    /// What is killed elsewhere just now has no environment to be known by, but its child has.
    @Test func whatIsBelowADyingProcessIsEnded() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            for _ in 0..<20 {
                let pids = try EscapeSweepTests.leave(EscapeSweepTests.chain, count: 3)
                kill(pids[0], SIGKILL)
                guard try EscapeSweepTests.ends() else { exit(9) }
                guard try EscapeSweepTests.areGone(pids) else { exit(10) }
            }
            exit(7)
        }
    }

    /// Its group, and what has thrown its mark away below it.
    @Test func theGroupAndTheUnmarkedBelowItGoAlong() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let script = """
                setsid sh -c 'echo $$; (env -i sleep 600 & echo $!); env -i setsid sleep 600 & echo $!; wait' &
                """
            let pids = try EscapeSweepTests.leave(script, count: 3)
            guard try EscapeSweepTests.ends() else { exit(9) }
            exit(try EscapeSweepTests.areGone(pids) ? 7 : 10)
        }
    }

    @Test func whatIsOfAPresentLifeIsSparedAndSoIsEverybodyElse() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let old = try EscapeSweepTests.leave(EscapeSweepTests.chain, count: 3)
            // Its present life began after that; the clock of processes ticks every 10 ms.
            try eventually("another tick") { [now = ProcessIdentity.ticksNow] in ProcessIdentity.ticksNow > now + 1 }
            let began = ProcessIdentity.ticksNow
            let new = try EscapeSweepTests.leave(EscapeSweepTests.chain, count: 3)
            let neighbour = try EscapeSweepTests.leave(EscapeSweepTests.chain, mark: "s.1.main-2", count: 3)
            let foreign = try EscapeSweepTests.leave(EscapeSweepTests.chain, mark: "another.1.main-1", count: 3)
            let known = try ChildProcess.spawn(.shell("sleep 600 & echo $!; wait"))
            let below = CInt(try known.output(until: "\n").dropLast()) ?? -1
            let sweep = EscapeSweep()
            guard try EscapeSweepTests.ends(["main-1": began, "main-2": 0], with: sweep) else { exit(8) }
            guard old.allSatisfy({ processState($0) == nil }) else { exit(9) }
            guard (new + neighbour + foreign + [known.pid, below]).allSatisfy({ isAlive($0) }) else { exit(10) }
            guard try EscapeSweepTests.ends(with: sweep) else { exit(11) }
            guard (new + neighbour).allSatisfy({ processState($0) == nil }) else { exit(12) }
            guard (foreign + [known.pid, below]).allSatisfy({ isAlive($0) }) else { exit(13) }
            for pid in foreign { kill(pid, SIGKILL) }
            known.signalGroup(SIGKILL)
            exit(7)
        }
    }

    /// Where something is started and ends all the time, a sweep is over nevertheless.
    @Test func processesThatComeAndGoKeepNoSweepFromItsEnd() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let busy = try EscapeSweepTests.leave(
                "setsid sh -c 'echo $$; while :; do /bin/true; done' &", mark: "s.1.b-1", count: 1)
            let pids = try EscapeSweepTests.leave(EscapeSweepTests.chain, count: 3)
            guard try EscapeSweepTests.ends(["b-1": 0]) else { exit(8) }
            guard pids.allSatisfy({ processState($0) == nil }), isAlive(busy[0]) else { exit(9) }
            guard try EscapeSweepTests.ends() else { exit(10) }
            exit(try EscapeSweepTests.areGone(busy) ? 7 : 11)
        }
    }

    /// The limit is over before anything has had time to end: it is told, and the next sweep does not wait for it.
    @Test func whatDoesNotEndInTimeIsToldOnceAndHoldsNoLaterSweepUp() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            var command = Command.shell(
                "setsid sh -c 'i=0; while [ $i -lt 300 ]; do sleep 600 & i=$((i+1)); done; echo ready; wait' &")
            command.environment["BOSUN_WORKER"] = "s.1.main-1"
            let child = try ChildProcess.spawn(command)
            _ = try child.output(until: "ready")
            try child.awaitEnd()
            try eventually("it is adopted") { try !Subreaper.adopted().isEmpty }
            let sweep = EscapeSweep()
            // More than are taken at a time, so some are left whatever has ended.
            let first = try sweep.run({ EscapeSweepTests.search() }, course: SweepCourse(limit: .zero))
            guard !first.left.isEmpty, !first.isFinished else { exit(8) }
            let told = Set(first.left.map(\.identity))
            try eventually("the rest is swept") {
                let next = try sweep.run({ EscapeSweepTests.search() })
                // Those that were killed are not told again; those that were not taken yet are killed now.
                guard next.left.allSatisfy({ !told.contains($0.identity) }) else { exit(9) }
                return try next.isFinished && Subreaper.adopted().isEmpty
            }
            exit(7)
        }
    }
}
