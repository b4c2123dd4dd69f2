import Foundation
import JSONRPC
import TestSupport
import Testing

/// The programs in `protocols/examples/python`, as a reader of the contract would start them.
@Suite(.serialized, .waits, .showsDaemonLogs) struct ExampleTests {
    @Test func aTurnsAnswerIsPrinted() throws {
        let session = try CodexSession()
        let turn = try Example(
            "turn.py", session, ["--cwd", session.home.workspace, #"[[stub text="well" deltas=3]]"#])
        #expect(try turn.end() == .exited(0))
        #expect(turn.output.contains("wellwellwell"))
    }

    @Test func anAgentAcceptsWhatItsRuleNamesAndLeavesTheRest() throws {
        let session = try CodexSession()
        let agent = try Example(
            "approve.py", session, ["--accept-prefix", "touch \(session.home.file("made"))", "--count", "1"])
        let (other, left) = try session.askToMake("other")
        try eventually("the agent leaves what its rule does not name") { agent.output.contains("left open") }
        #expect(try session.respond(to: left, "decline").result != nil)
        #expect(try session.turnEnd(other) == "completed")
        let (turn, _) = try session.askToMake("made")
        #expect(try session.turnEnd(turn) == "completed")
        #expect(try agent.end() == .exited(0))
        #expect(agent.output.contains("accepted"))
        #expect(FileManager.default.fileExists(atPath: session.home.file("made")))
        #expect(!FileManager.default.fileExists(atPath: session.home.file("other")))
    }

    @Test func anAgentDeclinesWhatItsPolicyDoesNotAllow() throws {
        let session = try CodexSession()
        let agent = try Example("approval_agent.py", session, ["--inside", session.home.workspace, "--count", "1"])
        let (turn, _) = try session.askToMake("made")
        #expect(try session.turnEnd(turn) == "completed")
        #expect(try agent.end() == .exited(0))
        #expect(agent.output.contains("declined"))
        #expect(!FileManager.default.fileExists(atPath: session.home.file("made")))
    }

    @Test func aSubscriberPrintsWhatComes() throws {
        let session = try CodexSession()
        let subscriber = try Example("subscribe.py", session, ["ev.\(session.thread).", "--count", "2"])
        try eventually("the subscriber has joined") { subscriber.output.contains("joined epoch=") }
        let turn = try session.startTurn("deltas=1")
        #expect(try session.turnEnd(turn) == "completed")
        #expect(try subscriber.end() == .exited(0))
        #expect(subscriber.output.contains("ev.\(session.thread)."))
        #expect(!subscriber.output.contains("gap"))
    }

    @Test(arguments: ["subscribe.py": 60, "turn.py": 60, "approve.py": 60, "approval_agent.py": 80])
    func anExampleIsShort(_ name: String, _ lines: Int) throws {
        let text = try String(
            contentsOfFile: "\(Executable.checkout)/protocols/examples/python/\(name)", encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= lines)
    }
}

/// An example that runs beside a daemon.
private struct Example {
    private let child: Child
    private let file: String

    init(_ name: String, _ session: CodexSession, _ arguments: [String]) throws {
        file = session.home.file("\(name).output")
        child = try Child(
            Executable.python(),
            ["\(Executable.checkout)/protocols/examples/python/\(name)", "--run-dir", session.daemon.runDirectory]
                + arguments,
            environment: ["PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1"], output: file)
    }

    /// What it has printed so far.
    var output: String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }

    func end() throws -> Child.Ending { try child.waitForEnd() }
}
