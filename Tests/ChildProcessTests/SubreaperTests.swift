import ChildProcess
import EventLoop
import Glibc
import Testing

/// What descendants leave behind. Each test adopts for its process, so each has one of its own.
@Suite struct SubreaperTests {
    /// A double-forked process in a session of its own, as a daemonized tool server is: no group's signal reaches it.
    private static let daemonize = "setsid sh -c 'sleep 600 & echo $!' </dev/null"

    @Test func adoptedChildIsFoundAndReaped() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            var command = Command.shell(SubreaperTests.daemonize)
            command.environment["BOSUN_WORKER"] = "s.1.main-1"
            let child = try ChildProcess.spawn(command)
            guard let orphan = CInt(try child.output(until: "\n").dropLast()) else { exit(8) }
            try child.awaitEnd()
            try eventually("it is adopted") { try Subreaper.adopted().contains(orphan) }
            guard isAlive(orphan), try Subreaper.reapAdopted() == 0 else { exit(9) }
            guard StartEnvironment(of: orphan)["BOSUN_WORKER"] == "s.1.main-1" else { exit(10) }
            kill(orphan, SIGKILL)
            try eventually("it is reaped") { try Subreaper.reapAdopted() == 1 }
            guard processState(orphan) == nil, try Subreaper.adopted().isEmpty else { exit(13) }
            exit(7)
        }
    }

    /// Known children that have ended stand in the kernel's list before the adopted, and must stay there.
    @Test func sweepTakesTheAdoptedBehindKnownOnesAndNoStatusOfTheirs() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let known = try (0..<20).map { try ChildProcess.spawn(.shell("exit \($0)")) }
            for child in known { try awaitReadable(child.pidfd.rawValue) }
            // Each leaves an orphan that ends at once; a shell may have reaped its own before it ended.
            for _ in 0..<20 { try ChildProcess.spawn(.shell("setsid sh -c 'exit 3' & exit 0")).awaitEnd() }
            var reaped = 0
            try eventually("twenty are reaped") {
                reaped += try Subreaper.reapAdopted(limit: 3)
                return try Subreaper.adopted().isEmpty
            }
            guard (1...20).contains(reaped) else { exit(8) }
            guard try Subreaper.reapAdopted() == 0 else { exit(9) }
            for (number, child) in known.enumerated() {
                guard child.reap() == .exited(code: CInt(number)) else { exit(10) }
            }
            guard waitpid(-1, nil, WNOHANG) == -1, errno == ECHILD else { exit(11) }
            exit(7)
        }
    }

    @Test func limitBoundsOneSweep() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            let script =
                "for i in 1 2 3 4 5 6 7 8 9 10; do setsid sh -c 'exit 3' </dev/null >/dev/null 2>&1 & done; wait; "
            let orphans = "for i in 1 2 3 4 5; do (setsid sleep 0.2 >/dev/null 2>&1 &) ; done"
            try ChildProcess.spawn(.shell(script + orphans)).awaitEnd()
            try eventually("five have ended") {
                let adopted = try Subreaper.adopted()
                return adopted.count == 5 && adopted.allSatisfy { processState($0) == "Z" }
            }
            guard try Subreaper.reapAdopted(limit: 2) == 2, try Subreaper.reapAdopted(limit: 2) == 2 else { exit(8) }
            guard try Subreaper.reapAdopted(limit: 2) == 1, try Subreaper.reapAdopted(limit: 2) == 0 else { exit(9) }
            exit(7)
        }
    }

    @Test func othersThatSomeoneElseWaitsForAreLeftAlone() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            var pid: pid_t = 0
            guard posix_spawn(&pid, "/bin/true", nil, nil, [strdup("true"), nil], nil) == 0 else { exit(8) }
            try eventually("it has ended") { processState(pid) == "Z" }
            guard try Subreaper.reapAdopted(except: [pid]) == 0 else { exit(9) }
            exit(waitpid(pid, nil, 0) == pid ? 7 : 10)
        }
    }

    @Test func aSweepWithoutChildrenIsNothing() async {
        await #expect(processExitsWith: .exitCode(7)) {
            exit(try Subreaper.reapAdopted() == 0 && Subreaper.adopted().isEmpty ? 7 : 8)
        }
    }
}
