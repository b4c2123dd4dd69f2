import EventLoop
import BusProtocol
import Fleet
import JSONRPC
import Testing

/// What only a program that registered for it can answer.
@Suite struct LeaseTests {
    private static let tool = "item/tool/call"

    private func rig() throws -> FleetRig {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        return rig
    }

    private func register(
        _ rig: inout FleetRig, _ params: JSON, by client: JSON = "tools", methods: JSON = ["item/tool/call"],
        ttl: JSON = 1_000
    ) throws -> [FleetAction] {
        var whole = params
        whole["methods"] = methods
        whole["ttlMs"] = ttl
        return try rig.call("requests/register", whole, meta: ["client": client])
    }

    @Test func withoutARegistrationTheyAreRefusedAtOnce() throws {
        var rig = try rig()
        for (id, method) in ServerRequestKind.delegatedMethods.enumerated() {
            let asked = rig.ask(method, id: Int64(id), worker: 1, thread: "t")
            #expect(asked.answers == [.error(code: -32000, message: "nobody is registered for \(method)")])
            #expect(asked.events.isEmpty)
        }
    }

    @Test func theyGoToTheHolderAlone() throws {
        var rig = try rig()
        #expect(try register(&rig, ["group": "main"]).timers.count == 1)
        let asked = rig.ask(Self.tool, worker: 1, thread: "t", ["tool": "x", "arguments": [:]])
        let body = try #require(asked.events.first?.body)
        #expect(asked.events.map(\.method) == ["approval/opened"] && body["holder"]?["by"] == "tools")
        #expect(body["offered"] == ["refuse"])
        let id = try #require(body["approvalId"])
        let result: JSON = ["success": true, "contentItems": [["type": "inputText", "text": "hunter2"]]]
        let foreign = try rig.call(
            "approval/respond", ["approvalId": id, "result": result], meta: ["client": "other"])
        #expect(foreign.reasons == [.forbidden])
        let answered = try rig.call(
            "approval/respond", ["approvalId": id, "result": result], meta: ["client": "tools"])
        #expect(answered.answers == [.result(result)])
        // Neither published nor kept.
        #expect(!answered.events.description.contains("hunter2") && !answered.ledger.description.contains("hunter2"))
    }

    @Test func theHolderMayRefuse() throws {
        var rig = try rig()
        _ = try register(&rig, ["threadId": "t"])
        let id = try #require(rig.ask(Self.tool, worker: 1, thread: "t").events.first?.body["approvalId"])
        let refused = try rig.call(
            "approval/respond", ["approvalId": id, "decision": "refuse"], meta: ["client": "tools"])
        #expect(refused.answers == [.error(code: -32000, message: "refused by who registered for it")])
        #expect(refused.events.map(\.method) == ["approval/resolved"])
    }

    static let wrong: [(String, JSON)] = [
        ("item/tool/call", [:]), ("item/tool/call", ["success": true]),
        ("item/tool/call", ["success": 1, "contentItems": []]),
        ("item/tool/call", ["success": true, "contentItems": ["x"]]),
        ("item/tool/call", ["success": true, "contentItems": [["type": "inputText"]]]),
        ("item/tool/call", ["success": true, "contentItems": [["type": "inputVideo", "text": "x"]]]),
        ("item/tool/call", ["success": true, "contentItems": [], "more": 1]),
        ("attestation/generate", [:]), ("attestation/generate", ["token": 1]), ("attestation/generate", ["token": ""]),
        ("account/chatgptAuthTokens/refresh", ["accessToken": "a"]),
        ("account/chatgptAuthTokens/refresh", ["accessToken": "a", "chatgptAccountId": "b", "chatgptPlanType": 1]),
    ]

    @Test(arguments: wrong) func aResultOfAnotherShapeIsRefused(_ method: String, _ result: JSON) throws {
        var rig = try rig()
        _ = try register(
            &rig, ["group": "main"], methods: .array(ServerRequestKind.delegatedMethods.map { .string($0) }))
        let id = try #require(rig.ask(method, worker: 1, thread: "t").events.first?.body["approvalId"])
        let refused = try rig.call(
            "approval/respond", ["approvalId": id, "result": result], meta: ["client": "tools"])
        #expect(refused.reasons == [.decisionNotOffered] && refused.answers.isEmpty)
        #expect(rig.state.openApprovals == 1)
    }

    @Test func anotherOneIsToldWhoHasIt() throws {
        var rig = try rig()
        _ = try register(&rig, ["group": "main"])
        let refused = try register(&rig, ["group": "main"], by: "other")
        #expect(
            refused.replies == [
                .refusedInDetail(
                    .approvalClaimed, "item/tool/call is tools's for another 1000 ms",
                    ["by": "tools", "remainingMs": 1_000])
            ])
        #expect(try register(&rig, ["threadId": "t"], by: "other").timers.count == 1)
        // The thread's comes before the group's.
        let body = try #require(rig.ask(Self.tool, worker: 1, thread: "t").events.first?.body)
        #expect(body["holder"]?["by"] == "other")
        // None of several is taken when one is another's.
        let both: JSON = ["attestation/generate", "item/tool/call"]
        #expect(try register(&rig, ["group": "main"], by: "other", methods: both).reasons == [.approvalClaimed])
        #expect(rig.ask("attestation/generate", id: 1, worker: 1).answers.count == 1)
    }

    @Test func aUserHasOnlySoManyAndLeavesOthersRoom() throws {
        var rig = try rig()
        func register(_ rig: inout FleetRig, thread: Int, by user: String) throws -> [FleetAction] {
            let params: JSON = ["methods": [.string(Self.tool)], "threadId": .string("x\(thread)"), "ttlMs": 60_000]
            return try rig.call("requests/register", params, meta: ["client": .string("c\(thread)")], by: user)
        }
        for number in 0..<RequestLeases.limitOfUser {
            guard try register(&rig, thread: number, by: "ann").reasons.isEmpty else {
                Issue.record("the \(number)th is refused")
                break
            }
        }
        #expect(try register(&rig, thread: 5_000, by: "ann").reasons == [.overloaded])
        // What she has she may lengthen.
        #expect(try register(&rig, thread: 1, by: "ann").reasons == [])
        #expect(try register(&rig, thread: 5_000, by: "bob").reasons == [])
    }

    @Test func aFullTableLengthensWhatItHas() throws {
        var leases = RequestLeases()
        let now = MonotonicInstant(nanoseconds: 0)
        func keys(_ numbers: Range<Int>) -> [RequestLeases.Key] {
            numbers.map { RequestLeases.Key(method: Self.tool, scope: .thread("\($0)")) }
        }
        func take(_ numbers: Range<Int>, by user: String, until seconds: Int64) throws {
            try leases.take(
                keys(numbers), by: Caller(user: user, client: nil), until: now.advanced(by: .seconds(seconds)), at: now)
        }
        for (index, first) in stride(from: 0, to: RequestLeases.limit, by: RequestLeases.limitOfUser).enumerated() {
            let last = min(first + RequestLeases.limitOfUser, RequestLeases.limit)
            try take(first..<last, by: "u\(index)", until: 1)
        }
        #expect(throws: ApprovalRefusal.self) { try take(10_000..<10_001, by: "u2", until: 2) }
        try take(0..<100, by: "u0", until: 2)
        #expect(leases[keys(0..<1)[0]]?.until == now.advanced(by: .seconds(2)))
    }

    @Test func itLapsesAndWhatIsOpenIsRefused() throws {
        var rig = try rig()
        let timer = try #require(try register(&rig, ["group": "main"]).timers.first)
        let id = try #require(rig.ask(Self.tool, worker: 1, thread: "t").events.first?.body["approvalId"])
        rig.now = rig.now.advanced(by: .milliseconds(900))
        // Renewed: its first timer comes too early.
        #expect(try register(&rig, ["group": "main"]).timers == [timer])
        rig.now = rig.now.advanced(by: .milliseconds(100))
        #expect(rig.state.timerFired(timer, at: rig.now).isEmpty)
        rig.now = rig.now.advanced(by: .milliseconds(900))
        let lapsed = rig.state.timerFired(timer, at: rig.now)
        #expect(lapsed.answers == [.error(code: -32000, message: "nobody answered in time")])
        #expect(lapsed.events.map(\.method) == ["approval/expired"])
        let late = try rig.call(
            "approval/respond", ["approvalId": id, "decision": "refuse"], meta: ["client": "tools"])
        #expect(late.reasons == [.approvalExpired])
        #expect(rig.ask(Self.tool, id: 1, worker: 1, thread: "t").answers.count == 1)
        #expect(try register(&rig, ["group": "main"], by: "other").timers.count == 1)
    }

    /// What is open for the group's holder stays its own when another one takes the thread, and when any lease ends.
    @Test func theEndOfALeaseIsNotTheEndOfOthers() throws {
        var rig = try rig()
        try rig.startThread("u", on: 2)
        _ = try register(&rig, ["group": "main"], ttl: 10_000)
        let id = try #require(rig.ask(Self.tool, worker: 1, thread: "t").events.first?.body["approvalId"])
        _ = try register(&rig, ["threadId": "t"], by: "other", ttl: 10_000)
        let mine = try #require(rig.ask(Self.tool, id: 1, worker: 1, thread: "t").events.first?.body)
        #expect(mine["holder"]?["by"] == "other")
        _ = try register(&rig, ["threadId": "u"], by: "third", ttl: 10_000)
        #expect(try register(&rig, ["threadId": "u"], by: "third", ttl: 0).answers == [])
        let ended = try register(&rig, ["threadId": "t"], by: "other", ttl: 0)
        #expect(ended.events.map(\.method) == ["approval/expired"])
        #expect(ended.events.first?.body["approvalId"] == mine["approvalId"])
        let answered = try rig.call(
            "approval/respond", ["approvalId": id, "decision": "refuse"], meta: ["client": "tools"])
        #expect(answered.answers.count == 1)
    }

    @Test func itsHolderEndsIt() throws {
        var rig = try rig()
        _ = try register(&rig, ["group": "main"])
        _ = rig.ask(Self.tool, worker: 1, thread: "t")
        #expect(try register(&rig, ["group": "main"], by: "other", ttl: 0).reasons == [.approvalClaimed])
        let ended = try register(&rig, ["group": "main"], ttl: 0)
        #expect(ended.events.map(\.method) == ["approval/expired"] && ended.answers.count == 1)
        #expect(rig.ask(Self.tool, id: 1, worker: 1, thread: "t").answers.count == 1)
    }

    @Test func aTokenIsRefreshedForAGroupWithoutAThread() throws {
        var rig = try rig()
        let method = "account/chatgptAuthTokens/refresh"
        _ = try register(&rig, ["group": "main"], methods: [.string(method)])
        let id = try #require(rig.ask(method, worker: 1, ["reason": "unauthorized"]).events.first?.body["approvalId"])
        let result: JSON = ["accessToken": "secret-token", "chatgptAccountId": "a", "chatgptPlanType": .null]
        let answered = try rig.call(
            "approval/respond", ["approvalId": id, "result": result], meta: ["client": "tools"])
        #expect(answered.answers == [.result(result)])
        #expect(!answered.events.description.contains("secret-token"))
        #expect(!answered.ledger.description.contains("secret-token"))
    }

    static let invalid: [JSON] = [
        [:], ["methods": [], "group": "main", "ttlMs": 1], ["methods": ["turn/start"], "group": "main", "ttlMs": 1],
        ["methods": ["item/tool/call", 1], "group": "main", "ttlMs": 1], ["methods": ["item/tool/call"], "ttlMs": 1],
        ["methods": ["item/tool/call"], "group": "main"],
        ["methods": ["item/tool/call"], "group": "main", "ttlMs": -1],
        ["methods": ["item/tool/call"], "group": "main", "threadId": "t", "ttlMs": 1],
        ["methods": ["item/tool/call"], "threadId": "no id", "ttlMs": 1],
        ["methods": ["item/tool/call"], "group": "main", "ttlMs": 86_400_001],
    ]

    @Test(arguments: invalid) func whatIsNoRegistrationIsInvalid(_ params: JSON) throws {
        var rig = try rig()
        guard case .invalid(code: -32602, _)? = try rig.call("requests/register", params).replies.first else {
            Issue.record("it was taken")
            return
        }
    }

    @Test func aGroupThatIsNotThereIsTold() throws {
        var rig = try rig()
        #expect(try register(&rig, ["group": "other"]).reasons == [.unknownWorker])
    }
}
