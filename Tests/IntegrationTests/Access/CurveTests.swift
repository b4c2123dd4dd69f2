import BusProtocol
import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// The daemon over tcp: keys, and nothing without one.
@Suite(.serialized, .waits, .showsDaemonLogs) struct CurveTests {
    /// A daemon that listens over tcp, with the keys of two users, `ann` and `bob`.
    private struct Rig {
        let bus: BusClient
        let commands: String
        let events: String
        let serverKey: String
        let directory: TemporaryDirectory

        init() throws {
            directory = try TemporaryDirectory()
            for name in ["daemon", "ann", "bob"] {
                let made = try CurveTests.keys(["new", name], directory)
                #expect(made.status == .exited(0) && made.text.contains(name))
            }
            let ports = (try CurveTests.freePort(), try CurveTests.freePort())
            commands = "tcp://127.0.0.1:\(ports.0)"
            events = "tcp://127.0.0.1:\(ports.1)"
            let daemon = try DaemonProcess(
                FakeAppServer.command,
                daemon: """
                    [listen]
                    commands = "tcp://*:\(ports.0)"
                    events = "tcp://0.0.0.0:\(ports.1)"
                    curve = "daemon"
                    [users.ann]
                    curve = "ann"
                    roles = ["observe", "command"]
                    [users.bob]
                    curve = "bob"
                    roles = ["observe"]
                    """, group: "", in: directory)
            bus = try BusClient(daemon)
            serverKey = try CurveTests.text("daemon.public", directory)
        }

        func secret(_ name: String) throws -> String { try CurveTests.text("\(name).secret", directory) }

        /// A socket that has a key, and the daemon's.
        func client(
            _ kind: SocketKind, _ secret: String, configure: (borrowing Socket) throws -> Void = { _ in }
        ) throws -> Socket {
            let keys = try CurveKeys(secretKey: secret)
            let socket = try Socket(kind, in: Context())
            try socket.set(.curveServerKey, serverKey)
            try socket.set(.curvePublicKey, keys.publicKey)
            try socket.set(.curveSecretKey, keys.secretKey)
            try socket.set(.reconnectInterval, .milliseconds(50))
            try configure(socket)
            try socket.connect(kind == .sub ? events : commands)
            return socket
        }
    }

    private static func text(_ name: String, _ directory: TemporaryDirectory) throws -> String {
        let bytes = directory.read("state/keys/\(name)") ?? []
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    private static func keys(
        _ arguments: [String], _ directory: TemporaryDirectory
    ) throws -> (status: Child.Ending, text: String) {
        let output = directory.file("keys-\(UInt32.random(in: 0...UInt32.max))")
        let child = try Child(
            Executable.bosun,
            ["keys"] + arguments + ["--state-dir", directory.file("state"), "--run-dir", directory.file("run")],
            environment: ["HOME": "/nonexistent"], output: output)
        let ending = try child.waitForEnd()
        return (ending, String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self))
    }

    /// One that nobody has at this moment.
    private static func freePort() throws -> Int {
        let socket = try Socket(.rep, in: Context())
        try socket.bind("tcp://127.0.0.1:*")
        return try Int(socket.lastEndpoint.split(separator: ":").last ?? "").map { $0 }
            ?? { throw TestFailure("no port") }()
    }

    private func ask(_ socket: borrowing Socket, _ request: String, within limit: Duration = patience) throws -> Reply?
    {
        try socket.send(copying: request)
        guard let message = try socket.receiveMultipart(limit: 8, timeout: limit) else { return nil }
        return Reply(json: try JSON(parsing: message[message.count - 1].bytes))
    }

    @Test func aKeyLetsItsUserInWithTheUsersRoles() throws {
        let rig = try Rig()
        try rig.bus.ready()
        let ann = try rig.client(.req, rig.secret("ann"))
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
        #expect(try ask(ann, #"{"id":2,"method":"thread/start"}"#)?.result != nil)
        #expect(try ask(ann, #"{"id":3,"method":"fleet/stop"}"#)?.reason == "forbidden")
        let bob = try rig.client(.req, rig.secret("bob"))
        let refused = try ask(bob, #"{"id":2,"method":"thread/start"}"#)
        #expect(refused?.reason == "forbidden" && refused?.description.contains("bob does not have") == true)
        let hears = try rig.client(.sub, rig.secret("bob")) { try $0.subscribe("sy.-.heartbeat") }
        #expect(try hears.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        // The ipc endpoints of the same sockets ask for no key.
        #expect(try rig.bus.call("ping").result != nil)
    }

    @Test func nobodyElseIsLetIn() throws {
        let rig = try Rig()
        for _ in 0..<20 {
            let socket = try rig.client(.req, CurveKeys().secretKey)
            #expect(try socket.send(copying: RawClient.ping(1)) != .unreachable)
            #expect(try socket.receive(timeout: .milliseconds(100)) == nil)
        }
        // Without CURVE, and with a wrong key of the daemon's.
        let plain = try Socket(.req, in: Context())
        try plain.connect(rig.commands)
        #expect(try ask(plain, RawClient.ping(1), within: .milliseconds(500)) == nil)
        let deaf = try rig.client(.sub, CurveKeys().secretKey) { try $0.subscribe("") }
        #expect(try deaf.receive(timeout: .seconds(2)) == nil)
        let ann = try rig.client(.req, rig.secret("ann"))
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
    }

    @Test func aRevokedKeyIsGoodForNothingFromThenOn() throws {
        let rig = try Rig()
        let secret = try rig.secret("ann")
        let ann = try rig.client(.req, secret)
        let hears = try rig.client(.sub, secret) { try $0.subscribe("sy.-.heartbeat") }
        let bob = try rig.client(.sub, rig.secret("bob")) { try $0.subscribe("sy.-.heartbeat") }
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
        #expect(try hears.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        #expect(try bob.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        let revoked = try Self.keys(["revoke", "ann"], rig.directory)
        #expect(revoked.status == .exited(0) && revoked.text == "ann is revoked\n")
        // The link is there still, and good for nothing.
        #expect(try ask(ann, RawClient.ping(2))?.reason == "forbidden")
        // What had come before is read; then there is silence, while others hear on.
        while try hears.receiveMultipart(limit: 3, timeout: .zero) != nil {}
        for _ in 0..<3 { #expect(try bob.receiveMultipart(limit: 3, timeout: patience)?.count == 3) }
        #expect(try hears.receiveMultipart(limit: 3, timeout: .zero) == nil)
        let again = try rig.client(.req, secret)
        #expect(try ask(again, RawClient.ping(3), within: .milliseconds(500)) == nil)
        let list = try Self.keys(["list", "--json"], rig.directory).text
        #expect(list.split(separator: "\n").contains { $0.contains("\"ann\"") && $0.contains("\"revoked\":true") })
    }

    @Test func noSecretIsEverShown() throws {
        let directory = try TemporaryDirectory()
        let said = try Self.keys(["new", "ann"], directory).text + Self.keys(["list", "--json"], directory).text
        let secret = try Self.text("ann.secret", directory)
        #expect(secret.count == 40 && !said.contains(secret))
        #expect(try said.contains(Self.text("ann.public", directory)))
        let rig = try Rig()
        for name in ["daemon", "bob"] { #expect(try !rig.bus.daemon.log.contains(rig.secret(name))) }
    }

    @Test func tcpWithoutAKeyKeepsTheDaemonFromStarting() throws {
        for (listen, complaint) in [
            ("commands = \"tcp://127.0.0.1:1\"", "bosun.toml:2:12: nobody is let in over tcp without CURVE"),
            ("commands = \"tcp://127.0.0.1:1\"\ncurve = \"daemon\"", "bosun keys new daemon makes it"),
        ] {
            var options = DaemonProcess.Options()
            options.configuration = "[listen]\n\(listen)\n"
            options.endsCleanly = false
            let daemon = try DaemonProcess([], options)
            #expect(try daemon.waitForEnd() == .exited(1))
            #expect(daemon.log.split(separator: "\n").count == 1)
            #expect(daemon.log.contains(complaint), "\(daemon.log)")
        }
    }
}
