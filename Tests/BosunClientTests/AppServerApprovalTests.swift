import BosunClient
import BusProtocol
import JSONRPC
import Testing

/// Approvals pass to a client of `bosun app-server` only where that is wanted.
@Suite struct AppServerApprovalTests {
    private typealias Rig = AppServerBridgeTests.Rig

    private static let method = "item/commandExecution/requestApproval"

    private static func opened(_ name: String = "a1") -> JSON {
        [
            "approvalId": .string(name), "method": .string(method), "params": ["command": "touch x"],
            "refusal": "decline", "threadId": "t",
        ]
    }

    /// A client's thread in which codex has asked, by the request 5, and the daemon has opened an approval.
    private static func asked(_ asks: Bool = true) throws -> Rig {
        var rig = try Rig.serving { $0.asksApprovals = asks }
        try rig.startThread()
        rig.event(.request, "t", method, ["method": .string(method), "id": 5, "params": ["command": "touch x"]])
        rig.event(.request, "t", "approval/opened", opened(), isDaemons: true)
        return rig
    }

    private static func resolved() -> JSON {
        ["method": "serverRequest/resolved", "params": ["threadId": "t", "requestId": 5]]
    }

    @Test func theClientIsAskedByARequestOfItsOwnNumber() throws {
        var rig = try Self.asked()
        #expect(rig.written == [["method": .string(Self.method), "id": 0, "params": ["command": "touch x"]]])
        rig.say(["id": 0, "result": ["decision": "accept"]])
        let request = try #require(rig.sent.last)
        #expect(request["method"] == "approval/respond")
        #expect(request["params"] == ["approvalId": "a1", "result": ["decision": "accept"]])
        #expect(request["meta"]?["idempotencyKey"] != nil)
        try rig.answer(["approvalId": "a1", "state": "resolved"])
        rig.event(.request, "t", "approval/resolved", ["approvalId": "a1"], isDaemons: true)
        rig.event("t", "serverRequest/resolved", Self.resolved())
        #expect(rig.methods.dropFirst() == ["serverRequest/resolved"])
        #expect(rig.written.last?["params"] == ["threadId": "t", "requestId": 0])
        // An answer more is none.
        let sent = rig.sent.count
        rig.say(["id": 0, "result": ["decision": "accept"]])
        #expect(rig.sent.count == sent)
    }

    /// An answer waits for no disk, and for nobody's key.
    @Test(arguments: [BusErrorReason.journalUnavailable, .deadline])
    func anAnswerThatNoDiskTakesAKeyForGoesWithoutOne(_ reason: BusErrorReason) throws {
        var rig = try Self.asked()
        rig.say(["id": 0, "result": ["decision": "accept"]])
        let keyed = try #require(rig.sent.last)
        try rig.refuse(reason)
        let unkeyed = try #require(rig.sent.last)
        #expect(keyed["meta"]?["idempotencyKey"] != nil && keyed["meta"]?["deadlineMs"] == 3_000)
        #expect(unkeyed["meta"]?["idempotencyKey"] == nil && unkeyed["params"] == keyed["params"])
        #expect(unkeyed["id"] != keyed["id"])
        // That one is tried again as any other.
        let sent = rig.sent.count
        try rig.refuse(.overloaded)
        #expect(rig.sent.count == sent)
        try rig.answer(["approvalId": "a1", "state": "resolved"])
    }

    @Test func withoutItsWishItHearsNothingOfIt() throws {
        var rig = try Self.asked(false)
        rig.event(.request, "t", "approval/resolved", ["approvalId": "a1"], isDaemons: true)
        rig.event("t", "serverRequest/resolved", Self.resolved())
        #expect(rig.written == [])
        let sent = rig.sent.count
        rig.say(["id": 0, "result": ["decision": "accept"]])
        #expect(rig.sent.count == sent)
    }

    @Test func aWorkersOwnWordIsNoApproval() throws {
        var rig = try Rig.serving { $0.asksApprovals = true }
        try rig.startThread()
        rig.event(.request, "t", "approval/opened", Self.opened())
        #expect(rig.written == [])
    }

    @Test(
        arguments: [
            ["id": 0, "error": ["code": -1, "message": "no"]], ["id": 0, "result": ["decision": "nonsense"]],
        ] as [JSON])
    func whatIsNoAnswerIsARefusal(_ answer: JSON) throws {
        var rig = try Self.asked()
        rig.say(answer)
        if answer["result"] != nil { try rig.refuse(.decisionNotOffered) }
        #expect(rig.sent.last?["params"] == ["approvalId": "a1", "decision": "decline"])
        let sent = rig.sent.count
        try rig.refuse(.decisionNotOffered)
        #expect(rig.sent.count == sent)
    }

    @Test func whoIsLateIsNotHeard() throws {
        var rig = try Self.asked()
        rig.event(.request, "t", "approval/expired", ["approvalId": "a1"], isDaemons: true)
        let sent = rig.sent.count
        rig.say(["id": 0, "result": ["decision": "accept"]])
        #expect(rig.sent.count == sent)
    }

    @Test func theWorkersEndEndsIt() throws {
        var rig = try Self.asked()
        rig.event(.request, "t", "approval/void", ["approvalId": "a1"], isDaemons: true)
        #expect(rig.written.last?["params"] == ["threadId": "t", "requestId": 0])
    }

    @Test func aNewDaemonEndsThemAll() throws {
        var rig = try Self.asked()
        rig.epoch += 1
        rig.seq = 0
        rig.scopeSeqs = [:]
        rig.event("t", "turn/started")
        try rig.answer(["events": [], "next": ["epoch": .unsigned(rig.epoch), "seq": 1]])
        #expect(rig.methods.dropFirst() == ["serverRequest/resolved", "turn/started"])
    }

    @Test func whatIsOpenWhenTheThreadIsResumedIsAskedOnce() throws {
        var rig = try Rig.serving { $0.asksApprovals = true }
        rig.say(["id": 1, "method": "thread/resume", "params": ["threadId": "t"]])
        try rig.answer(["thread": ["id": "t"]])
        #expect(rig.sent.last?["method"] == "approval/list")
        // Codex says it again to whoever resumes.
        rig.event(.request, "t", Self.method, ["method": .string(Self.method), "id": 5, "params": [:]])
        var other = Self.opened("a2")
        other["threadId"] = "other"
        try rig.answer(["approvals": [Self.opened(), other]])
        rig.event(.request, "t", "approval/opened", Self.opened(), isDaemons: true)
        #expect(rig.methods == ["reply", Self.method])
        rig.event("t", "serverRequest/resolved", Self.resolved())
        #expect(rig.written.last?["params"] == ["threadId": "t", "requestId": 0])
    }
}
