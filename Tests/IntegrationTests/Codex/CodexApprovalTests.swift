import BusProtocol
import Foundation
import JSONRPC
import Testing

@Suite(.serialized, .waits, .showsDaemonLogs) struct CodexApprovalTests {
    @Test func anAcceptedCommandRuns() throws {
        let session = try CodexSession()
        let (turn, approval) = try session.askToMake("made")
        #expect(try approval.at("offered").arrayValue?.contains("decline") == true)
        #expect(!FileManager.default.fileExists(atPath: session.home.file("made")))
        #expect(try session.respond(to: approval, "accept").result?.text("state") == "resolved")
        #expect(try session.turnEnd(turn) == "completed")
        #expect(FileManager.default.fileExists(atPath: session.home.file("made")))
        let request = try session.bus.event("rq.\(session.thread).item/commandExecution/requestApproval")
        let opened = try session.bus.event("rq.\(session.thread).approval/opened")
        #expect(opened.header.seq == request.header.seq + 1)
        #expect(opened.isFromDaemon && !request.isFromDaemon)
        try session.bus.event("rq.\(session.thread).approval/resolved")
    }

    @Test func aDeclinedCommandDoesNotRunAndTheTurnGoesOn() throws {
        let session = try CodexSession()
        let (turn, approval) = try session.askToMake("made")
        #expect(try session.respond(to: approval, "decline").result != nil)
        #expect(try session.turnEnd(turn) == "completed")
        #expect(!FileManager.default.fileExists(atPath: session.home.file("made")))
    }

    @Test func theFirstAnswerWinsAndTheSecondHearsWhoGaveIt() throws {
        let session = try CodexSession()
        let (turn, approval) = try session.askToMake("made")
        #expect(try session.respond(to: approval, "decline", client: "ada").result != nil)
        let second = try session.respond(to: approval, "accept", client: "bob")
        #expect(second.reason == "approval_resolved")
        #expect(try second.json.text("error/message").contains("ada"))
        #expect(try session.turnEnd(turn) == "completed")
        #expect(!FileManager.default.fileExists(atPath: session.home.file("made")))
        let resolved = try session.bus.event("rq.\(session.thread).approval/resolved")
        #expect(try resolved.json.text("client") == "ada")
    }

    @Test func anInterruptWithdrawsTheApproval() throws {
        let session = try CodexSession()
        let (turn, approval) = try session.askToMake("made")
        try session.bus.result(
            "turn/interrupt",
            ["threadId": .string(session.thread), "turnId": turn.json.at("result/turn/id")])
        let withdrawn = try session.bus.event("rq.\(session.thread).approval/withdrawn")
        #expect(try withdrawn.json.text("approvalId") == approval.text("approvalId"))
        #expect(try session.turnEnd(turn) == "interrupted")
        #expect(try session.respond(to: approval, "accept").reason == "approval_withdrawn")
        #expect(try session.bus.result("approval/list").at("approvals") == [])
    }

    @Test func aWorkerKilledInTheMiddleOfAnApprovalComesBackWithTheThread() throws {
        let session = try CodexSession()
        let (turn, approval) = try session.askToMake("made")
        kill(pid_t(try session.bus.worker().int("pid")), SIGKILL)
        let exited = try session.bus.event("wk.wmain-1.exited")
        #expect(try exited.json.text("signal") == "SIGKILL")
        // Sent while nobody has the thread: it waits for the worker that resumes it.
        let waiting = try session.sendTurn("deltas=3")
        let void = try session.bus.event("rq.\(session.thread).approval/void")
        #expect(try void.json.text("approvalId") == approval.text("approvalId"))
        let interrupted = try session.bus.event("ev.\(session.thread).bosun/turnInterrupted")
        #expect(try interrupted.json.text("turnId") == turn.json.text("result/turn/id"))
        let next = try session.bus.reply(to: waiting)
        #expect(try session.turnEnd(next) == "completed")
        #expect(try session.respond(to: approval, "accept").reason == "approval_void")
        #expect(try session.bus.worker().int("generation") == 2)
        #expect(!FileManager.default.fileExists(atPath: session.home.file("made")))
    }

    /// The request itself has no word of what changes.
    @Test func aFileChangeShowsItsDiff() throws {
        let session = try CodexSession()
        let file = session.home.file("made")
        let patch = "*** Begin Patch\\n*** Add File: \(file)\\n+by a patch\\n*** End Patch"
        let turn = try session.startTurn("run=\"apply_patch <<'EOF'\\n\(patch)\\nEOF\"")
        let id = try turn.json.text("result/turn/id")
        let opened = try session.bus.event("rq.\(session.thread).approval/opened") {
            try $0.json.text("params/turnId") == id
        }.json
        #expect(try opened.text("method") == "item/fileChange/requestApproval", "\(opened)")
        let change = try #require(opened.at("item").at("changes").arrayValue?.first)
        #expect(try change.text("path") == file && change.text("diff").contains("by a patch"))
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try session.respond(to: opened, "accept").result != nil)
        #expect(try session.turnEnd(turn) == "completed")
        #expect(FileManager.default.contents(atPath: file) == Data("by a patch\n".utf8))
    }

    /// As codex 0.163.0 names commands: through a shell.
    @Test func aRuleLetsASimpleCommandRunAndNoOtherOne() throws {
        let session = try CodexSession(
            settings: """
                [[group.approvals]]
                kind = "command"
                command = ["touch"]
                result = "allow"
                """)
        let turn = try session.startTurn(#"run="touch \#(session.home.file("ruled"))""#)
        #expect(try session.turnEnd(turn) == "completed")
        #expect(FileManager.default.fileExists(atPath: session.home.file("ruled")))
        let resolved = try session.bus.event("rq.\(session.thread).approval/resolved").json
        #expect(try resolved.text("rule") == "main/1" && resolved.at("result") == ["decision": "accept"])

        let second = try session.startTurn(#"run="touch \#(session.home.file("a")); touch b""#)
        let id = try second.json.text("result/turn/id")
        let asked = try session.bus.event("rq.\(session.thread).approval/opened") {
            try $0.json.text("params/turnId") == id
        }.json
        #expect(asked["rule"] == nil)
        #expect(try session.respond(to: asked, "decline").result != nil)
        #expect(try session.turnEnd(second) == "completed")
        #expect(!FileManager.default.fileExists(atPath: session.home.file("a")))
    }
}
