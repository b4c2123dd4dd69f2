import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

@Suite struct ProcessTreeTests {
    private static func entry(_ pid: CInt, _ parent: CInt, _ resident: UInt64) -> ProcessTree.Entry {
        ProcessTree.Entry(pid: pid, parent: parent, resident: resident)
    }

    @Test func aProcessCountsWithAllThatDescendsFromIt() {
        let tree = ProcessTree([
            Self.entry(1, 0, 1), Self.entry(10, 1, 100), Self.entry(11, 10, 20), Self.entry(12, 11, 3),
            Self.entry(20, 1, 5_000), Self.entry(30, 1, 70),
        ])
        #expect(tree.use(of: [10]) == MemoryUse(resident: 123, processes: 3))
        #expect(tree.use(of: [10, 30]) == MemoryUse(resident: 193, processes: 4))
        #expect(tree.use(of: [12]) == MemoryUse(resident: 3, processes: 1))
        #expect(tree.use(of: [99]) == MemoryUse())
        #expect(tree.use(of: []) == MemoryUse())
    }

    @Test func whatStandsBelowTwoCountsOnce() {
        let tree = ProcessTree([Self.entry(10, 1, 1), Self.entry(11, 10, 1)])
        #expect(tree.use(of: [10, 11, 10]) == MemoryUse(resident: 2, processes: 2))
    }

    /// Numbers that are used again while /proc is read may look like it.
    @Test func aCircleEnds() {
        let tree = ProcessTree([Self.entry(1, 2, 1), Self.entry(2, 1, 1), Self.entry(3, 3, 1)])
        #expect(tree.use(of: [1, 3]) == MemoryUse(resident: 3, processes: 3))
    }

    @Test func theSystemsTreeIsRead() throws {
        // A name as a hostile process would choose it.
        let directory = try TemporaryDirectory()
        try directory.write("a) R 1 (", "#!/bin/sh\nsleep 600 & echo $!; wait\n")
        let child = try ChildProcess.spawn(
            Command("\(directory.path)/a) R 1 (", environment: ["PATH": "/usr/bin:/bin"]))
        defer { child.signalGroup(SIGKILL) }
        let grandchild = try #require(CInt(try child.output(until: "\n").dropLast()))
        try eventually("it has become sleep") {
            try ProcessTree.current().use(of: [grandchild]).resident > 0
        }
        let tree = try ProcessTree.current()
        #expect(tree.children(of: getpid()).contains(child.pid))
        #expect(tree.children(of: child.pid) == [grandchild])
        let use = tree.use(of: [child.pid])
        #expect(use.processes == 2)
        // Some hundred KiB each, and no page counted as a byte.
        #expect((200_000..<100_000_000).contains(use.resident))
    }

    @Test func memoryThatIsTouchedIsSeen() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let before = try ProcessTree.current().use(of: [getpid()]).resident
            let block = UnsafeMutableRawPointer.allocate(byteCount: 64 << 20, alignment: 4_096)
            memset(block, 1, 64 << 20)
            let after = try ProcessTree.current().use(of: [getpid()]).resident
            exit(after >= before + (60 << 20) ? 7 : 8)
        }
    }

    /// In a session of its own and adopted: no descendant any more, but still the worker's.
    @Test func whatWasAdoptedCountsByItsMark() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try Subreaper.become()
            var command = Command.shell("setsid sh -c 'sleep 600 & echo $!' </dev/null; cat")
            command.environment["BOSUN_WORKER"] = "s.1.main-1"
            let child = try ChildProcess.spawn(command)
            guard let orphan = CInt(try child.output(until: "\n").dropLast()) else { exit(8) }
            defer { kill(orphan, SIGKILL) }
            try eventually("it is adopted") { try Subreaper.adopted().contains(orphan) }
            func processes(_ mark: String) throws -> Int? {
                let worker = (pid: child.pid, mark: "BOSUN_WORKER=\(mark)")
                return try ProcessTree.current().use(of: [1: worker], adoptedBy: getpid())[1]?.processes
            }
            // The shell, its cat, and the orphan.
            try eventually("three are seen") { try processes("s.1.main-1") == 3 }
            guard try processes("s.1.main-10") == 2 else { exit(9) }
            kill(orphan, SIGKILL)
            exit(7)
        }
    }
}
