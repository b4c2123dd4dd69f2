import Foundation
import TestSupport
import ZeroMQ

/// A daemon that listens over tcp, with its key and those of two users, `ann` and `bob`.
struct CurveRig {
    let bus: BusClient
    let commands: String
    let events: String
    /// Free for an audience's events: `AUDIENCE` in the configuration.
    let audience: String
    let serverKey: String
    let directory: TemporaryDirectory

    /// - Parameters:
    ///   - users: the configuration's part that says who may do what.
    ///   - groups: of one worker each.
    init(_ users: String, groups: [String] = ["main"], in directory: TemporaryDirectory) throws {
        self.directory = directory
        for name in ["daemon", "ann", "bob"] {
            let made = try Self.keys(["new", name], directory)
            guard made.status == .exited(0) else { throw TestFailure(made.text) }
        }
        commands = "tcp://127.0.0.1:\(try Self.freePort())"
        events = "tcp://127.0.0.1:\(try Self.freePort())"
        audience = "tcp://127.0.0.1:\(try Self.freePort())"
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = """
            [listen]
            commands = "\(commands.replacing("127.0.0.1", with: "*"))"
            events = "\(events.replacing("127.0.0.1", with: "0.0.0.0"))"
            curve = "daemon"
            \(users.replacing("AUDIENCE", with: audience))

            """
        for group in groups {
            options.configuration? += """
                [[group]]
                name = "\(group)"
                command = ["\(Executable.fakeAppServer)"]
                codex_home = "\(directory.file("codex"))"

                """
        }
        bus = try BusClient(DaemonProcess([], options))
        serverKey = try Self.text("daemon.public", directory)
    }

    func secret(_ name: String) throws -> String { try Self.text("\(name).secret", directory) }

    /// A socket of a user's, at the events or the commands.
    func client(
        _ kind: SocketKind, _ name: String, at endpoint: String? = nil,
        configure: (borrowing Socket) throws -> Void = { _ in }
    ) throws -> Socket {
        try client(kind, with: CurveKeys(secretKey: secret(name)), at: endpoint, configure: configure)
    }

    /// A socket that has these keys, and the daemon's.
    func client(
        _ kind: SocketKind, with keys: CurveKeys, at endpoint: String? = nil,
        configure: (borrowing Socket) throws -> Void = { _ in }
    ) throws -> Socket {
        let socket = try Socket(kind, in: Context())
        try socket.set(.curveServerKey, serverKey)
        try socket.set(.curvePublicKey, keys.publicKey)
        try socket.set(.curveSecretKey, keys.secretKey)
        try socket.set(.reconnectInterval, .milliseconds(50))
        try configure(socket)
        try socket.connect(endpoint ?? (kind == .sub ? events : commands))
        return socket
    }

    /// What stands in a file of the keys.
    static func text(_ name: String, _ directory: TemporaryDirectory) throws -> String {
        let bytes = directory.read("state/keys/\(name)") ?? []
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// Runs `bosun keys`.
    static func keys(
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
        guard let port = try Int(socket.lastEndpoint.split(separator: ":").last ?? "") else {
            throw TestFailure("no port")
        }
        return port
    }
}
