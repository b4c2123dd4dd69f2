import ChildProcess
import Glibc
import Testing

/// Real orphans. Their state id is each test's own, so that no test hits another's.
@Suite struct OrphanHuntTests {
    private let stateID = "hunt\(UInt64.random(in: 0 ... .max))"
    private let quick = OrphanLadder(terminate: .milliseconds(200), kill: .milliseconds(500), end: .seconds(60))
    /// A look at all processes may take longer than a quick step: for those that SIGTERM is to end.
    private let patient = OrphanLadder(terminate: .milliseconds(200), kill: .seconds(600), end: .seconds(700))

    private var search: OrphanSearch { OrphanSearch(stateID: stateID, epoch: 2, recorded: [], own: getpid()) }

    private func spawn(_ script: String, epoch: Int = 1, isMarked: Bool = true) throws -> ChildProcess {
        var command = Command.shell("\(script)\necho ready; sleep 600")
        if isMarked { command.environment["BOSUN_WORKER"] = "\(stateID).\(epoch).main-1" }
        let child = try ChildProcess.spawn(command)
        _ = try child.output(until: "ready")
        return child
    }

    @Test func withoutOrphansItTakesOneLook() throws {
        let child = try spawn("true", epoch: 2)
        #expect(try OrphanHunt.end(search) == [])
        #expect(isAlive(child.pid))
    }

    @Test func whatIgnoresSIGTERMIsKilledWithItsGroupAndItsDaemonizedChildren() throws {
        let child = try spawn(
            "trap '' TERM; env -i sleep 600 & setsid sh -c 'trap \"\" TERM; sleep 600 & wait' </dev/null >/dev/null &")
        let found = try OrphanHunt.end(search, ladder: quick)
        // The shell and its sleep, the one without a mark, the session of its own with its sleep.
        #expect(found.count >= 5)
        #expect(found.contains { $0.end == .sigkill && $0.identity.pid == child.pid })
        #expect(found.allSatisfy { $0.end != .none })
        for orphan in found where orphan.identity.pid != child.pid { #expect(!isAlive(orphan.identity.pid)) }
        // The shell's own sleep may have been killed first: then it ended by itself, before its turn came.
        #expect([.signaled(signal: SIGKILL, coreDumped: false), .exited(code: 137)].contains(try child.awaitEnd()))
    }

    @Test func aStoppedOneIsEndedBySIGTERM() throws {
        let child = try spawn("true")
        child.signalGroup(SIGSTOP)
        let found = try OrphanHunt.end(search, ladder: patient)
        #expect(found.first { $0.identity.pid == child.pid }?.end == .sigterm)
        #expect(try child.awaitEnd() == .signaled(signal: SIGTERM, coreDumped: false))
    }

    @Test func whatEndsByItselfIsNotSignaled() throws {
        var command = Command.shell("cat >/dev/null; exit 3")
        command.environment["BOSUN_WORKER"] = "\(stateID).1.main-1"
        let child = try ChildProcess.spawn(command)
        child.stdin = nil
        _ = try OrphanHunt.end(search)
        #expect(try child.awaitEnd() == .exited(code: 3))
    }

    @Test func aProcessThatOnlyHasTheRecordedPidLives() throws {
        let child = try spawn("true", isMarked: false)
        let identity = try #require(ProcessIdentity(of: child.pid))
        func search(started: UInt64) -> OrphanSearch {
            OrphanSearch(
                stateID: stateID, epoch: 2, recorded: [ProcessIdentity(pid: child.pid, started: started)], own: getpid()
            )
        }
        #expect(try OrphanHunt.end(search(started: identity.started + 1), ladder: patient) == [])
        #expect(isAlive(child.pid))
        let found = try OrphanHunt.end(search(started: identity.started), ladder: patient)
        #expect(found.contains { $0.identity == identity })
        // The shell's own sleep may have been ended first.
        #expect([.signaled(signal: SIGTERM, coreDumped: false), .exited(code: 143)].contains(try child.awaitEnd()))
    }
}
