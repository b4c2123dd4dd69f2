import Diagnostics
import EventLoop
import Glibc
import TestSupport
import Testing

@testable import Daemon

@Suite struct ServiceManagerTests {
    private static let log = Log(minimum: .error)

    private static func manager(_ address: String, watchdog: String? = nil) throws -> ServiceManager {
        var environment = ["NOTIFY_SOCKET": address]
        environment["WATCHDOG_USEC"] = watchdog
        return try #require(ServiceManager(ServiceSettings(environment: environment, pid: getpid()), log: log))
    }

    @Test func eachMessageIsOneDatagram() throws {
        let directory = try TemporaryDirectory()
        let abstract = "@bosun-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        for address in ["\(directory.path)/notify", abstract] {
            let receiver = try DatagramReceiver(address)
            let manager = try Self.manager(address)
            manager.ready()
            manager.status("one\ntwo")
            manager.stopping()
            #expect(try receiver.next() == "READY=1")
            #expect(try receiver.next() == "STATUS=one two")
            #expect(try receiver.next() == "STOPPING=1")
            #expect(receiver.waiting() == nil)
        }
    }

    @Test func aReloadSaysWhenItBegan() throws {
        let directory = try TemporaryDirectory()
        let receiver = try DatagramReceiver("\(directory.path)/notify")
        let before = MonotonicClock().now.nanoseconds / 1_000
        try Self.manager(receiver.address).reloading()
        let lines = try receiver.next().split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == "RELOADING=1")
        let stamp = try #require(Int64(lines[1].dropFirst("MONOTONIC_USEC=".count)))
        #expect((before...(MonotonicClock().now.nanoseconds / 1_000)).contains(stamp))
    }

    /// It must neither wait nor end the process.
    @Test func aSocketThatIsGoneOrFullIsPassedOver() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/notify"
        let early = try Self.manager(path)
        early.ready()
        var receiver: DatagramReceiver? = try DatagramReceiver(path)
        // The kernel holds some ten; nobody reads.
        for number in 0..<10_000 { early.status("\(number)") }
        #expect(try receiver?.next() == "STATUS=0")
        receiver = nil
        early.ready()
        try check("unlink", unlink(path))
        early.ready()
        // A new one at the same place hears it again.
        let second = try DatagramReceiver(path)
        early.stopping()
        #expect(try second.next() == "STOPPING=1")
    }

    @Test func aNameThatIsTooLongIsPassedOver() throws {
        try Self.manager("/" + String(repeating: "x", count: 300)).ready()
    }

    /// By the loop's own timer: a loop that does not come round does not say that it lives.
    @Test func theWatchdogHangsOnTheLoopsTimer() throws {
        let directory = try TemporaryDirectory()
        let receiver = try DatagramReceiver("\(directory.path)/notify")
        let manager = try Self.manager(receiver.address, watchdog: "30000000")
        let clock = ManualClock()
        let loop = try EventLoop(name: "watchdog", clock: clock)
        defer { loop.stop() }
        loop.runAndWait { manager.startWatchdog(on: loop) }
        #expect(try receiver.next() == "WATCHDOG=1")
        clock.advance(by: .milliseconds(14_999))
        loop.runAndWait {}
        #expect(receiver.waiting() == nil)
        clock.advance(by: .milliseconds(1))
        #expect(try receiver.next() == "WATCHDOG=1")
        // The loop stands still for as long as this handler does.
        loop.runAndWait {
            clock.advance(by: .seconds(100))
            if receiver.waiting() != nil { manager.status("too early") }
        }
        #expect(try receiver.next() == "WATCHDOG=1")
        loop.runAndWait {}
        #expect(receiver.waiting() == nil)
    }

    @Test func withoutAWatchdogNothingIsSaid() throws {
        let directory = try TemporaryDirectory()
        let receiver = try DatagramReceiver("\(directory.path)/notify")
        let manager = try Self.manager(receiver.address)
        let clock = ManualClock()
        let loop = try EventLoop(name: "watchdog", clock: clock)
        defer { loop.stop() }
        loop.runAndWait { manager.startWatchdog(on: loop) }
        clock.advance(by: .seconds(1_000))
        loop.runAndWait {}
        #expect(receiver.waiting() == nil)
    }
}

@Suite struct ServiceSettingsTests {
    private static func settings(_ environment: [String: String]) -> ServiceSettings {
        ServiceSettings(environment: environment, pid: 42)
    }

    @Test(arguments: [
        ("/run/n", "/run/n"), ("@n", "@n"), ("n", nil), ("", nil), ("/", nil), ("@", nil), ("vsock:2:1", nil),
    ])
    func theSocketIsAPathOrAnAbstractName(_ text: String, _ expected: String?) {
        #expect(Self.settings(["NOTIFY_SOCKET": text]).notifySocket == expected)
        #expect(Self.settings([:]).notifySocket == nil)
    }

    @Test(
        arguments: [
            ("30000000", nil, .seconds(15)), ("30000000", "42", .seconds(15)), ("30000000", "43", nil),
            ("30000000", "", nil), ("0", nil, nil), ("-2", nil, nil), ("x", nil, nil), ("1", nil, .milliseconds(1)),
            (nil, "42", nil),
        ] as [(String?, String?, Duration?)])
    func theWatchdogIsSaidTwiceInItsTime(_ time: String?, _ pid: String?, _ expected: Duration?) {
        var environment = ["NOTIFY_SOCKET": "/n"]
        environment["WATCHDOG_USEC"] = time
        environment["WATCHDOG_PID"] = pid
        #expect(Self.settings(environment).watchdogInterval == expected)
    }
}

@Suite struct StatusReportTests {
    private static func moment(_ milliseconds: Int64) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: milliseconds * 1_000_000)
    }

    @Test func onlyWhatIsNewAndAtMostOneASecond() {
        var report = StatusReport()
        #expect(report.offer("a", at: Self.moment(0)) == "a")
        #expect(report.offer("a", at: Self.moment(5_000)) == nil)
        #expect(report.offer("b", at: Self.moment(5_000)) == "b")
        #expect(report.offer("c", at: Self.moment(5_999)) == nil)
        #expect(report.offer("c", at: Self.moment(6_000)) == "c")
        #expect(StatusReport.text(ready: 1, workers: 3, openApprovals: 2) == "workers ready: 1 of 3; open approvals: 2")
    }
}
