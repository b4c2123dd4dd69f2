import ZeroMQ
import BusProtocol
import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// Approvals as those who decide them see them.
@Suite(.waits, .showsDaemonLogs) struct ApprovalTests {
    private static let command = "item/commandExecution/requestApproval"
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func ask(_ id: Int64 = 0, _ params: JSON = ["command": "ls"], method: String = command) -> JSON {
        ["say": ["method": .string(method), "id": .integer(id), "params": params]]
    }

    private func opened(_ bus: BusClient, _ id: Int64 = 0, _ params: JSON = ["command": "ls"]) throws -> JSON {
        bus.forget()
        try bus.fake([ask(id, params)])
        return try bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
    }

    private func request(_ id: Int, _ method: String, _ params: JSON, client: String) -> [UInt8] {
        let request: JSON = [
            "id": .integer(Int64(id)), "method": .string(method), "params": params,
            "meta": ["client": .string(client)],
        ]
        return request.serialized()
    }

    // MARK: Many at once

    @Test func ofAHundredAgentsOneWinsAndTheOthersAreToldWho() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let agents = try (0..<100).map { _ in try RawClient(.dealer, bus.daemon) }
        // Connected, so that nobody is late for that.
        for agent in agents { #expect(try agent.isQuiet()) }
        for round in 0..<3 {
            let id = try opened(bus, Int64(round))
            for (number, agent) in agents.enumerated() {
                let decision: JSON = number % 2 == 0 ? "accept" : "decline"
                let params: JSON = ["approvalId": id, "decision": decision]
                try agent.send([[], request(number, "approval/respond", params, client: "agent-\(number)")])
            }
            let replies = try agents.map { try $0.nextReply() }
            let winners = replies.indices.filter { replies[$0].result != nil }
            let winner = try #require(winners.first)
            #expect(winners.count == 1)
            for (number, reply) in replies.enumerated() where number != winner {
                #expect(reply.reason == "approval_resolved")
                #expect(reply.error?["data"]?["client"] == .string("agent-\(winner)"))
            }
            let resolved = try bus.event("rq.wmain-1.approval/resolved")
            #expect(try resolved.json.text("client") == "agent-\(winner)")
            let answered = try bus.event("ev.wmain-1.fake/answered")
            let decision = try JSON(parsing: answered.json.text("params/line")).text("result/decision")
            #expect(decision == (winner % 2 == 0 ? "accept" : "decline"))
            try bus.catchUp()
            #expect(bus.events("ev.wmain-1.fake/answered").count == 1)
            #expect(bus.events("rq.wmain-1.approval/resolved").count == 1)
            for agent in agents { #expect(try agent.isQuiet()) }
        }
    }

    @Test func ofAHundredThatClaimOneHasItAndAnswers() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let id = try opened(bus)
        let agents = try (0..<100).map { _ in try RawClient(.dealer, bus.daemon) }
        for (number, agent) in agents.enumerated() {
            let params: JSON = ["approvalId": id, "ttlMs": 60_000]
            try agent.send([[], request(number, "approval/claim", params, client: "agent-\(number)")])
        }
        let replies = try agents.map { try $0.nextReply() }
        let winner = try #require(replies.firstIndex { $0.result != nil })
        for (number, reply) in replies.enumerated() where number != winner {
            #expect(reply.reason == "approval_claimed")
            #expect(reply.error?["data"]?["client"] == .string("agent-\(winner)"))
            #expect(reply.error?["data"]?["remainingMs"]?.intValue.map { $0 > 0 && $0 <= 60_000 } == true)
        }
        let params: JSON = ["approvalId": id, "decision": "accept"]
        for (number, agent) in agents.enumerated() where number != winner {
            try agent.send([[], request(200 + number, "approval/respond", params, client: "agent-\(number)")])
            #expect(try agent.nextReply().reason == "approval_claimed")
        }
        try agents[winner].send([[], request(300, "approval/respond", params, client: "agent-\(winner)")])
        #expect(try agents[winner].nextReply().result != nil)
        try bus.event("rq.wmain-1.approval/claimed")
        try bus.event("rq.wmain-1.approval/resolved")
    }

    // MARK: Ends

    @Test func aClaimLapsesAndADeadlineRefuses() throws {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, group: "approval_deadline = \"5s\"", in: directory))
        try bus.ready()
        let id = try opened(bus)
        try bus.result("approval/claim", ["approvalId": id, "ttlMs": 1], meta: ["client": "ann"])
        let released = try bus.event("rq.wmain-1.approval/released")
        #expect(try released.json.at("lapsed") == true && released.json.text("client") == "ann")
        let expired = try bus.event("rq.wmain-1.approval/expired")
        #expect(try expired.json.at("result") == ["decision": "decline"])
        let answered = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: answered.json.text("params/line")).text("result/decision") == "decline")
        let late = try bus.call("approval/respond", ["approvalId": id, "decision": "accept"])
        #expect(late.reason == "approval_expired")
        let history = try bus.result("approval/list", ["history": true, "approvalId": id]).at("history")
        let changes = history.arrayValue?.reversed().compactMap { $0["change"]?.stringValue }
        #expect(changes == ["opened", "claimed", "released", "expired"])
        let places = history.arrayValue?.reversed().map { $0["from"] }
        #expect(places == [nil, ["uid": .integer(Int64(getuid())), "pid": .integer(Int64(getpid()))], nil, nil])
    }

    @Test func whoRegisteredAnswersToolCalls() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let registration: JSON = ["methods": ["item/tool/call"], "group": "main", "ttlMs": 60_000]
        try bus.result("requests/register", registration, meta: ["client": "tools"])
        let refused = try bus.call("requests/register", registration, meta: ["client": "other"])
        #expect(refused.reason == "approval_claimed" && refused.error?["data"]?["client"] == "tools")
        try bus.fake([ask(0, ["tool": "x"], method: "item/tool/call")])
        let call = try bus.event("rq.wmain-1.approval/opened").json
        #expect(try call.text("holder/client") == "tools")
        let result: JSON = ["success": true, "contentItems": [["type": "inputText", "text": "42"]]]
        let params: JSON = try ["approvalId": call.at("approvalId"), "result": result]
        #expect(try bus.call("approval/respond", params, meta: ["client": "other"]).reason == "forbidden")
        try bus.result("approval/respond", params, meta: ["client": "tools"])
        let answered = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: answered.json.text("params/line")).at("result") == result)
        // It ends, and with it whatever is open.
        bus.forget()
        try bus.fake([ask(1, ["tool": "x"], method: "item/tool/call")])
        try bus.result(
            "requests/register", ["methods": ["item/tool/call"], "group": "main", "ttlMs": 0],
            meta: ["client": "tools"])
        let gone = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: gone.json.text("params/line")).int("error/code") == -32000)
    }

    @Test func rulesOfTheConfigurationDecideAndAreReloaded() throws {
        let users = """
            [users.ann]
            uid = \(Outsider.uid)
            roles = ["observe", "approve"]
            [users.bob]
            uid = \(Outsider.uid + 1)
            roles = ["command", "approve"]
            """
        let rules = """
            [[group.approvals]]
            kind = "command"
            command = ["git", "status"]
            result = "allow"
            [[group.approvals]]
            kind = "command"
            command = ["git", "push"]
            result = "deny"
            [[group.approvals]]
            kind = "command"
            result = "ask"
            users = ["ann", "bob"]
            quorum = 2
            [[group.approvals]]
            kind = "file_change"
            result = "ask"
            four_eyes = true
            """
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, daemon: users, group: rules, in: directory))
        try bus.ready()
        let people = try Outsider(bus.daemon)
        /// What that user is told: the result's state, else the word for what was wrong.
        func says(_ user: String, _ method: String, _ params: JSON) throws -> String {
            let uid = user == "ann" ? Outsider.uid : Outsider.uid + 1
            let (_, text) = try people.bosun(["call", method, params.description, "--json"], as: uid)
            let json = try JSON(parsing: Array(text.utf8))
            return try json["state"]?.stringValue ?? json.text("data/reason")
        }
        func outcome(_ id: Int64, _ command: String) throws -> String {
            _ = try opened(bus, id, ["command": .string(command)])
            let answered = try bus.event("ev.wmain-1.fake/answered")
            #expect(try bus.event("rq.wmain-1.approval/resolved").json.text("rule").hasPrefix("main/"))
            return try JSON(parsing: answered.json.text("params/line")).text("result/decision")
        }
        #expect(try outcome(0, "/bin/bash -lc 'git status -s'") == "accept")
        #expect(try outcome(1, "/bin/bash -lc 'git push'") == "decline")

        // Two of them have to say yes, whatever one of them calls itself.
        let asked = try opened(bus, 2, ["command": "/bin/bash -lc 'git status; git push'"])
        let params: JSON = ["approvalId": asked, "decision": "accept"]
        #expect(try bus.call("approval/respond", params, meta: ["client": "ann"]).reason == "forbidden")
        #expect(try says("ann", "approval/respond", params) == "open")
        #expect(try says("ann", "approval/respond", params) == "open")
        let vote = try bus.event("rq.wmain-1.approval/voted").json
        #expect(try vote.at("votes") == ["ann"] && vote.int("quorum") == 2)
        #expect(try says("bob", "approval/respond", params) == "resolved")
        let resolved = try bus.event("rq.wmain-1.approval/resolved").json
        #expect(try resolved.text("by") == "bob")
        try bus.event("ev.wmain-1.fake/answered")

        // Who started the turn may say no, and neither yes nor that nobody else may answer.
        let (started, text) = try people.bosun(["call", "thread/start", "{}"], as: Outsider.uid + 1)
        #expect(started == .exited(0), "\(text)")
        let thread = try JSON(parsing: Array(text.utf8)).text("thread/id")
        let turn: JSON = ["threadId": .string(thread)]
        #expect(try people.bosun(["call", "turn/start", turn.description], as: Outsider.uid + 1).ending == .exited(0))
        func change(_ id: Int64) throws -> JSON {
            bus.forget()
            let change: JSON = ["threadId": .string(thread), "turnId": "t", "itemId": "i"]
            try bus.fake([ask(id, change, method: "item/fileChange/requestApproval")])
            let opened = try bus.event("rq.\(thread).approval/opened").json
            #expect(try opened.at("fourEyes") == true && opened.text("startedBy") == "bob")
            return try opened.at("approvalId")
        }
        let first = try change(3)
        #expect(try says("bob", "approval/respond", ["approvalId": first, "decision": "accept"]) == "forbidden")
        #expect(try says("bob", "approval/claim", ["approvalId": first, "ttlMs": 60_000]) == "forbidden")
        #expect(try says("ann", "approval/respond", ["approvalId": first, "decision": "accept"]) == "resolved")
        #expect(
            try says("bob", "approval/respond", ["approvalId": change(4), "decision": "decline"]) == "resolved")

        // Without the rules everybody is asked.
        let file = String(decoding: try #require(directory.read("bosun.toml")), as: UTF8.self)
        try directory.write("bosun.toml", try #require(file.split(separator: "[[group.approvals]]").first).description)
        try bus.result("config/reload")
        let free = try opened(bus, 5, ["command": "git status"])
        try bus.result("approval/respond", ["approvalId": free, "decision": "decline"], meta: ["client": "cyd"])
    }

    // MARK: A daemon that is killed

    private func start(_ command: [String]) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        return try BusClient(DaemonProcess(command, options))
    }

    @Test func whatIsOpenIsVoidUnderTheNextDaemon() throws {
        let first = try start(FakeAppServer.command)
        try first.ready()
        let open = try opened(first)
        let decided = try opened(first, 1)
        try first.result("approval/respond", ["approvalId": decided, "decision": "accept"], meta: ["client": "ann"])
        try first.daemon.kill()
        let second = try start(FakeAppServer.command)
        try second.ready()
        func late(_ id: JSON) throws -> Reply {
            try second.call("approval/respond", ["approvalId": id, "decision": "decline"], meta: ["client": "bob"])
        }
        #expect(try late(open).reason == "approval_void")
        let resolved = try late(decided)
        #expect(resolved.reason == "approval_resolved" && resolved.error?["data"]?["client"] == "ann")
        let history = try second.result("approval/list", ["history": true, "approvalId": open]).at("history")
        #expect(history.arrayValue?.compactMap { $0["change"]?.stringValue } == ["void", "opened"])
        #expect(history.arrayValue?.first?["origin"] == "restart")
        #expect(try second.result("approval/list").at("approvals") == [])
    }

    /// An answer is not lost, and nobody waits for ever.
    @Test func aJournalThatCantBeWrittenHoldsNoAnswerUp() throws {
        _ = try directory.directory("state/journal.db")
        let bus = try start(FakeAppServer.command)
        try bus.ready()
        let id = try opened(bus)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        #expect(try bus.result("approval/respond", params).text("state") == "resolved")
        let resolved = try bus.event("rq.wmain-1.approval/resolved")
        #expect(try resolved.json.at("recorded") == false)
        let answered = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: answered.json.text("params/line")).text("result/decision") == "accept")
        #expect(try bus.result("fleet/status").int("counters/answersUnrecorded") == 1)
        #expect(try bus.call("approval/list", ["history": true]).reason == "overloaded")
        #expect(bus.daemon.log.contains("the ledger lacks an answer"))
        try bus.catchUp()
        #expect(bus.events("ev.wmain-1.fake/answered").count == 1)
    }
}
