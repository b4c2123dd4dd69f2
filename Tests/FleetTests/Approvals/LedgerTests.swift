import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Journal
import Testing

/// What is written down of approvals, and taken up again.
@Suite struct LedgerTests {
    private static let command = "item/commandExecution/requestApproval"

    private func rig() throws -> FleetRig {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        return rig
    }

    private func opened(
        _ rig: inout FleetRig, _ method: String = LedgerTests.command, _ params: JSON = [:]
    ) throws -> JSON {
        try #require(rig.ask(method, worker: 1, thread: "t", params).events.first?.body["approvalId"])
    }

    /// Nothing goes to the worker, and nobody hears of it, before the line is on disk.
    @Test func anAnswerWaitsForItsLine() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let answered = try rig.call(
            "approval/respond", ["approvalId": id, "decision": "accept"], meta: ["client": "ann"], by: "root")
        let isHeld = answered.allSatisfy { action in
            switch action {
            case .answer, .publish, .reply: false
            default: true
            }
        }
        #expect(isHeld && answered.answers.count == 1 && answered.events.count == 1 && answered.replies.count == 1)
        let line = try #require(answered.ledger.first)
        #expect(line.change == .resolved && line.user == "root" && line.client == "ann" && line.origin == "client")
        #expect(line.command != nil && line.epoch == 7 && line.thread == "t" && line.worker == "main-1")
        #expect(line.detail == #"{"decision":"accept"}"#)
    }

    /// Only of what somebody does at that moment; and nobody but who asks the ledger is told.
    @Test func eachLineSaysFromWhere() throws {
        var rig = try rig()
        var policy = GroupPolicy()
        policy.approvals = ApprovalRules([ApprovalRule(.ask(ApprovalTerms(quorum: 2)))])
        rig.state.set(policy: policy, ofGroup: "main")
        let id = try opened(&rig)
        let asked: [(String, JSON, String, PeerAddress)] = [
            ("approval/claim", ["ttlMs": 5_000], "ann", .local(uid: .max, pid: 42)),
            ("approval/release", [:], "ann", .local(uid: .max, pid: 43)),
            ("approval/respond", ["decision": "accept"], "ann", .local(uid: .max, pid: 44)),
            ("approval/claim", ["ttlMs": 5_000], "bob", .remote("::1")),
            ("approval/respond", ["decision": "accept"], "bob", .remote("fe80::1%\"\\")),
        ]
        var lines: [LedgerRecord] = []
        for (method, params, user, address) in asked {
            var params = params
            params["approvalId"] = id
            let actions = try rig.call(method, params, by: user, from: address)
            lines += actions.ledger
            for words in ["42", "43", "44", "::1"] {
                #expect(!actions.events.contains { $0.body.description.contains(words) })
                #expect(!"\(actions.replies)".contains(words))
            }
        }
        #expect(lines.map(\.change) == [.claimed, .released, .voted, .claimed, .resolved])
        let places = try lines.map { try JSON(parsing: #require($0.peer)) }
        #expect(places[0] == ["uid": 4_294_967_295, "pid": 42] && places[1]["pid"] == 43 && places[2]["pid"] == 44)
        #expect(places[3] == ["address": "::1"] && places[4] == ["address": "fe80::1%\"\\"])
        // Who claims from one place answers from another.
        let next = try #require(rig.ask(Self.command, id: 1, worker: 1, thread: "t").events.first?.body["approvalId"])
        let claimed = try rig.call("approval/claim", ["approvalId": next, "ttlMs": 1], by: "ann", from: .remote("::1"))
        let refused = try rig.call("approval/claim", ["approvalId": next, "ttlMs": 1], by: "bob", from: .remote("::1"))
        #expect(refused.reasons == [.approvalClaimed] && refused.ledger.isEmpty)
        let again = try rig.call("approval/claim", ["approvalId": next, "ttlMs": 1], by: "ann", from: .remote("::2"))
        #expect(again.ledger.first?.peer == #"{"address":"::2"}"#)
        // What ends by itself is from nowhere.
        rig.now = rig.now.advanced(by: .seconds(1))
        let lapsed = rig.state.timerFired(try #require(claimed.timers.first), at: rig.now)
        #expect(lapsed.ledger.map(\.change) == [.released] && lapsed.ledger[0].peer == nil)
        let expired = rig.state.timerFired(.approval(next.stringValue ?? ""), at: rig.now)
        #expect(expired.ledger.map(\.change) == [.expired] && expired.ledger[0].peer == nil)
    }

    @Test func aDeadlineWaitsForItsLine() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let expired = rig.state.timerFired(.approval(id.stringValue ?? ""), at: rig.now)
        guard case .onceRecorded(let line, let actions)? = expired.last else {
            Issue.record("it does not wait")
            return
        }
        #expect(line.change == .expired && line.origin == "deadline" && actions.answers.count == 1)
    }

    @Test func theOpeningSaysWhatWasAsked() throws {
        var rig = try rig()
        _ = try rig.call("turn/start", ["threadId": "t"], meta: ["client": "ann"])
        let line = try #require(
            rig.ask(Self.command, worker: 1, thread: "t", ["command": "ls", "cwd": "/w"]).ledger.first)
        #expect(line.change == .opened && line.command != nil)
        let detail = try JSON(parsing: try #require(line.detail))
        #expect(detail == ["params": ["command": "ls", "cwd": "/w"], "cwd": "/w", "startedBy": "ann"])
        let long = rig.ask(
            Self.command, id: 1, worker: 1, thread: "t", ["command": .string(String(repeating: "x", count: 100_000))])
        let size = try JSON(parsing: try #require(long.ledger.first?.detail))["omittedBytes"]?.intValue
        #expect(size.map { $0 > 100_000 } == true)
    }

    static let secrets: [(String, JSON, JSON)] = [
        (
            "item/tool/requestUserInput", ["questions": [["id": "q", "isSecret": true], ["id": "p"]]],
            ["answers": ["q": ["answers": ["hunter2"]], "p": ["answers": ["blue"]]]]
        ),
        // Nobody asked for it, so nobody said that it is none.
        ("item/tool/requestUserInput", ["questions": []], ["answers": ["q": ["answers": ["hunter2"]]]]),
        (
            "item/tool/requestUserInput", ["questions": [["id": "q", "isSecret": "maybe"]]],
            ["answers": ["q": ["answers": ["hunter2"]]]]
        ),
        (
            "mcpServer/elicitation/request", ["mode": "openai/form"],
            ["action": "accept", "content": ["key": "hunter2"]]
        ),
    ]

    @Test(arguments: secrets) func secretsAreNotKept(_ method: String, _ params: JSON, _ result: JSON) throws {
        var rig = try rig()
        let id = try opened(&rig, method, params)
        let answered = try rig.call("approval/respond", ["approvalId": id, "result": result])
        #expect(answered.answers == [.result(result)])
        #expect(!answered.ledger.description.contains("hunter2"))
        #expect(!answered.events.description.contains("hunter2"))
        if result["answers"]?["p"] != nil { #expect(answered.ledger[0].detail?.contains("blue") == true) }
    }

    // MARK: After a restart

    private func line(_ name: String, _ change: LedgerRecord.Change, origin: String = "client") -> LedgerRecord {
        LedgerRecord(
            approval: name, change: change, epoch: 3, worker: "main-1", thread: "t", method: Self.command,
            origin: origin)
    }

    @Test func whatAnEarlierDaemonLeftOpenIsVoid() throws {
        var rig = FleetRig()
        let actions = rig.state.restore(open: [line("a", .opened), line("a", .opened)], closed: [])
        #expect(actions.events.map(\.method) == ["approval/void"] && actions.events[0].scope == "t")
        #expect(actions.events[0].body["state"] == "void" && actions.events[0].body["approvalId"] == "a")
        #expect(actions.ledger.map(\.change) == [.void] && actions.ledger[0].epoch == 7)
        #expect(actions.ledger[0].origin == "restart")
        let late = try rig.call("approval/respond", ["approvalId": "a", "decision": "accept"])
        #expect(late.reasons == [.approvalVoid] && late.answers.isEmpty)
        #expect(rig.state.openApprovals == 0)
    }

    @Test func aLateAnswerAfterARestartIsToldWhatHappened() throws {
        var rig = FleetRig()
        var resolved = line("r", .resolved)
        resolved.client = "ann"
        let closed = [
            resolved, line("u", .resolved, origin: "rule main/2"), line("e", .expired), line("w", .withdrawn),
            line("v", .void),
        ]
        #expect(rig.state.restore(open: [], closed: closed).isEmpty)
        func answer(_ name: JSON) throws -> CommandReply? {
            try rig.call("approval/respond", ["approvalId": name, "decision": "accept"]).replies.first
        }
        #expect(
            try answer("r") == .refusedInDetail(.approvalResolved, "answered before, by ann", ["by": "ann"]))
        #expect(
            try answer("u")
                == .refusedInDetail(
                    .approvalResolved, "answered before, by main/2", ["by": "main/2", "rule": "main/2"]))
        let reasons = try ["e", "w", "v"].flatMap {
            try rig.call("approval/respond", ["approvalId": $0, "decision": "accept"]).reasons
        }
        #expect(reasons == [.approvalExpired, .approvalWithdrawn, .approvalVoid])
        let list = try rig.call("approval/list", ["state": "resolved"]).replies
        guard case .result(let found)? = list.first else { return }
        #expect(found["approvals"]?.arrayValue?.count == 2)
    }

    @Test func aThreadThatIsNoneDoesNotForgeATopic() {
        var rig = FleetRig()
        let strange = LedgerRecord(
            approval: "a", change: .opened, epoch: 3, worker: "main-1", thread: "-", method: "m", origin: "worker")
        #expect(rig.state.restore(open: [strange], closed: []).events.map(\.scope) == ["wmain-1"])
    }

    // MARK: Reading

    @Test func historyIsAskedOfTheJournal() throws {
        var rig = try rig()
        let params: JSON = ["history": true, "approvalId": "a", "threadId": "t", "limit": 7, "before": 9]
        guard case .readLedger(_, let query, _)? = try rig.call("approval/list", params).first else {
            Issue.record("it is not asked")
            return
        }
        #expect(query.approval == "a" && query.thread == "t" && query.limit == 7 && query.before == 9)
    }

    @Test(
        arguments: [
            ["history": 1], ["history": true, "limit": 0], ["history": true, "limit": 1_001],
            ["history": true, "before": 0], ["state": "closed"], ["state": 1],
        ] as [JSON])
    func whatIsNoQueryIsInvalid(_ params: JSON) throws {
        var rig = try rig()
        guard case .invalid(code: -32602, _)? = try rig.call("approval/list", params).replies.first else {
            Issue.record("it was taken")
            return
        }
    }
}
