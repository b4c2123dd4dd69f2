import BosunClient
import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct ApprovalQuestionTests {
    private func approval(_ more: JSON) throws -> OpenApproval {
        var json: JSON = [
            "approvalId": "a", "method": "item/fileChange/requestApproval", "worker": "main-1", "cwd": "/work",
            "offered": ["accept", "acceptForSession", "decline", "cancel"], "refusal": "decline", "expiresInMs": 60_000,
        ]
        for member in more.objectValue ?? [] { json[member.key] = member.value }
        return try #require(OpenApproval(json))
    }

    @Test func onlyAWholeWordDecides() throws {
        let question = ApprovalQuestion(try approval([:]))
        #expect(question.choice("y") == .decide("accept"))
        #expect(question.choice(" Y ") == .decide("accept"))
        #expect(question.choice("a") == .decide("acceptForSession"))
        #expect(question.choice("n") == .decide("decline"))
        #expect(question.choice("s") == .leave && question.choice("q") == .end)
        for slip in ["", "yn", "yes", "ny", "\u{1B}[A", "accept", "ﾉ"] {
            #expect(question.choice(slip) == nil, "\(slip)")
        }
    }

    @Test func whatIsNotOfferedCanNotBeChosen() throws {
        let question = ApprovalQuestion(try approval(["offered": [["answers": [:]]], "refusal": .null]))
        for key in ["y", "a", "n"] { #expect(question.choice(key) == nil) }
        #expect(question.prompt == "[s] skip, leave it open  [q] quit")
    }

    @Test func itSaysWhatWhereWhyAndShowsTheDiff() throws {
        let changes: JSON = [["path": "a.txt", "diff": "@@ -1 +1 @@\n-old\n+new\n"]]
        let lines = ApprovalText.lines(
            of: try approval(["item": ["changes": changes], "params": ["reason": "it \u{1B}[31mmust"]]),
            for: Output(descriptor: 1, terminal: nil))
        #expect(lines.first == "change: a.txt")
        #expect(lines.contains("  where /work") && lines.contains("  why it \\u{1b}[31mmust"))
        #expect(lines.suffix(4) == ["  --- a.txt", "  @@ -1 +1 @@", "  -old", "  +new"])
    }
}
