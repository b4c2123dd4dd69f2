import ChildProcess
import EventLoop
import Glibc
import Testing

/// How children end, and what ends with them.
@Suite struct ExitTests {
    @Test(arguments: [0, 1, 127, 137, 255])
    func exitCodesAreTold(code: CInt) throws {
        let status = try ChildProcess.run(.shell("exit \(code)")).status
        #expect(status == .exited(code: code))
        #expect(status.isSuccess == (code == 0))
        #expect(status.signalName == nil)
    }

    @Test(arguments: [(SIGKILL, "SIGKILL"), (SIGTERM, "SIGTERM"), (SIGSEGV, "SIGSEGV"), (SIGABRT, "SIGABRT")])
    func signalsAreToldApartFromCodes(signal: CInt, name: String) throws {
        let status = try ChildProcess.run(.shell("ulimit -c 0; kill -\(signal) $$")).status
        #expect(status == .signaled(signal: signal, coreDumped: false))
        #expect(status.signalName == name)
        #expect(status.description == "ended by \(name)")
    }

    @Test("Case 23: a signal after the end reaches nobody, whoever has the number by then")
    func reapAnswersNilBeforeTheEndAndTheSameAfter() throws {
        let child = try ChildProcess.spawn(Command("/bin/cat"))
        #expect(child.reap() == nil)
        #expect(child.signal(SIGKILL) == .sent)
        let status = try child.awaitEnd()
        #expect(child.reap() == status)
        #expect(child.signal(SIGKILL) == .gone)
        #expect(child.signalGroup(SIGKILL) == .gone)
        #expect(processState(child.pid) == nil)
    }

    @Test func grandchildInTheGroupIsKilledWithTheChildsReaping() throws {
        let child = try ChildProcess.spawn(.shell("sleep 600 & echo $!; exit 0"))
        let output = try child.output(until: "\n")
        let grandchild = try #require(CInt(output.dropLast()))
        try awaitReadable(child.pidfd.rawValue)
        // The exit is known while the grandchild holds stdout open.
        #expect(isAlive(grandchild))
        #expect(child.reap() == .exited(code: 0))
        try eventually("the grandchild has ended") { !isAlive(grandchild) }
        #expect(try child.output() == "")
    }

    @Test func signalReachesTheWholeGroup() throws {
        let child = try ChildProcess.spawn(.shell("sleep 600 & echo $!; wait"))
        let grandchild = try #require(CInt(child.output(until: "\n").dropLast()))
        #expect(child.signalGroup(SIGTERM) == .sent)
        #expect(try child.awaitEnd() == .signaled(signal: SIGTERM, coreDumped: false))
        try eventually("the grandchild has ended") { !isAlive(grandchild) }
    }

    @Test func droppedChildLeavesNothing() throws {
        var child: ChildProcess? = try ChildProcess.spawn(.shell("trap '' TERM; sleep 600 & echo $!; wait"))
        let pid = try #require(child?.pid)
        let output = try child?.output(until: "\n") ?? ""
        let grandchild = try #require(CInt(output.dropLast()))
        child = nil
        try eventually("the child is gone") { processState(pid) == nil }
        try eventually("the grandchild has ended") { !isAlive(grandchild) }
    }

    @Test func droppedEndedChildIsReapedAtOnce() throws {
        var child: ChildProcess? = try ChildProcess.spawn(.shell("exit 0"))
        let pid = try #require(child?.pid)
        try awaitReadable(child?.pidfd.rawValue ?? -1)
        #expect(processState(pid) == "Z")
        child = nil
        #expect(processState(pid) == nil)
    }

    /// SIGCHLD is one bit: what is told per pidfd can't be lost in it.
    @Test func twoHundredThatEndTogetherGiveTwoHundredStatuses() throws {
        let children = try (0..<200).map { number in
            try ChildProcess.spawn(.shell("read line; exit \(number)", stdio: .pipe))
        }
        for child in children { child.stdin = nil }
        for (number, child) in children.enumerated() {
            #expect(try child.awaitEnd() == .exited(code: CInt(number)))
            #expect(processState(child.pid) == nil)
        }
    }

    /// An inherited SIG_IGN would let the kernel throw the statuses away.
    @Test func ignoredSIGCHLDDoesNotCostTheStatus() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGCHLD, SIG_IGN)
            exit(try ChildProcess.run(.shell("exit 5")).status == .exited(code: 5) ? 7 : 8)
        }
    }

    @Test func statusTakenByAnotherIsUnknownInsteadOfNever() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let child = try ChildProcess.spawn(.shell("exit 5"))
            guard waitpid(child.pid, nil, 0) == child.pid else { exit(8) }
            exit(child.reap() == .unknown ? 7 : 9)
        }
    }
}
