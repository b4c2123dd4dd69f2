import Foundation
import JSONRPC
import TestSupport
import Testing

@Suite(.waits, .showsDaemonLogs) struct DirectoryTests {
    @Test("Case 9: a second daemon is refused, and the first undisturbed")
    func aSecondDaemonIsRefusedAndTheFirstUndisturbed() throws {
        let first = try BusClient(DaemonProcess(FakeAppServer.command))
        try first.ready()
        var options = DaemonProcess.Options()
        options.runDirectory = first.daemon.runDirectory
        options.endsCleanly = false
        let second = try DaemonProcess(FakeAppServer.command, options)
        #expect(try second.waitForEnd() != .exited(0))
        let complaint = second.log.split(separator: "\n")
        #expect(complaint.count == 1)
        #expect(complaint.last?.contains("\(first.daemon.runDirectory) is in use by another bosun") == true)
        #expect(complaint.last?.contains("\(first.daemon.pid)") == true)
        // Neither the link it has nor a new one is disturbed.
        #expect(try first.call("ping").result != nil)
        try first.fake([["say": ["method": "good/line"]]])
        try first.event("ev.wmain-1.good/line")
        #expect(try BusClient(first.daemon).call("ping").result != nil)
    }

    @Test func aRunDirectoryTooLongForASocketIsRefused() throws {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        options.runDirectory = directory.file(String(repeating: "r", count: 107 - directory.path.utf8.count))
        options.endsCleanly = false
        let daemon = try DaemonProcess(FakeAppServer.command, options)
        #expect(try daemon.waitForEnd() != .exited(0))
        #expect(daemon.log.contains("a socket's path has at most 107 bytes"))
        #expect(daemon.log.split(separator: "\n").count == 1)
    }

    @Test func theLongestRunDirectoryThatASocketAllowsIsServed() throws {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        let rest = 107 - "/commands.sock".utf8.count - directory.path.utf8.count - 1
        options.runDirectory = directory.file(String(repeating: "r", count: rest))
        options.companions = [directory]
        #expect(try BusClient(DaemonProcess(FakeAppServer.command, options)).call("ping").result != nil)
    }

    @Test(arguments: ["id", "epoch"], ["", "nonsense\n", "\u{0}", "-1\n", "18446744073709551615\n"])
    func aStateFileThatSomebodyChangedIsNamed(_ file: String, _ text: String) throws {
        let directory = try TemporaryDirectory()
        _ = try directory.directory("state")
        try directory.write("state/\(file)", text)
        var options = DaemonProcess.Options()
        options.directory = directory
        options.endsCleanly = false
        let daemon = try DaemonProcess(FakeAppServer.command, options)
        #expect(try daemon.waitForEnd() != .exited(0))
        #expect(daemon.log.contains("\(directory.file("state/\(file)"))"), "\(daemon.log)")
        #expect(daemon.log.split(separator: "\n").count == 1, "\(daemon.log)")
        // What was there is left for a person to look at.
        #expect(directory.read("state/\(file)") == Array(text.utf8))
    }

    @Test func aFileInADirectorysPlaceIsNamed() throws {
        for place in ["run", "state", "codex"] {
            let directory = try TemporaryDirectory()
            try directory.write(place, "")
            var options = DaemonProcess.Options()
            options.directory = directory
            options.endsCleanly = false
            let daemon = try DaemonProcess(FakeAppServer.command, options)
            #expect(try daemon.waitForEnd() != .exited(0))
            #expect(daemon.log.contains(directory.file(place)), "\(daemon.log)")
            #expect(daemon.log.split(separator: "\n").count == 1, "\(daemon.log)")
        }
    }

    @Test func socketsAndDirectoriesAreForTheirUsersOnly() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        for (path, mode) in [
            (bus.daemon.runDirectory, 0o750), ("\(bus.daemon.runDirectory)/events.sock", 0o660),
            ("\(bus.daemon.runDirectory)/commands.sock", 0o660), (bus.daemon.stateDirectory, 0o700),
            ("\(bus.daemon.stateDirectory)/epoch", 0o600),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? Int).map { $0 & ~mode } == 0, "\(path)")
        }
    }
}
