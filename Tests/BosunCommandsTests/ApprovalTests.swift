import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct ApprovalTests {
    @Test(
        arguments: [
            ("accept", true), ("approved", true), (["action": "accept"], true),
            (["permissions": ["network": true]], true),
            (["permissions": [:]], false), ("acceptForSession", false), ("approved_for_session", false),
            (["acceptWithExecpolicyAmendment": [:]], false), ("decline", false), ("cancel", false), ("abort", false),
            (["action": "decline"], false), (["action": "accept", "content": "x"], false), (.null, false),
        ] as [(JSON, Bool)]) func onlyPlainAcceptanceIsTaken(offer: JSON, isAcceptance: Bool)
    {
        #expect(ApproveCommand.isAcceptance(offer) == isAcceptance)
    }

    @Test func whatIsAskedForIsShown() {
        let command: JSON = ["params": ["command": "rm -rf x", "reason": "why"], "cwd": "/w"]
        #expect(ApprovalTable.askedFor(command) == "rm -rf x  in /w  because: why")
        #expect(ApprovalTable.askedFor(["params": ["command": ["rm", "x"]]]) == "rm x")
        let change: JSON = ["params": ["reason": .null], "item": ["changes": [["path": "a"], ["path": "b"]]]]
        #expect(ApprovalTable.askedFor(change) == "change a, b")
        #expect(ApprovalTable.askedFor(["params": ["questions": [1]]]) == #"{"questions":[1]}"#)
        #expect(ApprovalTable.askedFor([:]) == "-")
    }

    @Test func aWorkersTextCannotBreakTheTable() {
        let approval: JSON = [
            "approvalId": "a", "offered": ["accept", ["more": 1]], "params": ["command": "ls\n\u{202E}\u{1B}[1A"],
        ]
        let lines = ApprovalTable.of([approval]).lines(for: Output(descriptor: -1, terminal: nil))
        #expect(lines.count == 2)
        #expect(lines[1] == "a\t-\t-\t-\taccept {more}\t-\tls\\n\\u{202e}\\u{1b}[1A")
    }
}
