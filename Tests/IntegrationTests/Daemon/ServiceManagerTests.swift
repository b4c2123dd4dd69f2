import Glibc
import JSONRPC
import TestSupport
import Testing

/// The daemon as a service manager sees it.
@Suite(.waits, .showsDaemonLogs) struct ServiceManagerTests {
    /// Messages up to the first that begins so.
    private static func messages(of receiver: DatagramReceiver, to start: String) throws -> [String] {
        var messages: [String] = []
        repeat { messages.append(try receiver.next()) } while !messages[messages.count - 1].hasPrefix(start)
        return messages
    }

    @Test func itIsToldOfTheWholeLife() throws {
        let sockets = try TemporaryDirectory()
        let receiver = try DatagramReceiver(sockets.file("notify"))
        var options = DaemonProcess.Options()
        options.environment = ["NOTIFY_SOCKET": receiver.address, "WATCHDOG_USEC": "400000"]
        let daemon = try DaemonProcess(FakeAppServer.command, options)
        let first = try Self.messages(of: receiver, to: "READY=1")
        #expect(first.allSatisfy { $0 == "READY=1" || $0 == "WATCHDOG=1" || $0.hasPrefix("STATUS=") })
        // Ready means that commands are taken.
        #expect(access("\(daemon.runDirectory)/commands.sock", F_OK) == 0)
        let bus = try BusClient(daemon)
        let worker = pid_t(try bus.ready().int("pid"))
        _ = try Self.messages(of: receiver, to: "STATUS=workers ready: 1 of 1; open approvals: 0")
        for _ in 0..<3 { _ = try Self.messages(of: receiver, to: "WATCHDOG=1") }
        // A worker must not speak for the daemon.
        let environment = ProcFS.processes(carrying: "NOTIFY_SOCKET=")
        #expect(environment.contains(daemon.pid) && !environment.contains(worker))
        daemon.send(SIGTERM)
        _ = try Self.messages(of: receiver, to: "STOPPING=1")
        #expect(try daemon.waitForEnd() == .exited(0))
    }

    @Test func aSocketThatNobodyHasIsNoObstacle() throws {
        var options = DaemonProcess.Options()
        options.environment = ["NOTIFY_SOCKET": "/no/such/socket", "WATCHDOG_USEC": "1000"]
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready()
        #expect(bus.daemon.log.contains("the service manager can't be told"))
    }
}
