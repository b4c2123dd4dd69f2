import JSONRPC
import TestSupport
import EventLoop
import Glibc
import Testing

/// Signals at moments that nobody chooses.
@Suite(.waits, .showsDaemonLogs) struct DaemonSignalTests {
    /// While workers start, and one of them never will.
    @Test(arguments: [SIGTERM, SIGINT]) func aStopDuringTheStartEndsCleanly(_ signal: CInt) throws {
        let directory = try TemporaryDirectory()
        let command = try FakeAppServer.command(lives: [[["mute": ["initialize"]]]], in: directory)
        let daemon = try DaemonProcess(
            command, workers: 8, daemon: "concurrent_starts = 1", group: "stop_eof = '100ms'", in: directory)
        try eventually("a worker starts") { !daemon.processes().isEmpty }
        #expect(try daemon.stop(signal) == .exited(0))
        #expect(daemon.processes().isEmpty)
    }

    /// A reader that goes away must not take the daemon along: SIGPIPE's default would.
    @Test func aPipeThatBreaksEndsNothing() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: TemporaryDirectory()))
        try bus.ready()
        bus.daemon.send(SIGPIPE)
        #expect(try bus.call("ping").result != nil)
        #expect(bus.daemon.ending == nil)
    }
}
