import Foundation
import JSONRPC
import TestSupport
import Testing

/// Codex's own Python SDK on a fleet: it starts `bosun app-server` where it would start `codex app-server`.
@Suite(.serialized, .waits, .showsDaemonLogs) struct SDKTests {
    @Test func aTurnAndAStreamRunUnchanged() throws {
        let session = try CodexSession()
        let script = try SDKScript(
            """
            with Codex(config) as codex:
                print("codex", codex.metadata.serverInfo.version.split()[0], codex.metadata.platformOs)
                thread = codex.thread_start(sandbox=Sandbox.read_only)
                print("thread", thread.id)
                result = thread.run('[[stub text="well" deltas=3]]')
                print("run", result.status.value, result.final_response)
                text = ""
                for event in thread.turn('[[stub text="x" deltas=300]]').stream():
                    if event.method == "item/agentMessage/delta":
                        text += event.payload.delta
                print("stream", len(text), text == "x" * 300)
                print("read", len(thread.read(include_turns=True).thread.turns))
                print("models", len(codex.models().data) > 0)
            """, session)
        #expect(try script.end() == .exited(0), "\(script.output)")
        let lines = script.lines
        try #require(lines.count == 6, "\(script.output)")
        #expect(lines[0] == "codex 0.163.0 linux")
        #expect(lines[2] == "run completed wellwellwell")
        #expect(lines[3] == "stream 300 True")
        #expect(lines[4] == "read 2")
        #expect(lines[5] == "models True")
        // It is a thread of the fleet, and works where the client does.
        let thread = lines[1].split(separator: " ")[1]
        let read = try session.bus.result("thread/read", ["threadId": .string(String(thread))])
        #expect(try read.text("thread/cwd") == session.home.workspace)
    }

    /// What codex says of a thread comes in its own words and order, behind its answer to what has led to it.
    @Test func theLinesAreCodexsOwn() throws {
        let session = try CodexSession()
        let client = try StdioClient(
            [Executable.bosun, "app-server", "--run-dir", session.daemon.runDirectory], in: session.daemon.directory)
        try client.initialize()
        let thread = try client.result("thread/start", ["cwd": .string(session.home.workspace)]).text("thread/id")
        let turn = try client.result(
            "turn/start",
            [
                "threadId": .string(thread),
                "input": [["type": "text", "text": #"Go on. [[stub text="word" deltas=200]]"#]],
            ]
        ).text("turn/id")
        try eventually("the turn is over") { client.messages.contains { $0["method"] == "turn/completed" } }
        try session.bus.event("ev.\(thread).turn/completed")
        let published = session.bus.events.filter { event in
            (event.topic.hasPrefix("ev.\(thread).") || event.topic.hasPrefix("dl.\(thread)."))
                && !event.topic.contains("bosun/")
        }
        let lines = client.lines.filter { $0.contains(#""method""#) }
        #expect(lines.count > 200)
        #expect(lines == published.prefix(lines.count).map { String(decoding: $0.body, as: UTF8.self) })
        let answer = try #require(client.messages.firstIndex { $0["result"]?["turn"]?["id"]?.stringValue == turn })
        let started = try #require(client.messages.firstIndex { $0["method"] == "turn/started" })
        #expect(answer < started)
        #expect(try client.end() == 0)
    }

    private static let ask = """
        def handler(method, params):
            print("asked", method, params["threadId"] == thread, flush=True)
            return {"decision": "accept"}
        client = CodexClient(config, approval_handler=handler)
        client.start()
        client.initialize()
        thread = client.thread_start({"cwd": work, "approvalPolicy": "on-request", "sandbox": "read-only"}).thread.id
        print("thread", thread, flush=True)
        turn = client.turn_start(thread, '[[stub run="touch MADE"]]').turn.id
        print("turn", client.wait_for_turn_completed(turn).turn.status.value, flush=True)
        client.close()
        """

    @Test func anApprovalIsTheClientsWhenThatIsWanted() throws {
        let session = try CodexSession()
        let made = session.home.file("made")
        let script = try SDKScript(
            Self.ask.replacingOccurrences(of: "MADE", with: made), session, options: ["--approve"])
        #expect(try script.end() == .exited(0), "\(script.output)")
        #expect(script.lines.dropFirst() == ["asked item/commandExecution/requestApproval True", "turn completed"])
        #expect(FileManager.default.fileExists(atPath: made))
        try session.bus.catchUp()
        let closed = try #require(session.bus.events.first { $0.topic.hasSuffix("approval/resolved") })
        #expect(try closed.json.text("client").hasPrefix("bosun app-server"))
    }

    @Test func elseItIsLeftToTheFleetsApprovers() throws {
        let session = try CodexSession()
        let made = session.home.file("made")
        let script = try SDKScript(Self.ask.replacingOccurrences(of: "MADE", with: made), session)
        let opened = try session.bus.firstEvent("an approval is open") { $0.topic.hasSuffix("approval/opened") }
        #expect(!script.output.contains("asked"))
        #expect(try session.respond(to: opened.json, "decline").result != nil)
        #expect(try script.end() == .exited(0), "\(script.output)")
        #expect(script.lines.dropFirst() == ["turn completed"])
        #expect(!FileManager.default.fileExists(atPath: made))
    }
}

/// A script that uses the SDK, with `bosun app-server` beside a daemon as its codex.
private final class SDKScript {
    private let child: Child
    private let file: String

    init(_ text: String, _ session: CodexSession, options: [String] = []) throws {
        let directory = session.daemon.directory
        file = directory.file("sdk.output")
        let words = [Executable.bosun, "app-server", "--run-dir", session.daemon.runDirectory] + options
        let script = try directory.write(
            "sdk.py",
            """
            from openai_codex import Codex, CodexConfig, Sandbox
            from openai_codex.client import CodexClient
            work = \(JSON.string(session.home.workspace))
            config = CodexConfig(launch_args_override=tuple(\(JSON.array(words.map { .string($0) }))), cwd=work)
            \(text)
            """)
        child = try Child(
            Executable.python(), [script], environment: ["PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"],
            output: file)
    }

    /// What it has printed so far.
    var output: String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    func end() throws -> Child.Ending { try child.waitForEnd() }
}
