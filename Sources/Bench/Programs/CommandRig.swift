import BusProtocol
import Foundation
import Glibc
import JSONRPC
import ZeroMQ

/// A daemon with users, roles, keys and a journal, and the floors beside it: all up at once, so that short runs of both
/// can take turns.
final class CommandRig {
    /// What is asked, and over what.
    enum Route: String, CaseIterable {
        case ping
        case pingOverCurve = "ping over CURVE"
        /// A request that the worker answers.
        case passed

        fileprivate var method: String { self == .passed ? "model/list" : "ping" }
    }

    let daemon: ServedDaemon
    private let programs: Programs
    private let interruption: Interruption
    private let directory: WorkDirectory
    private let echo: Program
    private let curveEcho: Program
    private let relay: Program
    private let remote: (daemon: String, floor: String)
    private let keys: String

    init(_ programs: Programs, _ interruption: Interruption) throws(BenchError) {
        self.programs = programs
        self.interruption = interruption
        directory = try WorkDirectory()
        keys = try Self.makeKeys(programs, in: directory, interruption)
        remote = (try Self.freeEndpoint(), try Self.freeEndpoint())
        daemon = try ServedDaemon(
            programs, in: directory, settings: Self.settings(remote.daemon, uid: getuid()), interruption)
        func floor(_ arguments: [String]) throws(BenchError) -> Program {
            let program = try Program(programs.floor, arguments, interruption)
            _ = try program.line(within: .seconds(30))
            return program
        }
        echo = try floor(["echo", "--endpoint", "ipc://\(directory.path)/echo.sock"])
        curveEcho = try floor([
            "echo", "--endpoint", remote.floor, "--secret-key", "\(directory.state)/keys/daemon.secret",
        ])
        relay = try floor(["relay", "--endpoint", "ipc://\(directory.path)/relay.sock", "--", programs.worker])
    }

    func stop() {
        for floor in [echo, curveEcho, relay] { floor.stop() }
        daemon.stop()
    }

    /// Starts a bench-client against one side.
    ///
    /// - Parameters:
    ///   - id: of its requests, as JSON.
    ///   - params: of its requests, as JSON.
    func client(
        _ mode: String, _ route: Route, of side: Side, id: String = "1", params: String = "{}", _ options: [String]
    ) throws(BenchError) -> Program {
        let request = #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(route.method)","params":\#(params)}"#
        // An echo has no result.
        let expected = side == .floor && route != .passed ? #""method""# : #""result""#
        return try Program(
            programs.client,
            [mode, "--endpoint", endpoint(of: route, side), "--request", request, "--expect", expected]
                + (route == .pingOverCurve ? ["--curve", keys] : []) + options, interruption)
    }

    func pause(_ duration: Duration) throws(BenchError) { try interruption.wait(atMost: duration) }

    /// A file of the rig's own for a client's samples, and what such a client has written there.
    var samplesFile: String { "\(directory.path)/samples" }

    func samples() throws(BenchError) -> Samples { try directory.samples("samples") }

    private func endpoint(of route: Route, _ side: Side) -> String {
        switch (route, side) {
        case (.ping, .daemon), (.passed, .daemon): daemon.endpoints.commands
        case (.pingOverCurve, .daemon): remote.daemon
        case (.pingOverCurve, .floor): remote.floor
        case (.ping, .floor): "ipc://\(directory.path)/echo.sock"
        case (.passed, .floor): "ipc://\(directory.path)/relay.sock"
        }
    }

    // MARK: Users and keys

    private static func settings(_ endpoint: String, uid: UInt32) -> String {
        """
        [listen]
        commands = "\(endpoint)"
        curve = "daemon"
        [users.local]
        uid = \(uid)
        roles = ["observe", "command"]
        [users.remote]
        curve = "remote"
        roles = ["observe", "command"]

        """
    }

    /// The daemon's keys, which its floor has, too, and a user's; gives the file that a bench-client reads.
    private static func makeKeys(
        _ programs: Programs, in directory: borrowing WorkDirectory, _ interruption: Interruption
    ) throws(BenchError) -> String {
        let state = directory.state
        for name in ["daemon", "remote"] {
            try Program(
                programs.bosun,
                ["keys", "new", name, "--state-dir", state, "--run-dir", "\(directory.path)/run"], interruption
            ).awaitEnd(within: .seconds(30))
        }
        func key(_ file: String) throws(BenchError) -> String {
            guard let bytes = FileManager.default.contents(atPath: "\(state)/keys/\(file)") else {
                throw BenchError(.wrongAnswer, "bosun keys new made no \(file)")
            }
            return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
        let lines = [try key("daemon.public"), try key("remote.public"), try key("remote.secret")]
        return try directory.write(lines.joined(separator: "\n") + "\n", to: "remote.keys")
    }

    /// One on this machine that nobody has at this moment.
    private static func freeEndpoint() throws(BenchError) -> String {
        do throws(ZeroMQError) {
            let socket = try Socket(.rep, in: Context())
            try socket.bind("tcp://127.0.0.1:*")
            return try socket.lastEndpoint
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }
}
