import BosunClient
import BusProtocol
import ZeroMQ
import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// Who is let in over ipc, by the word of the kernel.
@Suite(.waits, .showsDaemonLogs) struct PeerTests {
    // MARK: Workers' own commands

    /// How a command of a worker's tries to get away from it.
    enum Escape: String, CaseIterable {
        case child = "sh try"
        case doubleFork = "(setsid sh -c 'sh try & exit' &)"
        case laterConnect = "(setsid sh -c '(sleep 0.2; sh try) & exit' &)"
    }

    @Test(arguments: Escape.allCases) func aWorkersOwnCommandCantApprove(_ escape: Escape) throws {
        let directory = try TemporaryDirectory()
        let work = try directory.directory("work")
        let run = directory.file("run")
        try directory.write(
            "work/try",
            Array(
                """
                while [ ! -e params ]; do sleep 0.02; done
                \(Executable.bosun) call approval/respond "$(cat params)" --timeout 3 --run-dir \(run) > said 2>&1
                echo $? > status
                """.utf8))
        let worker = "cd \(work); \(escape.rawValue) & exec \(Executable.fakeAppServer)"
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(["/bin/sh", "-c", worker], options))
        try bus.ready()
        try bus.fake([
            [
                "say": [
                    "id": 0, "method": "item/commandExecution/requestApproval",
                    "params": ["threadId": "t", "turnId": "u", "itemId": "i", "command": "rm"],
                ]
            ]
        ])
        let approval: JSON = try eventually("the approval is open") {
            try bus.result("approval/list").at("approvals").arrayValue?.first
        }
        let params: JSON = ["approvalId": try approval.at("approvalId"), "decision": "accept"]
        try directory.write("work/params.new", params.serialized())
        #expect(rename("\(work)/params.new", "\(work)/params") == 0)
        let status: [UInt8] = try eventually("it has tried") { directory.read("work/status") }
        #expect(status != Array("0\n".utf8), "\(String(decoding: directory.read("work/said") ?? [], as: UTF8.self))")
        try eventually("the log says so") { bus.daemon.log.contains("it descends from the daemon") }
        #expect(try bus.result("approval/get", ["approvalId": approval.at("approvalId")]).text("state") == "open")
        // The same words from outside.
        #expect(try bus.result("approval/respond", params).text("state") == "resolved")
    }

    // MARK: Other users

    private func daemon(users: String) throws -> DaemonProcess {
        try DaemonProcess(FakeAppServer.command, daemon: users, group: "", in: TemporaryDirectory())
    }

    @Test func aUserWhoIsNotConfiguredGetsNoAnswer() throws {
        let outsider = try Outsider(daemon(users: ""))
        #expect(try outsider.bosun(["call", "ping", "--timeout", "2"]).ending != .exited(0))
        #expect(try outsider.bosun(["status"]).ending != .exited(0))
        #expect(outsider.daemon.log.contains("it is no user"))
        #expect(try BusClient(outsider.daemon).call("ping").result != nil)
    }

    @Test func aUserMayDoWhatItsRolesSayAndNothingElse() throws {
        let outsider = try Outsider(
            daemon(users: "[users.eve]\nuid = \(Outsider.uid)\nroles = [\"observe\", \"command\"]"))
        let bus = try BusClient(outsider.daemon)
        try bus.ready()
        #expect(try outsider.bosun(["call", "ping"]).ending == .exited(0))
        #expect(try outsider.bosun(["call", "thread/start", #"{"cwd":"/"}"#]).ending == .exited(0))
        for (method, params, role) in [
            ("worker/stop", #"{"worker":"main-1"}"#, "admin"), ("fleet/stop", "{}", "admin"),
            ("approval/respond", #"{"approvalId":"x","decision":"accept"}"#, "approve"),
            ("command/exec", #"{"command":["id"]}"#, "admin"), ("made/up", "{}", "admin"),
            ("thread/start", #"{"approvalPolicy":"never"}"#, "admin"),
        ] {
            let (ending, text) = try outsider.bosun(["call", method, params, "--json"])
            #expect(ending == .exited(1))
            #expect(text.contains(#""reason":"forbidden""#) && text.contains("role \(role)"), "\(method): \(text)")
            #expect(text.contains("eve does not have"))
        }
        #expect(try outsider.bosun(["tail", "sy.", "--count", "1"]).ending == .exited(0))
        #expect(try bus.worker().text("state") == "ready")
    }

    @Test func whoMayNotObserveHearsNothing() throws {
        let outsider = try Outsider(daemon(users: "[users.eve]\nuid = \(Outsider.uid)\nroles = [\"approve\"]"))
        let (ending, told) = try outsider.bosun(["tail", "sy.", "--count", "1"])
        #expect(ending == .exited(1) && told.contains("/events.sock does not let this user in"), "\(told)")
        try eventually("the log says so") { outsider.daemon.log.contains("eve does not have the role observe") }
        let (_, text) = try outsider.bosun(["call", "approval/respond", #"{"approvalId":"x"}"#, "--json"])
        #expect(!text.contains("forbidden"))
    }

    @Test func aReloadTakesRolesAwayAtOnce() throws {
        let daemon = try daemon(users: "[users.me]\nuid = \(getuid())\nroles = [\"observe\", \"command\", \"admin\"]")
        let bus = try BusClient(daemon)
        try bus.ready()
        #expect(try bus.call("approval/respond", ["approvalId": "x"]).reason == "forbidden")
        let approver = try Approver(Endpoints(runDirectory: daemon.runDirectory), client: "x", timeout: patience)
        #expect(try approver.next(timeout: .zero)?.id == nil)
        let file = daemon.directory.file("bosun.toml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("\"command\", \"admin\"", with: "\"approve\"").write(
            toFile: file, atomically: true, encoding: .utf8)
        #expect(try bus.result("config/reload").at("daemon") == ["users"])
        #expect(try bus.call("worker/stop", ["worker": "main-1"]).reason == "forbidden")
        #expect(try bus.call("approval/respond", ["approvalId": "x"]).reason != "forbidden")
        #expect(try bus.call("config/reload").reason == "forbidden")
        // No observer any more is none on connections that it has, either.
        try text.replacing("\"observe\", \"command\", \"admin\"", with: "\"approve\"").write(
            toFile: file, atomically: true, encoding: .utf8)
        daemon.send(SIGHUP)
        try eventually("ping is forbidden") { try bus.call("ping").reason == "forbidden" }
        try eventually("it is not let in to the events") { daemon.log.contains("me does not have the role observe") }
        let turnedAway = try #require(throws: CommanderError.self) {
            while true { _ = try approver.next(timeout: .seconds(1)) }
        }
        #expect(turnedAway.context.hasSuffix("/events.sock does not let this user in"), "\(turnedAway)")
    }

    // MARK: The control socket

    @Test func theControlSocketTakesWhatOperatorsNeedAndNothingElse() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        var status = stat()
        #expect(stat("\(bus.daemon.runDirectory)/control.sock", &status) == 0 && status.st_mode & 0o777 == 0o600)
        let control = try RawClient(.req, bus.daemon, endpoint: "ipc://\(bus.daemon.runDirectory)/control.sock")
        #expect(try control.ask(RawClient.ping(1)).result != nil)
        #expect(try control.ask(#"{"id":2,"method":"worker/stop","params":{"worker":"main-1"}}"#).result != nil)
        for method in ["approval/list", "approval/respond", "thread/start", "made/up", "fleet/invent"] {
            #expect(try control.ask(#"{"id":3,"method":"\#(method)"}"#).reason == "unknown_method", "\(method)")
        }
        #expect(try control.ask(#"{"id":4,"method":"fleet/stop"}"#).result != nil)
        #expect(try bus.daemon.waitForEnd() == .exited(0))
    }
}
