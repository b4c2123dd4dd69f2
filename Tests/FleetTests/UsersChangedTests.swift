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
        rig.state.usersChanged(at: rig.now) { $0 == "ann" ? roles : Set(Role.allCases) }
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
        #expect(change(&rig).ledger.map(\.change) == [.released])
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

    @Test func whoMayStillKeepsAll() throws {
        var rig = try rig(ApprovalTerms(quorum: 2))
        let id = try opened(&rig)
        _ = try rig.call("approval/respond", ["approvalId": id, "decision": "accept"], by: "ann")
        _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1_000], by: "ann")
        _ = rig.exit(2, nextTry: nil)
        #expect(change(&rig, [.approve]).isEmpty && change(&rig, Set(Role.allCases)).isEmpty)
    }
}
