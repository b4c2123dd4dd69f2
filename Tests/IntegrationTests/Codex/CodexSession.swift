import TestSupport
import BusProtocol
import JSONRPC

/// A daemon with real codex workers on a fresh CODEX_HOME, and one thread.
final class CodexSession {
    let home: CodexHome
    let bus: BusClient
    let thread: String

    var daemon: DaemonProcess { bus.daemon }

    /// `command` is what the workers run, codex itself where it is nil.
    ///
    /// - Parameter settings: of their group, in TOML.
    init(workers: Int = 1, command: [String]? = nil, settings: String? = nil) throws {
        home = try CodexHome()
        var options = DaemonProcess.Options()
        options.workers = workers
        options.codexHome = home.path
        options.companions = [home]
        let command = try command ?? CodexHome.command()
        if let settings {
            options.configuration = """
                [[group]]
                name = "main"
                command = \(JSON.array(command.map { .string($0) }))
                workers = \(workers)
                codex_home = "\(home.path)"
                \(settings)
                """
        }
        bus = try BusClient(DaemonProcess(command, options))
        for number in 1...workers { try bus.ready("main-\(number)") }
        thread = try bus.result(
            "thread/start",
            ["cwd": .string(home.workspace), "approvalPolicy": "on-request", "sandbox": "read-only"]
        ).text("thread/id")
    }

    /// Starts a turn whose model does what the directive says; gives the reply.
    @discardableResult
    func startTurn(_ directive: String) throws -> Reply {
        let reply = try bus.reply(to: sendTurn(directive))
        guard reply.result != nil else { throw TestFailure("turn/start failed: \(reply)") }
        return reply
    }

    func sendTurn(_ directive: String) throws -> Int64 {
        try bus.send(
            "turn/start",
            [
                "threadId": .string(thread),
                "input": [["type": "text", "text": .string("Go on. [[stub \(directive)]]")]],
            ])
    }

    /// Waits for the turn's end, and gives how codex calls it.
    func turnEnd(_ turn: Reply) throws -> String {
        let id = try turn.json.text("result/turn/id")
        let event = try bus.event("ev.\(thread).turn/completed") { try $0.json.text("params/turn/id") == id }
        return try event.json.text("params/turn/status")
    }

    /// Starts a turn that asks for leave to make `file`, and waits for the approval.
    func askToMake(_ file: String) throws -> (turn: Reply, approval: JSON) {
        let turn = try startTurn(#"run="touch \#(home.file(file))""#)
        let id = try turn.json.text("result/turn/id")
        let opened = try bus.event("rq.\(thread).approval/opened") { try $0.json.text("params/turnId") == id }
        return (turn, opened.json)
    }

    func respond(to approval: JSON, _ decision: JSON, client: String = "the test") throws -> Reply {
        try bus.call(
            "approval/respond", ["approvalId": approval.at("approvalId"), "decision": decision],
            meta: ["client": .string(client)])
    }
}
