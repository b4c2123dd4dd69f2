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

    /// What the daemon reads at its start, in the order in which it does.
    enum Hold: String, CaseIterable {
        case configuration = "bosun.toml"
        case journal = "state/journal.db"
        case events = "state/events.db"
    }

    /// Held where it opens a file, while another configuration is put in place and SIGHUP comes: it starts, and is told then.
    @Test(.enabled(if: HeldFile.isPossible, "only root can hold a file"), arguments: Hold.allCases)
    func aReloadDuringTheStartIsMadeAfterIt(_ hold: Hold) throws {
        let directory = try TemporaryDirectory()
        do {
            // It leaves its files behind.
            let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: directory))
            try bus.ready()
            try bus.daemon.stop()
        }
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configurationFile = directory.file("bosun.toml")
        let file = String(decoding: try #require(directory.read("bosun.toml")), as: UTF8.self)
        let daemon: DaemonProcess
        do {
            let held = try HeldFile(directory.file(hold.rawValue))
            daemon = try DaemonProcess([], options)
            try eventually("it waits for the file") { held.isWaitedFor }
            try directory.write("new.toml", file.replacing("workers = 1", with: "workers = 3"))
            #expect(rename(directory.file("new.toml"), directory.file("bosun.toml")) == 0)
            for _ in 0..<3 { daemon.send(SIGHUP) }
            #expect(!daemon.log.contains(" serving "))
        }
        let bus = try BusClient(daemon)
        for number in 1...3 { try bus.ready("main-\(number)") }
        #expect(try bus.result("config/reload").at("groups/changed") == [])
        #expect(try daemon.stop() == .exited(0))
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
