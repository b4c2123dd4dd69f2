import BusProtocol
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct ApprovalTests {
    private static let command = "item/commandExecution/requestApproval"

    private static let refusals: [(String, JSON)] = [
        (command, ["decision": "decline"]),
        ("item/fileChange/requestApproval", ["decision": "decline"]),
        ("item/permissions/requestApproval", ["permissions": [:]]),
        ("item/tool/requestUserInput", ["answers": [:]]),
        ("mcpServer/elicitation/request", ["action": "decline"]),
        ("execCommandApproval", ["decision": ["denied": ["rejection": "declined"]]]),
        ("applyPatchApproval", ["decision": ["denied": ["rejection": "declined"]]]),
    ]

    private func opened(_ rig: inout FleetRig, _ params: JSON = ["availableDecisions": ["accept", "cancel"]]) throws
        -> String
    {
        let events = rig.ask(Self.command, worker: 1, thread: "t", params).events
        #expect(events.map(\.method) == ["approval/opened"])
        return try #require(events.first?.body["approvalId"]?.stringValue)
    }

    private func rig() throws -> FleetRig {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        return rig
    }

    @Test func codexsOfferAndTheRefusalAreOffered() throws {
        var rig = try rig()
        let event = try #require(
            rig.ask(Self.command, worker: 1, thread: "t", ["availableDecisions": ["accept", "cancel"]]).events.first)
        #expect(event.kind == .request)
        #expect(event.scope == "t")
        #expect(event.body["offered"] == ["accept", "cancel", "decline"])
        #expect(event.body["refusal"] == "decline")
        #expect(event.body["expiresInMs"] == 600_000)
        #expect(event.body["state"] == "open")
    }

    @Test func theFirstAnswerWinsAndALaterOneIsToldWhoWon() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let first = try rig.call(
            "approval/respond", ["approvalId": .string(id), "decision": "accept"], meta: ["client": "ann"])
        #expect(first.answers == [.result(["decision": "accept"])])
        #expect(first.events.map(\.method) == ["approval/resolved"])
        #expect(first.events[0].body["by"] == "ann")
        let second = try rig.call("approval/respond", ["approvalId": .string(id), "decision": "nonsense"])
        #expect(second.answers == [])
        #expect(second.replies == [.refusedInDetail(.approvalResolved, "answered before, by ann", ["by": "ann"])])
    }

    @Test func whatWasNotOfferedIsRefusedAndTheApprovalStaysOpen() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let wrong: [JSON] = [["decision": "acceptForSession"], ["result": ["decision": "x"]], ["result": "accept"]]
        for var params in wrong {
            params["approvalId"] = .string(id)
            #expect(try rig.call("approval/respond", params).reasons == [.decisionNotOffered])
        }
        #expect(rig.state.openApprovals == 1)
        #expect(
            try rig.call("approval/respond", ["approvalId": "x", "decision": "accept"]).reasons == [.approvalUnknown])
        #expect(try rig.call("approval/respond", ["approvalId": .string(id)]).replies.count == 1)
        #expect(rig.state.openApprovals == 1)
    }

    /// An amendment is an object; equal as JSON, whatever the order of its members.
    @Test func anOfferedObjectMayBeGivenBack() throws {
        var rig = try rig()
        let offered: JSON = ["acceptWithExecpolicyAmendment": ["execpolicy_amendment": ["touch", "/x"]]]
        let id = try opened(&rig, ["availableDecisions": ["accept", offered]])
        let actions = try rig.call("approval/respond", ["approvalId": .string(id), "decision": offered])
        #expect(actions.answers == [.result(["decision": offered])])
    }

    @Test(arguments: refusals)
    func atTheDeadlineAndOnRequestTheKindsRefusalIsSent(_ method: String, _ refusal: JSON) throws {
        var rig = try rig()
        let asked = rig.ask(method, worker: 1, thread: "t", ["permissions": ["network": true]])
        let body = try #require(asked.events.first?.body)
        let expired = rig.state.timerFired(asked.timers[0], at: rig.now)
        #expect(expired.answers == [.result(refusal)])
        #expect(expired.events.map(\.method) == ["approval/expired"])
        let late = try rig.call("approval/respond", ["approvalId": body["approvalId"] ?? .null, "decision": "accept"])
        #expect(late.reasons == [.approvalExpired])

        let again = try #require(rig.ask(method, id: 1, worker: 1, thread: "t").events.first?.body)
        let denied = try rig.call(
            "approval/respond", ["approvalId": again["approvalId"] ?? .null, "decision": again["refusal"] ?? .null])
        #expect(denied.answers == [.result(refusal)])
    }

    @Test func grantsAreGivenAsAWholeResult() throws {
        var rig = try rig()
        let asked = rig.ask(
            "item/permissions/requestApproval", worker: 1, thread: "t", ["permissions": ["network": true]])
        let id = try #require(asked.events.first?.body["approvalId"])
        let actions = try rig.call(
            "approval/respond", ["approvalId": id, "result": ["permissions": ["network": true], "scope": "turn"]])
        #expect(actions.answers == [.result(["permissions": ["network": true], "scope": "turn"])])
    }

    @Test func noMoreIsGrantedThanWasAsked() throws {
        var rig = try rig()
        let asked = rig.ask(
            "item/permissions/requestApproval", worker: 1, thread: "t",
            ["permissions": ["network": ["enabled": true], "fileSystem": ["write": ["/a", "/b"]]]])
        let id = try #require(asked.events.first?.body["approvalId"])
        let more: [JSON] = [
            ["fileSystem": ["write": ["/"]]], ["network": ["enabled": false]], ["other": true],
            ["fileSystem": ["write": ["/a"], "read": ["/"]]],
        ]
        for permissions in more {
            let actions = try rig.call("approval/respond", ["approvalId": id, "result": ["permissions": permissions]])
            #expect(actions.reasons == [.decisionNotOffered], "\(permissions)")
        }
        let unknown = try rig.call(
            "approval/respond", ["approvalId": id, "result": ["permissions": [:], "all": true]])
        #expect(unknown.reasons == [.decisionNotOffered])
        let part = try rig.call(
            "approval/respond", ["approvalId": id, "result": ["permissions": ["fileSystem": ["write": ["/a"]]]]])
        #expect(part.answers == [.result(["permissions": ["fileSystem": ["write": ["/a"]]]])])
    }

    /// What somebody typed in may be a secret: it goes to codex and to nobody else.
    @Test func anAnswerInWordsIsNotPublished() throws {
        var rig = try rig()
        let id = try #require(
            rig.ask("item/tool/requestUserInput", worker: 1, thread: "t").events.first?.body["approvalId"])
        let actions = try rig.call(
            "approval/respond", ["approvalId": id, "result": ["answers": ["q": ["answers": ["hunter2"]]]]])
        #expect(actions.answers.count == 1)
        #expect(!actions.events.description.contains("hunter2"))
    }

    @Test func aThreadThatEndsTakesItsRequestsWithIt() throws {
        var rig = try rig()
        _ = try opened(&rig)
        #expect(rig.notify(.threadClosed, thread: "t").events.map(\.method) == ["approval/withdrawn"])
    }

    /// While its thread is being resumed, or after it was closed.
    @Test func aRequestIsWithdrawnWhateverItsThread() throws {
        var rig = try rig()
        _ = try opened(&rig)
        #expect(rig.state.withdraw(worker: 2, request: .number(0), at: rig.now).isEmpty)
        #expect(
            rig.state.withdraw(worker: 1, request: .number(0), at: rig.now).events.map(\.method) == [
                "approval/withdrawn"
            ])
    }

    /// Its stdin is closed: an answer would vanish.
    @Test func aWorkerThatIsBeingEndedTakesNoAnswer() throws {
        var rig = try rig()
        let id = try opened(&rig)
        #expect(rig.change(1, to: .stopping).events.map(\.method) == ["approval/void"])
        let late = try rig.call("approval/respond", ["approvalId": .string(id), "decision": "accept"])
        #expect(late.reasons == [.approvalVoid])
        #expect(late.answers == [])
        #expect(rig.ask(Self.command, id: 1, worker: 1, thread: "t").events.isEmpty)
    }

    @Test func openOnesOfAWorkerHaveABound() throws {
        var rig = try rig()
        for id in 0..<Int64(ApprovalBook.openLimit) { _ = rig.ask(Self.command, id: id, worker: 1) }
        let over = rig.ask(Self.command, id: 5_000, worker: 1)
        #expect(over.events.isEmpty)
        #expect(over.answers.count == 1)
        #expect(rig.ask(Self.command, id: 0, worker: 2).events.count == 1)
    }

    @Test func codexsOwnEndOfARequestWithdrawsIt() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let actions = rig.notify(.serverRequestResolved, thread: "t", ["requestId": 0])
        #expect(actions.events.map(\.method) == ["approval/withdrawn"])
        #expect(actions.answers == [])
        #expect(
            try rig.call("approval/respond", ["approvalId": .string(id), "decision": "accept"]).reasons == [
                .approvalWithdrawn
            ])
    }

    @Test func aDeadWorkersRequestsAreVoidAndTheNextOnesAreOthers() throws {
        var rig = try rig()
        let id = try opened(&rig)
        #expect(rig.exit(1).events.contains { $0.method == "approval/void" })
        _ = rig.ready(1)
        let next = try #require(rig.ask(Self.command, worker: 1).events.first?.body["approvalId"]?.stringValue)
        #expect(next != id)
        let late = try rig.call("approval/respond", ["approvalId": .string(id), "decision": "decline"])
        #expect(late.reasons == [.approvalVoid])
        #expect(late.answers == [])
    }

    /// Codex asks again, with the same id, when a thread is resumed on a living worker.
    @Test func theSameRequestAskedAgainIsTheSameApproval() throws {
        var rig = try rig()
        _ = try opened(&rig)
        #expect(rig.ask(Self.command, worker: 1, thread: "t").events == [])
        #expect(rig.state.openApprovals == 1)
    }

    @Test func whatNobodyCanDecideIsAnsweredAtOnce() throws {
        var rig = try rig()
        #expect(rig.ask("currentTime/read", worker: 1).answers == [.result(["currentTimeAt": 1_795_000_000])])
        for method in ["item/tool/call", "attestation/generate", "account/chatgptAuthTokens/refresh"] {
            guard case .error(code: -32000, message: _)? = rig.ask(method, worker: 1).answers.first else {
                Issue.record("\(method) is left hanging")
                continue
            }
        }
        guard case .error(code: -32601, message: _)? = rig.ask("something/new", worker: 1).answers.first else {
            Issue.record("an unknown request is left hanging")
            return
        }
        #expect(rig.state.openApprovals == 0)
    }

    @Test func anApproverSeesTheItemAndWhereItRuns() throws {
        var rig = try rig()
        _ = rig.notify(
            .itemStarted, thread: "t", ["item": ["type": "fileChange", "id": "i", "changes": [["path": "/a"]]]])
        _ = rig.notify(.itemPatchUpdated, thread: "t", ["itemId": "i", "changes": [["path": "/b"]]])
        let body = try #require(
            rig.ask("item/fileChange/requestApproval", worker: 1, thread: "t", item: "i", ["cwd": "/w"]).events.first?
                .body)
        #expect(body["item"]?["changes"] == [["path": "/b"]])
        #expect(body["cwd"] == "/w")
        guard case .result(let list)? = try rig.call("approval/list").replies.first else {
            Issue.record("no list")
            return
        }
        #expect(list["approvals"]?.arrayValue?.first?["item"] == body["item"])
    }

    @Test func anApproverSeesWhoStartedItAndFromWhichThreadItComes() throws {
        var rig = try rig()
        _ = rig.notify(.threadStarted, thread: "t", ["thread": ["id": "t", "parentThreadId": "p", "cwd": "/w"]])
        _ = try rig.call("turn/start", ["threadId": "t"], meta: ["client": "ann"])
        let body = try #require(rig.ask(Self.command, worker: 1, thread: "t").events.first?.body)
        #expect(body["parentThreadId"] == "p")
        #expect(body["rootThreadId"] == "p")
        #expect(body["startedBy"] == "ann")
        #expect(body["cwd"] == "/w")
        // Codex may say that there is none of its own.
        let none = rig.ask(Self.command, id: 1, worker: 1, thread: "t", ["cwd": .null]).events.first?.body
        #expect(none?["cwd"] == "/w")
    }

    @Test func closedOnesAreForgottenInTheEnd() throws {
        var rig = try rig()
        let first = try opened(&rig)
        _ = try rig.call("approval/respond", ["approvalId": .string(first), "decision": "accept"])
        for id in 1...Int64(ApprovalBook.closedLimit) {
            let next = try #require(
                rig.ask(Self.command, id: id, worker: 1, thread: "t").events.first?.body["approvalId"])
            _ = try rig.call("approval/respond", ["approvalId": next, "decision": "decline"])
        }
        #expect(try rig.call("approval/get", ["approvalId": .string(first)]).reasons == [.approvalUnknown])
        #expect(rig.state.openApprovals == 0)
    }
}
