import EventLoop
import Glibc
import TestSupport
import Testing

@testable import ChildProcess
import enum ChildProcess.ExitStatus

@Suite struct MemoryKillsTests {
    private static let killed = ExitStatus.signaled(signal: SIGKILL, coreDumped: false)

    private static func kills(_ count: UInt64, _ path: String = "f") -> MemoryKills {
        MemoryKills(path: path, count: count)
    }

    @Test func aKillThatNobodySentAndThatWasCountedIsTheKernels() {
        #expect(MemoryKills.explain(Self.killed, sentByUs: false, before: Self.kills(3), after: Self.kills(4)))
    }

    @Test(
        arguments: [
            (killed, true, kills(3), kills(4)), (killed, false, kills(3), kills(3)),
            (killed, false, kills(3), kills(2)),
            (killed, false, nil, kills(4)), (killed, false, kills(3), nil), (killed, false, kills(3), kills(4, "g")),
            (.signaled(signal: SIGTERM, coreDumped: false), false, kills(3), kills(4)),
            (.signaled(signal: SIGSEGV, coreDumped: true), false, kills(3), kills(4)),
            (.exited(code: 137), false, kills(3), kills(4)), (.unknown, false, kills(3), kills(4)),
        ] as [(ExitStatus, Bool, MemoryKills?, MemoryKills?)])
    func allElseIsNot(_ status: ExitStatus, _ sentByUs: Bool, _ before: MemoryKills?, _ after: MemoryKills?) {
        #expect(!MemoryKills.explain(status, sentByUs: sentByUs, before: before, after: after))
    }

    @Test(arguments: [
        ("0::/system.slice/bosun.service\n", ["/c/system.slice/bosun.service/memory.events", "/proc/vmstat"]),
        ("0::/\n", ["/c/memory.events", "/proc/vmstat"]),
        (
            "9:name=systemd:/\n4:memory:/a:b\n1:cpu,cpuacct:/\n0::/u\n",
            ["/c/memory/a:b/memory.oom_control", "/c/u/memory.events", "/proc/vmstat"]
        ),
        ("7:cpu,memory:/\n", ["/c/memory/memory.oom_control", "/proc/vmstat"]),
        ("garbage\n:\n\n5:memoryless:/x\n", ["/proc/vmstat"]),
    ])
    func theNearestCounterComesFirst(_ cgroups: String, _ expected: [String]) {
        #expect(MemoryKills.candidates(cgroups: cgroups, root: "/c") == expected)
    }

    @Test(arguments: [
        ("low 0\nhigh 0\nmax 5\noom 2\noom_kill 1\noom_group_kill 0\n", 1),
        ("oom_kill_disable 0\nunder_oom 0\noom_kill 12\n", 12), ("nr_free_pages 3\noom_kill 0\nx 1", 0),
        ("oom_kill_disable 0\n", nil), ("oom_kill x\n", nil), ("", nil),
    ])
    func theCountIsReadFromEachFile(_ text: String, _ count: UInt64?) {
        #expect(MemoryKills.kills(in: text) == count)
    }

    @Test func everyProcessHasACounterAndAMissingOneNone() throws {
        let own = try #require(MemoryKills(of: getpid()))
        let later = try #require(own.now)
        #expect(later.path == own.path && later.count >= own.count)
        #expect(MemoryKills(of: CInt.max) == nil)
        #expect(MemoryKills(path: "/no/such", count: 1).now == nil)
    }

    /// A real kill: a group of its own with little memory, and a program that wants more.
    @Test(.enabled(if: MemoryGroup.isPossible, "no memory cgroup can be made here"))
    func aRealKillIsCounted() throws {
        let group = try MemoryGroup(limit: 16 << 20)
        let child = try ChildProcess.spawn(
            .shell("echo $$ >\(group.path)/cgroup.procs; echo in; read go; head -c 200M /dev/zero | tail -c 200M"))
        defer { child.signalGroup(SIGKILL) }
        _ = try child.output(until: "in")
        let before = try #require(MemoryKills(of: child.pid))
        #expect(before.path.hasPrefix(group.path) && before.count == 0)
        _ = "go\n".utf8CString.withUnsafeBytes { child.stdin?.write(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
        try eventually("the kernel has killed") { before.now?.count ?? 0 > 0 }
        #expect(MemoryKills.explain(Self.killed, sentByUs: false, before: before, after: before.now))
    }
}
