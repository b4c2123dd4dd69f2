import BosunClient
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
        #expect(OpenApproval.isAcceptance(offer) == isAcceptance)
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

    @Test func whoHasItIsShown() {
        let approval: JSON = ["state": "claimed", "claim": ["by": "ann"], "quorum": 2, "votes": ["bob"]]
        let lines = ApprovalTable.of([approval]).lines(for: Output(descriptor: -1, terminal: nil))
        #expect(lines[1].contains("\tclaimed by ann, 1/2 yes\t"))
    }

    @Test func aLineOfTheLedgerIsReadable() {
        let opened: JSON = [
            "timeMs": 1_795_247_131_999, "change": "opened", "approvalId": "a", "worker": "main-1", "method": "m",
            "origin": "worker", "detail": ["params": ["command": "rm x"], "cwd": "/w"],
        ]
        let resolved: JSON = [
            "timeMs": 0, "change": "resolved", "approvalId": "a", "worker": "main-1", "method": "m", "threadId": "t",
            "origin": "client", "user": "ann", "client": "tool\u{1B}", "detail": ["decision": "accept"],
            "from": ["address": "fe80::1%e\u{1B}0"],
        ]
        var claimed = resolved
        claimed["from"] = ["uid": 1000, "pid": 42]
        let lines = LedgerTable.of([opened, resolved, claimed]).lines(for: Output(descriptor: -1, terminal: nil))
        #expect(lines[1] == "2026-11-21 07:45:31\topened\tworker\t-\ta\tmain-1\t-\tm\trm x  in /w")
        #expect(
            lines[2]
                == "1970-01-01 00:00:00\tresolved\tann (tool\\u{1b})\tfe80::1%e\\u{1b}0\ta\tmain-1\tt\tm"
                + "\t{\"decision\":\"accept\"}")
        #expect(lines[3].split(separator: "\t")[3] == "uid 1000, pid 42")
    }

    @Test(
        arguments: [
            (951_782_400_000, "2000-02-29 00:00:00"), (951_868_799_000, "2000-02-29 23:59:59"),
            (1_709_164_800_000, "2024-02-29 00:00:00"), (1_735_689_599_000, "2024-12-31 23:59:59"),
            (4_107_542_400_000, "2100-03-01 00:00:00"), (4_107_542_399_000, "2100-02-28 23:59:59"),
        ] as [(Int64, String)]) func timesAreOfTheCalendar(_ milliseconds: Int64, _ text: String)
    {
        #expect(LedgerTable.time(milliseconds) == text)
    }

    @Test func aWorkersTextCannotBreakTheTable() {
        let approval: JSON = [
            "approvalId": "a", "offered": ["accept", ["more": 1]], "params": ["command": "ls\n\u{202E}\u{1B}[1A"],
        ]
        let lines = ApprovalTable.of([approval]).lines(for: Output(descriptor: -1, terminal: nil))
        #expect(lines.count == 2)
        #expect(lines[1] == "a\t-\t-\t-\t-\taccept {more}\t-\tls\\n\\u{202e}\\u{1b}[1A")
    }
}
