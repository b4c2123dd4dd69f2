import TestSupport
import Foundation
import JSONRPC
import Testing

@Suite(.waits, .showsDaemonLogs) struct SpawnFaultTests {
    enum Fault: CaseIterable {
        case missing, notExecutable, broken, directory, missingInterpreter
    }

    @Test("Case 3: a program that cannot run is named, and the daemon serves on", arguments: Fault.allCases)
    func aProgramThatCannotRunIsNamedAndTheDaemonServesOn(_ fault: Fault) throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("codex")
        switch fault {
        case .missing: break
        case .notExecutable: try directory.write("codex", "#!/bin/sh\n", mode: 0o644)
        case .broken: try directory.write("codex", "\u{7F}ELF, they said", mode: 0o755)
        case .directory: _ = try directory.directory("codex")
        case .missingInterpreter: try directory.write("codex", "#!/no/such/shell\n", mode: 0o755)
        }
        let bus = try BusClient(DaemonProcess([program]))
        let worker: JSON = try eventually("the failure shows") {
            let status = try bus.result("fleet/status").at("workers/0")
            return try status.text("state") == "backingOff" ? status : Optional.none
        }
        #expect(try worker.text("lastError").contains(program))
        #expect(try worker.int("failures") == 1)
        // Nothing mends it but a person: no use in trying each second.
        #expect(try worker.int("nextTryMs") > 30_000)
        #expect(try bus.call("thread/start").reason == "no_worker")

        // Mended, it starts when told to.
        try? FileManager.default.removeItem(atPath: program)
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: Executable.fakeAppServer)
        try bus.result("worker/restart", ["worker": "main-1"])
        try bus.ready()
    }

    @Test("Case 7: a missing working directory is named, not the program")
    func aMissingWorkingDirectoryIsNamedAndTheDaemonServesOn() throws {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        options.configuration = """
            [[group]]
            name = "main"
            command = ["\(Executable.fakeAppServer)"]
            codex_home = "\(directory.file("codex"))"
            cwd = "\(directory.file("nowhere"))"
            """
        let bus = try BusClient(DaemonProcess([], options))
        try eventually("the failure shows") { try bus.worker().text("state") == "backingOff" }
        #expect(try bus.worker().text("lastError") == "cannot start in \(directory.file("nowhere")): no such directory")
        _ = try directory.directory("nowhere")
        try bus.result("worker/restart", ["worker": "main-1"])
        try bus.ready()
    }

    @Test("Case 1: a program that is being written is tried again, and no failure counted")
    func aProgramThatIsBeingWrittenIsTriedAgainAndNoFailureCounted() throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("codex")
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: Executable.fakeAppServer)
        let bus = try BusClient(DaemonProcess([program]))
        try bus.ready()

        try FileManager.default.copyItem(atPath: Executable.fakeAppServer, toPath: directory.file("new"))
        let writer = open(directory.file("new"), O_WRONLY | O_CLOEXEC)
        #expect(rename(directory.file("new"), program) == 0)
        try bus.result("worker/restart", ["worker": "main-1"])
        try bus.event("wk.wmain-1.spawnRetry")
        close(writer)
        let worker = try bus.ready(generation: 2)
        #expect(try worker.int("spawnRetries") > 0)
        #expect(try worker.int("failures") == 0)
    }
}
