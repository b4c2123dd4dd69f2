import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// `bosun app-server` where a key, or a role, lets it in, and where it does not any more.
@Suite(.serialized, .waits, .showsDaemonLogs) struct RemoteAppServerTests {
    private static let users = """
        [audiences.team]
        groups = ["main"]
        events = "AUDIENCE"
        [users.ann]
        curve = "ann"
        roles = ["observe", "command", "approve"]
        [users.bob]
        curve = "bob"
        roles = ["observe", "command"]
        audience = "team"
        """

    private func rig() throws -> CurveRig {
        let rig = try CurveRig(Self.users, groups: ["other", "main"], in: TemporaryDirectory())
        for name in ["other-1", "main-1"] { try rig.bus.ready(name) }
        return rig
    }

    private func client(
        _ rig: CurveRig, _ user: String, events: String? = nil, _ options: [String] = []
    ) throws -> StdioClient {
        let words = [
            Executable.bosun, "app-server", "--commands", rig.commands, "--events", events ?? rig.events,
            "--daemon-key", rig.directory.file("state/keys/daemon.public"),
            "--key", rig.directory.file("state/keys/\(user).secret"),
        ]
        return try StdioClient(words + options, in: rig.directory)
    }

    /// A turn as codex tells of it; the fake has none of its own.
    private func turn(_ bus: BusClient, _ thread: JSON, worker: String = "main-1") throws {
        let methods = ["turn/started", "item/agentMessage/delta", "turn/completed"]
        let turn: JSON = ["id": "u", "status": "completed"]
        try bus.fake(
            methods.map {
                ["say": ["method": .string($0), "params": ["threadId": thread, "turnId": "u", "turn": turn]]]
            }, worker: worker)
    }

    /// Whether in the thread, of a client that names no group, or by the audience's own endpoint.
    @Test(arguments: ["ann", "bob"]) func aTurnRunsOverCURVE(_ user: String) throws {
        let rig = try rig()
        let client = try client(
            rig, user, events: user == "bob" ? rig.audience : nil,
            user == "ann" ? ["--approve", "--group", "main"] : [])
        try client.initialize()
        let thread = try client.result("thread/start").at("thread/id")
        #expect(try client.result("turn/start", ["threadId": thread, "input": []]).text("method") == "turn/start")
        try turn(rig.bus, thread)
        try eventually("the turn ends") { client.messages.contains { $0["method"] == "turn/completed" } }
        let told = client.messages.compactMap { $0["method"]?.stringValue }.filter { $0 != "thread/started" }
        #expect(told == ["turn/started", "item/agentMessage/delta", "turn/completed"])
        if user == "ann" {
            let params: JSON = ["threadId": thread, "turnId": "u", "itemId": "i", "command": "ls", "cwd": "/"]
            try rig.bus.fake([DecisionRig.ask(7, params)])
            let asked = try eventually("it is asked") {
                client.messages.first { $0["method"] == .string(DecisionRig.command) }
            }
            try client.say(["id": try asked.at("id"), "result": ["decision": "accept"]])
            let answered = try rig.bus.event("ev.wmain-1.fake/answered")
            #expect(try JSON(parsing: answered.json.text("params/line")).text("result/decision") == "accept")
            let line = try rig.bus.result("approval/list", ["history": true, "limit": 1]).at("history").arrayValue?
                .first
            #expect(line?["user"] == "ann" && line?["from"] == ["address": "127.0.0.1"])
        }
        #expect(try client.end() == 0)
        #expect(client.errors == "")
    }

    @Test func whoIsNotLetInIsToldBeforeAnythingIsRead() throws {
        let rig = try rig()
        // Bob has his own endpoint, and Eve's key is nobody's.
        _ = try CurveRig.keys(["new", "eve"], rig.directory)
        for user in ["bob", "eve"] {
            let client = try client(rig, user)
            #expect(try client.waitForEnd() == 1)
            #expect(client.errors.hasPrefix("bosun: the daemon at tcp://"), "\(client.errors)")
            #expect(client.errors.hasSuffix(" does not let this key in\n"))
            #expect(client.lines == [])
        }
    }

    /// What is under way, and what is asked later, has one error each; then it ends, since nothing more can come.
    @Test func aRevokedKeyEndsItAndEachRequestHasOneError() throws {
        let rig = try rig()
        let client = try client(rig, "ann", ["--group", "main"])
        try client.initialize()
        let thread = try client.result("thread/start").at("thread/id")
        try rig.bus.fake([["mute": ["turn/interrupt"]]])
        let open = try client.ask("turn/interrupt", ["threadId": thread, "turnId": "u"])
        try eventually("the worker has it") { try rig.bus.worker("main-1").int("inFlight") == 1 }
        #expect(client.messages.allSatisfy { $0["id"]?.intValue != open })
        #expect(try CurveRig.keys(["revoke", "ann"], rig.directory).status == .exited(0))
        let later = try client.ask("model/list")
        #expect(try client.reply(to: later)["error"]?["data"]?["reason"] == "forbidden")
        #expect(try client.waitForEnd() == 1)
        let error = try client.reply(to: open)["error"]
        #expect(error?["code"] == -33009 && error?["data"]?["reason"] == "forbidden")
        for id in [open, later] { #expect(client.messages.count { $0["id"]?.intValue == id } == 1) }
        let told = client.errors.split(separator: "\n")
        #expect(told == ["bosun: the daemon at \(rig.events) does not let this key in"], "\(told)")
    }

    /// The daemon is another one when it is asked again, and its first word to this client is that it knows nobody.
    @Test func aKeyThatIsRevokedWhileTheDaemonIsAwayEndsItToo() throws {
        let rig = try rig()
        let client = try client(rig, "ann")
        try client.initialize()
        #expect(try rig.bus.daemon.stop() == .exited(0))
        let asked = try client.ask("model/list")
        #expect(try CurveRig.keys(["revoke", "ann"], rig.directory).text.contains("ann"))
        var options = DaemonProcess.Options()
        options.directory = rig.directory
        options.configurationFile = rig.directory.file("bosun.toml")
        let next = try DaemonProcess([], options)
        #expect(try client.waitForEnd() == 1)
        #expect(try client.reply(to: asked)["error"]?["data"]?["reason"] == "forbidden")
        #expect(client.errors.hasSuffix(" does not let this key in\n"), "\(client.errors)")
        withExtendedLifetime(next) {}
    }

    /// Over ipc, where who it is does not change, and what it may do does.
    @Test func whoMayNotHearAnyMoreOnThisMachineIsToldToo() throws {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = """
            [users.me]
            uid = \(getuid())
            roles = ["observe", "command", "admin"]
            [[group]]
            name = "main"
            command = ["\(Executable.fakeAppServer)"]
            codex_home = "\(directory.file("codex"))"
            """
        let bus = try BusClient(DaemonProcess([], options))
        try bus.ready()
        let client = try StdioClient(
            [Executable.bosun, "app-server", "--run-dir", directory.file("run")], in: directory)
        try client.initialize()
        let file = directory.file("bosun.toml")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("\"observe\", ", with: "").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try bus.result("config/reload").at("daemon") == ["users"])
        #expect(try client.waitForEnd() == 1)
        #expect(client.errors.hasSuffix("/events.sock does not let this user in\n"), "\(client.errors)")
    }
}
