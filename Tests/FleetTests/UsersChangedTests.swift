import Journal
import BusProtocol
import Fleet
import JSONRPC
import Supervision
import Testing

/// What becomes of that which somebody has under way who may not have it any more.
@Suite struct UsersChangedTests {
    private static let command = "item/commandExecution/requestApproval"

    private func rig(_ terms: ApprovalTerms = ApprovalTerms(), workers: Int = 2) throws -> FleetRig {
        var rig = FleetRig(workers: workers)
        var policy = GroupPolicy()
        policy.approvals = ApprovalRules([ApprovalRule(.ask(terms))])
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        return rig
    }

    /// From here on ann may do this only; others may do all.
    private func change(_ rig: inout FleetRig, _ roles: Set<Role> = []) -> [FleetAction] {
        rig.state.usersChanged(at: rig.now) { CallerRights(roles: $0 == "ann" ? roles : Set(Role.allCases)) }
    }

    private func opened(_ rig: inout FleetRig) throws -> JSON {
        try #require(rig.ask(Self.command, worker: 1, thread: "t").events.first?.body["approvalId"])
    }

    @Test(arguments: [[], [Role.observe, .approve]]) func commandsThatWaitAreRefused(_ roles: [Role]) throws {
        var rig = try rig(workers: 1)
        _ = rig.exit(1)
        for user in ["ann", "bob"] {
            #expect(try rig.call("turn/start", ["threadId": "t", "input": []], by: user).replies.isEmpty)
        }
        #expect(change(&rig, Set(roles)).reasons == [.forbidden])
        let resume = try #require(rig.ready(1).sent.first)
        let went = rig.answer(resume.token, .result(Array("{}".utf8), thread: "t")).sent
        #expect(went.map(\.method) == ["turn/start"])
    }

    private static let loose: JSON = ["threadId": "t", "input": [], "sandboxPolicy": ["type": "dangerFullAccess"]]

    /// What loosens the policy takes `admin` when it goes out, not only when it came.
    @Test func aCommandThatLoosensThePolicyIsRefusedWithoutAdmin() throws {
        var rig = try rig(workers: 1)
        _ = rig.exit(1)
        for params in [Self.loose, ["threadId": "t", "input": []]] {
            #expect(try rig.call("turn/start", params, by: "ann").replies.isEmpty)
        }
        #expect(change(&rig, [.observe, .command]).reasons == [.forbidden])
        let resume = try #require(rig.ready(1).sent.first)
        let went = rig.answer(resume.token, .result(Array("{}".utf8), thread: "t")).sent
        #expect(went.map(\.method) == ["turn/start"] && went.first?.params.contains("danger") == false)
    }

    /// Those that a worker was sent may be queued before it still: they are asked back, and say so when that is done.
    @Test(arguments: [[], [Role.observe, .command]]) func whatIsNotYetWrittenIsRecalled(_ roles: [Role]) throws {
        var rig = try rig()
        let sent = try rig.call("turn/start", Self.loose, by: "ann").sent
        _ = try rig.call("turn/start", Self.loose, by: "bob")
        _ = rig.ask(Self.command, worker: 1, thread: "t")
        let changed = change(&rig, Set(roles))
        #expect(changed.recalled == sent.map(\.token))
        #expect(rig.answer(sent[0].token, .lost(.recalled)).reasons == [.forbidden])
        #expect(change(&rig, Set(roles)).recalled == [])
    }

    @Test func whatOneMayStillDoIsNotRecalled() throws {
        var rig = try rig()
        _ = try rig.call("turn/start", ["threadId": "t", "input": []], by: "ann")
        #expect(change(&rig, [.command]).recalled == [])
    }

    private func retrying() throws -> FleetRig {
        var rig = try rig()
        var policy = GroupPolicy()
        policy.retriesInterrupted = true
        rig.state.set(policy: policy, ofGroup: "main")
        let sent = try rig.call("turn/start", Self.loose, by: "ann").sent
        _ = rig.answer(sent[0].token, .result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: nil))
        return rig
    }

    @Test(arguments: [[], [Role.observe, .command]]) func itsTurnIsNotStartedAgain(_ roles: [Role]) throws {
        var rig = try retrying()
        _ = change(&rig, Set(roles))
        let told = rig.exit(1).events.first { $0.method == "bosun/turnInterrupted" }
        #expect(told?.body["retried"] == false)
        let resume = try #require(rig.ready(1).sent.first)
        #expect(rig.answer(resume.token, .result([], thread: "t")).sent == [])
    }

    @Test func aTurnThatWasToBeStartedAgainIsNot() throws {
        var rig = try retrying()
        _ = rig.exit(1)
        #expect(change(&rig, [.command]).events.map(\.method) == ["bosun/turnRetryFailed"])
        let resume = try #require(rig.ready(1).sent.first)
        #expect(rig.answer(resume.token, .result([], thread: "t")).sent == [])
    }

    @Test(arguments: [([Role.command], 0), ([.command, .admin], 1)])
    func norOneOfAnEarlierDaemon(_ roles: [Role], _ turns: Int) throws {
        let rig = try retrying()
        let records = rig.state.wholeJournal.compactMap { entry -> ThreadRecord? in
            if case .thread(let record) = entry { record } else { nil }
        }
        var next = FleetRig(workers: 1)
        var policy = GroupPolicy()
        policy.retriesInterrupted = true
        next.state.set(policy: policy, ofGroup: "main")
        _ = next.exit(1)
        _ = next.state.restore(records, at: next.now)
        _ = change(&next, Set(roles))
        let resume = try #require(next.ready(1).sent.first)
        let loaded = next.answer(resume.token, .result([], thread: "t"))
        #expect(loaded.sent.count == turns)
        #expect(loaded.events.first { $0.method == "bosun/turnInterrupted" }?.body["retried"] == .bool(turns > 0))
    }

    @Test func claimsAreReleased() throws {
        var rig = try rig()
        let id = try opened(&rig)
        _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 86_400_000], meta: ["client": "x"], by: "ann")
        let changed = change(&rig, [.observe, .command])
        #expect(changed.events.map(\.method) == ["approval/released"])
        #expect(changed.ledger.map(\.origin) == ["revoked"] && changed.ledger[0].user == "ann")
        #expect(
            try rig.call("approval/respond", ["approvalId": id, "decision": "accept"], by: "bob").answers.count == 1)
    }

    @Test func aYesDoesNotCountAnyMore() throws {
        var rig = try rig(ApprovalTerms(quorum: 2))
        let params: JSON = ["approvalId": try opened(&rig), "decision": "accept"]
        #expect(try rig.call("approval/respond", params, by: "ann").answers.isEmpty)
        let changed = change(&rig)
        #expect(changed.ledger.map(\.change) == [.released])
        let told = try #require(changed.events.first)
        #expect(told.method == "approval/voted" && told.body["by"] == "ann" && told.body["revoked"] == true)
        #expect(told.body["votes"] == [] && told.body["quorum"] == 2)
        #expect(try rig.call("approval/respond", params, by: "bob").answers.isEmpty)
        #expect(try rig.call("approval/respond", params, by: "cyd").answers.count == 1)
    }

    @Test func registrationsEndAndWhatIsOpenIsRefused() throws {
        var rig = try rig()
        let params: JSON = ["methods": ["item/tool/call"], "group": "main", "ttlMs": 86_400_000]
        _ = try rig.call("requests/register", params, meta: ["client": "tools"], by: "ann")
        _ = rig.ask("item/tool/call", id: 1, worker: 1, thread: "t")
        let changed = change(&rig, [.observe])
        #expect(changed.answers == [.error(code: -32000, message: "nobody answered in time")])
        #expect(try rig.call("requests/register", params, meta: ["client": "tools"], by: "bob").reasons == [])
    }

    // MARK: Audiences

    /// Workers `a-1` and `b-1` with a thread each.
    private func pair(_ terms: ApprovalTerms = ApprovalTerms()) throws -> FleetRig {
        var rig = FleetRig(groups: ["a", "b"])
        for group in ["a", "b"] {
            var policy = GroupPolicy()
            policy.approvals = ApprovalRules([ApprovalRule(.ask(terms))])
            rig.state.set(policy: policy, ofGroup: group)
            let sent = try rig.call("thread/start", meta: ["worker": .string("\(group)-1")]).sent
            _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: "t\(group)"))
        }
        return rig
    }

    /// From here on ann has all roles in the group `a` alone.
    private func confine(_ rig: inout FleetRig) -> [FleetAction] {
        let audience = Audience(name: "x", groups: ["a"])
        return rig.state.usersChanged(at: rig.now) {
            CallerRights(roles: Set(Role.allCases), audience: $0 == "ann" ? audience : nil)
        }
    }

    @Test func whoIsConfinedLosesTheCommandsOfOthersThreads() throws {
        var rig = try pair()
        let sent = try ["ta", "tb"].flatMap { try rig.call("turn/start", ["threadId": .string($0)], by: "ann").sent }
        let unbound =
            try rig.call("thread/start", meta: ["group": "b"], by: "ann").sent
            + rig.call("model/list", meta: ["group": "a"], by: "ann").sent
        #expect(confine(&rig).recalled == [sent[1].token, unbound[0].token])
        _ = rig.exit(1)
        _ = rig.exit(2)
        for thread in ["ta", "tb"] { _ = try rig.call("turn/start", ["threadId": .string(thread)], by: "ann") }
        // Homeless threads are their last worker's still.
        #expect(confine(&rig).reasons == [.forbidden])
    }

    @Test func itsClaimsYesesAndRegistrationsOutsideEnd() throws {
        var rig = try pair(ApprovalTerms(quorum: 2))
        var ids: [JSON] = []
        for (worker, thread) in [(UInt64(1), "ta"), (2, "tb")] {
            for number in 0..<2 {
                let asked = rig.ask(Self.command, id: Int64(number), worker: worker, thread: thread)
                ids.append(try #require(asked.events.first?.body["approvalId"]))
            }
        }
        for id in [ids[0], ids[2]] {
            _ = try rig.call("approval/respond", ["approvalId": id, "decision": "accept"], by: "ann")
        }
        for id in [ids[1], ids[3]] {
            _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1_000], by: "ann")
        }
        let tools: JSON = ["methods": ["item/tool/call"], "group": "a", "ttlMs": 86_400_000]
        _ = try rig.call("requests/register", tools, by: "ann")
        let changed = confine(&rig)
        #expect(changed.ledger.map(\.thread) == ["tb", "tb"] && changed.ledger.allSatisfy { $0.change == .released })
        #expect(changed.events.map(\.method) == ["approval/released", "approval/voted"])
        #expect(changed.events.allSatisfy { $0.scope == "tb" })
        #expect(try rig.call("requests/register", tools, by: "bob").reasons == [])
    }

    @Test func whoMayStillKeepsAll() throws {
        var rig = try rig(ApprovalTerms(quorum: 2))
        let id = try opened(&rig)
        _ = try rig.call("approval/respond", ["approvalId": id, "decision": "accept"], by: "ann")
        _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1_000], by: "ann")
        _ = rig.exit(2, nextTry: nil)
        #expect(change(&rig, [.approve]).isEmpty && change(&rig, Set(Role.allCases)).isEmpty)
    }
}
