import BusProtocol
import Glibc
import JSONRPC
import Testing

@Suite(.waits, .showsDaemonLogs) struct ServerRequestTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let method: String
        var params: JSON = [:]
        /// What is answered when nobody wants it, and the line's `result` for it.
        let refusal: JSON
        let result: JSON
        var testDescription: String { method }
    }

    static let denied: JSON = ["denied": ["rejection": "declined"]]

    static let kinds: [Kind] = [
        Kind(
            method: "item/commandExecution/requestApproval",
            params: ["command": "ls", "availableDecisions": ["accept", "cancel"]], refusal: "decline",
            result: ["decision": "decline"]),
        Kind(
            method: "item/commandExecution/requestApproval", refusal: "decline", result: ["decision": "decline"]),
        Kind(method: "item/fileChange/requestApproval", refusal: "decline", result: ["decision": "decline"]),
        Kind(
            method: "item/permissions/requestApproval",
            params: ["permissions": ["network": ["enabled": true]]], refusal: ["permissions": [:]],
            result: ["permissions": [:]]),
        Kind(
            method: "item/tool/requestUserInput", params: ["questions": []], refusal: ["answers": [:]],
            result: ["answers": [:]]),
        Kind(
            method: "mcpServer/elicitation/request", params: ["serverName": "s"], refusal: ["action": "decline"],
            result: ["action": "decline"]),
        Kind(method: "execCommandApproval", refusal: denied, result: ["decision": denied]),
        Kind(method: "applyPatchApproval", refusal: denied, result: ["decision": denied]),
    ]

    @Test func eachKindOffersItsRefusalAndPassesItOnInItsOwnShape() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        for (index, kind) in Self.kinds.enumerated() {
            bus.forget()
            let id = JSON.integer(Int64(index))
            try bus.fake([["say": ["method": .string(kind.method), "id": id, "params": kind.params]]])
            let opened = try bus.event("rq.wmain-1.approval/opened")
            #expect(opened.isFromDaemon)
            let request = try bus.event("rq.wmain-1.\(kind.method)")
            #expect(!request.isFromDaemon && request.header.seq + 1 == opened.header.seq)
            let approval = opened.json
            #expect(try approval.at("params") == kind.params)
            #expect(try approval.at("offered").arrayValue?.contains(kind.refusal) == true, "\(opened)")
            #expect(try bus.result("approval/list").at("approvals").arrayValue?.count == 1)
            let name = try approval.at("approvalId")
            #expect(try bus.result("approval/get", ["approvalId": name]).text("method") == kind.method)

            let refused = try bus.call("approval/respond", ["approvalId": name, "decision": "whatever you like"])
            #expect(refused.reason == "decision_not_offered")
            try bus.result("approval/respond", ["approvalId": name, "decision": kind.refusal])
            let answered = try bus.event("ev.wmain-1.fake/answered")
            #expect(try JSON(parsing: answered.json.text("params/line")) == ["id": id, "result": kind.result])
            try bus.event("rq.wmain-1.approval/resolved")
        }
        #expect(try bus.result("approval/list").at("approvals") == [])
    }

    @Test func aWholeResultIsPassedOnWhenItHasTheKindsShape() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        // A string as id, and the same request asked again: one approval.
        let question: JSON = [
            "say": ["method": "item/tool/requestUserInput", "id": "q-1", "params": ["questions": []]]
        ]
        try bus.fake([question, question])
        let name = try bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
        #expect(try bus.result("approval/list").at("approvals").arrayValue?.count == 1)
        let shapeless = try bus.call("approval/respond", ["approvalId": name, "result": ["permissions": [:]]])
        #expect(shapeless.reason == "decision_not_offered")
        for params in [["approvalId": name], ["approvalId": name, "decision": "x", "result": [:]], [:]] as [JSON] {
            #expect(try bus.call("approval/respond", params).code == -32602)
        }
        let answers: JSON = ["answers": ["color": ["answers": ["blue"]]]]
        try bus.result("approval/respond", ["approvalId": name, "result": answers])
        let answered = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: answered.json.text("params/line")) == ["id": "q-1", "result": answers])
    }

    @Test func whatNobodyIsThereForIsRefusedAtOnce() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let requests = ["item/tool/call", "attestation/generate", "account/chatgptAuthTokens/refresh", "some/novelty"]
        try bus.fake(
            requests.enumerated().map { id, method in
                ["say": ["method": .string(method), "id": .integer(Int64(id)), "params": [:]]]
            })
        for (id, method) in requests.enumerated() {
            let answered = try bus.event("ev.wmain-1.fake/answered") { try $0.json.int("params/id") == Int64(id) }
            let code = try JSON(parsing: answered.json.text("params/line")).int("error/code")
            #expect(code == (method == "some/novelty" ? -32601 : -32000))
            try bus.event("rq.wmain-1.\(method)")
        }
        try bus.catchUp()
        #expect(bus.events("rq.wmain-1.approval/opened").isEmpty)
    }

    @Test func theTimeIsTold() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let before = Int64(time(nil))
        try bus.fake([["say": ["method": "currentTime/read", "id": 0, "params": [:]]]])
        let answered = try bus.event("ev.wmain-1.fake/answered")
        let told = try JSON(parsing: answered.json.text("params/line")).int("result/currentTimeAt")
        #expect((before...Int64(time(nil))).contains(told))
    }

    @Test func anApprovalIsGoneWhenTheWorkerSaysSoAndWhenItDies() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = pid_t(try bus.ready().int("pid"))
        let thread = try bus.result("thread/start").at("thread/id")
        let ask: @Sendable (Int64) -> JSON = { id in
            [
                "say": [
                    "method": "item/fileChange/requestApproval", "id": .integer(id),
                    "params": ["threadId": thread, "itemId": "i1"],
                ]
            ]
        }
        let item: JSON = ["type": "fileChange", "id": "i1", "changes": [["path": "a", "diff": "+b"]]]
        try bus.fake([
            ["say": ["method": "item/started", "params": ["threadId": thread, "item": item]]],
            ask(0), ask(1),
            ["say": ["method": "serverRequest/resolved", "params": ["threadId": thread, "requestId": 0]]],
        ])
        let scope = thread.stringValue ?? ""
        let opened = try bus.event("rq.\(scope).approval/opened")
        // A file change's diff is in its item only.
        #expect(try opened.json.at("item") == item)
        let withdrawn = try bus.event("rq.\(scope).approval/withdrawn")
        #expect(try withdrawn.json.text("approvalId") == opened.json.text("approvalId"))
        kill(pid, SIGKILL)
        let void = try bus.event("rq.\(scope).approval/void")
        try bus.ready(generation: 2)
        // The next process counts its requests from 0 again: an old name can't reach a new request.
        try bus.fake([ask(1)])
        let again = try bus.event("rq.\(scope).approval/opened") { $0.header.generation == 2 }
        #expect(try again.json.text("approvalId") != void.json.text("approvalId"))
        let late = try bus.call(
            "approval/respond", ["approvalId": void.json.at("approvalId"), "decision": "accept"])
        #expect(late.reason == "approval_void")
        #expect(
            try bus.call("approval/respond", ["approvalId": "x", "decision": "accept"]).reason == "approval_unknown")
    }

    @Test func whatAWorkerAsksWithoutMeasureIsRefused() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let limit: Int64 = 1_000
        func ask(_ id: Int64) -> JSON {
            ["say": ["method": "item/fileChange/requestApproval", "id": .integer(id), "params": [:]]]
        }
        // The first is asked again when there is no room for more.
        try bus.fake((0..<limit + 3).map(ask) + [ask(0)])
        for id in limit..<limit + 3 {
            let answered = try bus.event("ev.wmain-1.fake/answered") { try $0.json.int("params/id") == id }
            #expect(try JSON(parsing: answered.json.text("params/line")).text("result/decision") == "decline")
        }
        try bus.catchUp()
        #expect(bus.events("ev.wmain-1.fake/answered").count == 3)
        #expect(bus.events("rq.wmain-1.approval/opened").count == Int(limit))
        #expect(try bus.result("fleet/status").int("counters/approvalsRefused") == 3)
        // One that is decided makes room.
        let first = try bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
        try bus.result("approval/respond", ["approvalId": first, "decision": "decline"])
        try bus.fake([ask(5_000)])
        try bus.catchUp()
        #expect(bus.events("rq.wmain-1.approval/opened").count == Int(limit) + 1)
    }
}
