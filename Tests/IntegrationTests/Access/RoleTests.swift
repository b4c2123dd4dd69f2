import Glibc
import JSONRPC
import TestSupport
import Testing

/// Each role and each method, from outside.
@Suite(.waits, .showsDaemonLogs) struct RoleTests {
    /// Of each role, a method that changes nothing.
    private static let probes = [
        "observe": "ping", "command": "fuzzyFileSearch", "approve": "approval/release", "admin": "worker/start",
    ]
    /// They would end or change what the others are tried on.
    private static let tooMuch: Set<String> = ["fleet/stop", "fleet/drain", "fleet/restart", "config/reload"]

    @Test func eachRoleMayDoWhatDiscoverSaysAndNothingElse() throws {
        let daemon = try DaemonProcess(
            FakeAppServer.command, daemon: "[users.me]\nuid = \(getuid())\nroles = [\"observe\"]", group: "",
            in: TemporaryDirectory())
        let bus = try BusClient(daemon)
        try bus.ready()
        let listed = try bus.result("rpc.discover").at("methods").arrayValue ?? []
        var methods: [(name: String, role: String?)] = try listed.map {
            ($0["name"]?.stringValue ?? "", try $0.text("x-role"))
        }
        #expect(methods.count > 150)
        methods += [("initialize", nil), ("thread/unsubscribe", nil), ("made/up", "admin")]
        let file = daemon.directory.file("bosun.toml")
        let text = String(decoding: try #require(daemon.directory.read("bosun.toml")), as: UTF8.self)
        for (role, probe) in Self.probes.sorted(by: { $0.key < $1.key }) {
            try daemon.directory.write("new.toml", text.replacing("\"observe\"", with: "\"\(role)\""))
            #expect(rename(daemon.directory.file("new.toml"), file) == 0)
            daemon.send(SIGHUP)
            try eventually("the role is \(role)") { try bus.call(probe).reason != "forbidden" }
            var allowed = 0
            for method in methods where method.role != role || !Self.tooMuch.contains(method.name) {
                let reply = try bus.call(method.name, meta: ["deadlineMs": 30_000])
                if method.role == role {
                    allowed += 1
                    #expect(reply.reason != "forbidden", "\(role): \(method.name): \(reply)")
                } else {
                    #expect(reply.reason == "forbidden", "\(role): \(method.name): \(reply)")
                }
            }
            #expect(allowed > 0)
        }
        // Without a role nothing.
        try daemon.directory.write("new.toml", text.replacing("\"observe\"", with: ""))
        #expect(rename(daemon.directory.file("new.toml"), file) == 0)
        daemon.send(SIGHUP)
        try eventually("there is no role") { try bus.call("ping").reason == "forbidden" }
        for method in methods { #expect(try bus.call(method.name).reason == "forbidden", "\(method.name)") }
    }
}
