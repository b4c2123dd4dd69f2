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
        #expect(question.choice("s") == .decide("acceptForSession"))
        #expect(question.choice("n") == .decide("decline"))
        #expect(question.choice("l") == .leave && question.choice("q") == .end && question.choice("c") == .claim)
        for slip in ["", "yn", "yes", "ny", "\u{1B}[A", "accept", "ﾉ", "y\u{0}", "\u{FFFD}", "a"] {
            #expect(question.choice(slip) == nil, "\(slip)")
        }
    }

    @Test func whatIsNotOfferedCanNotBeChosen() throws {
        let question = ApprovalQuestion(try approval(["offered": [["answers": [:]]], "refusal": .null]))
        for key in ["y", "s", "n"] { #expect(question.choice(key) == nil) }
        #expect(question.prompt == "[c] claim, 5 min  [l] leave it  [q] quit")
        // Nothing but the refusal: what asks for more than a yes or no.
        let asked = ApprovalQuestion(try approval(["offered": [["answers": [:]]], "refusal": ["answers": [:]]]))
        #expect(asked.choice("y") == nil && asked.choice("n") == .decide(["answers": [:]]))
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

    private func lines(_ more: JSON) throws -> [String] {
        ApprovalText.lines(of: try approval(more), for: Output(descriptor: 1, terminal: nil))
    }

    @Test func aFileThatComesGoesOrMovesIsToldAsThat() throws {
        let changes: JSON = [
            ["path": "new.txt", "kind": ["type": "add"], "diff": "-one\r\n\ntwo"],
            ["path": "old.txt", "kind": ["type": "delete"], "diff": "gone\n"],
            ["path": "a", "kind": ["type": "update", "move_path": "b\u{202E}"], "diff": "@@ -1 +1 @@\n-x\n+y\n"],
        ]
        let shown = try lines(["item": ["changes": changes]])
        #expect(shown.first == "change: add new.txt, delete old.txt, a -> b\\u{202e}")
        #expect(
            shown.suffix(10)
                == [
                    "  --- add new.txt", "  +-one\\r", "  +", "  +two", "  --- delete old.txt", "  -gone",
                    "  --- a -> b\\u{202e}", "  @@ -1 +1 @@", "  -x", "  +y",
                ])
        let legacy: JSON = ["fileChanges": ["c.txt": ["type": "add", "content": "hello\n"]], "grantRoot": "/etc"]
        let old = try lines(["params": legacy])
        #expect(old.first == "change: add c.txt" && old.suffix(2) == ["  --- add c.txt", "  +hello"])
        #expect(old.contains("  grantRoot: /etc"))
    }

    @Test func nobodyDecidesOnHalfOfIt() throws {
        let params: JSON = [
            "command": ["ls", "\u{1B}]0;x\u{7}"], "additionalPermissions": ["network": true],
            "networkApprovalContext": .null,
            "somethingNew": "also", "itemId": "i",
        ]
        let shown = try lines(["params": params])
        #expect(shown.first == "run: ls \\u{1b}]0;x\\u{7}")
        #expect(shown.contains(#"  additionalPermissions: {"network":true}"#) && shown.contains("  somethingNew: also"))
        #expect(!shown.contains { $0.contains("itemId") || $0.contains("networkApprovalContext") })
        // What is no command and no file is shown whole.
        let unknown = try lines(["method": "item/permissions/requestApproval", "params": ["permissions": ["a": 1]]])
        #expect(unknown.first == #"item/permissions/requestApproval: {"permissions":{"a":1}}"#)
    }

    @Test func whatALongDiffIsAboutIsSaidAgainBelowIt() throws {
        let diff = String(repeating: "+x\n", count: 100)
        let shown = try lines(["item": ["changes": [["path": "a.txt", "diff": .string(diff)]]]])
        #expect(shown.first == "change: a.txt" && shown.last == "change: a.txt")
    }
}
