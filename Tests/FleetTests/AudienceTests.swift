import BusProtocol
import Fleet
import JSONRPC
import Supervision
import Testing

/// What a user of an audience gets to see, and may ask for. Workers `a-1` and `b-1`, each with a thread of its own.
@Suite struct AudienceTests {
    private var rig: FleetRig

    init() throws {
        rig = FleetRig(groups: ["a", "b"])
        for (number, thread) in [(UInt64(1), "ta"), (2, "tb")] {
            let sent = try rig.call("thread/start", meta: ["worker": .string("\(number == 1 ? "a" : "b")-1")]).sent
            _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: thread))
            _ = rig.ask(
                "item/commandExecution/requestApproval", id: 0, worker: number, thread: thread,
                ["threadId": .string(thread)])
        }
    }

    private mutating func confine(_ audience: Audience, _ roles: Set<Role> = [.observe, .command, .approve]) {
        rig.audience = audience
        rig.roles = roles
    }

    private mutating func result(_ method: String, _ params: JSON = [:], meta: JSON = [:]) throws -> JSON {
        for action in try rig.call(method, params, meta: meta) {
            switch action {
            case .reply(_, .result(let result), _), .replyOnceJournaled(_, .result(let result), _, _): return result
            default: break
            }
        }
        return nil
    }

    private mutating func reason(_ method: String, _ params: JSON = [:], meta: JSON = [:]) throws -> BusErrorReason? {
        for case .reply(_, .refused(let reason, _), _) in try rig.call(method, params, meta: meta) { return reason }
        return nil
    }

    private func names(_ list: JSON?, _ member: String) -> [String] {
        (list?.arrayValue ?? []).compactMap { $0[member]?.stringValue }
    }

    @Test mutating func listsAndTheSnapshotHaveItsPartOnly() throws {
        confine(Audience(name: "x", groups: ["a"]))
        #expect(names(try result("worker/list")["workers"], "worker") == ["a-1"])
        #expect(names(try result("approval/list")["approvals"], "threadId") == ["ta"])
        let snapshot = try result("events/snapshot")
        #expect(names(snapshot["threads"], "threadId") == ["ta"])
        #expect(names(snapshot["workers"], "worker") == ["a-1"])
        #expect(names(snapshot["approvals"], "threadId") == ["ta"])
        confine(Audience(name: "x", kinds: [.event], threads: ["tb"]))
        #expect(names(try result("worker/list")["workers"], "worker") == [])
        #expect(names(try result("approval/list")["approvals"], "threadId") == [])
        #expect(names(try result("events/snapshot")["threads"], "threadId") == ["tb"])
    }

    @Test mutating func aReplayIsConfinedWhateverItAsksFor() throws {
        confine(Audience(name: "x", kinds: [.event, .worker], groups: ["a"]))
        let actions = try rig.call("events/replay", ["sinceMs": 0])
        guard case .replay(_, let query, _, _)? = actions.first else {
            Issue.record("no replay")
            return
        }
        func passes(_ topic: String) -> Bool { query.filter.matches(Array(topic.utf8)) }
        #expect(passes("ev.ta.turn/completed") && passes("wk.wa-1.exited") && passes("sy.ta.watermark"))
        #expect(passes("sy.-.heartbeat") && passes("sy.-.bye"))
        for topic in [
            "ev.tb.turn/completed", "wk.wb-1.exited", "rq.ta.approval/opened", "dl.ta.x", "sy.-.configReloaded",
            "sy.-.rollingRestart", "sy.tb.watermark", "ev.unknown.x", "nonsense",
        ] {
            #expect(!passes(topic), "\(topic)")
        }
        guard case .body(_, let body, _, _)? = try rig.call("events/body", ["ref": "7-1"]).first else {
            Issue.record("no body")
            return
        }
        #expect(body.confinement == query.filter.confinement && body.confinement != nil)
    }

    @Test mutating func approvalsOfOthersAreUnknown() throws {
        let all = try result("approval/list")["approvals"]?.arrayValue ?? []
        let ids = Dictionary(
            uniqueKeysWithValues: all.map { ($0["threadId"]?.stringValue ?? "", $0["approvalId"] ?? nil) })
        confine(Audience(name: "x", groups: ["a"]))
        let theirs: JSON = ["approvalId": ids["tb"] ?? nil, "decision": "accept"]
        #expect(try reason("approval/get", theirs) == .approvalUnknown)
        #expect(try reason("approval/respond", theirs) == .approvalUnknown)
        #expect(
            try result("approval/respond", ["approvalId": ids["ta"] ?? nil, "decision": "accept"])["state"]
                == "resolved")
    }

    @Test mutating func itsCommandsStayInItsPart() throws {
        confine(Audience(name: "x", groups: ["a"]))
        #expect(try rig.call("turn/start", ["threadId": "ta", "input": []]).sent.map(\.worker) == [1])
        for (method, params, meta) in [
            ("turn/start", ["threadId": "tb", "input": []], [:]), ("thread/read", ["threadId": "other"], [:]),
            ("thread/list", [:], [:]), ("thread/start", [:], ["group": "b"]), ("thread/start", [:], ["worker": "b-1"]),
            ("fleet/status", [:], [:]), ("worker/get", ["worker": "b-1"], [:]), ("skills/list", [:], [:]),
        ] as [(String, JSON, JSON)] {
            #expect(try reason(method, params, meta: meta) == .forbidden, "\(method)")
        }
        // It need not name the one group that it has.
        for _ in 0..<4 { #expect(try rig.call("thread/start").sent.map(\.worker) == [1]) }
        confine(Audience(name: "x", groups: ["a", "b"]))
        #expect(try reason("thread/start") == .forbidden)
        #expect(try rig.call("thread/start", meta: ["group": "b"]).sent.map(\.worker) == [2])
    }

    /// Codex does not mind a param that a method does not have, and a worker that is named comes before a group.
    @Test(
        arguments: [
            ("thread/list", ["threadId": "ta"], [:]), ("thread/search", ["searchTerm": "x", "threadId": "ta"], [:]),
            ("thread/loaded/list", ["conversationId": "ta"], [:]), ("thread/list", ["conversationId": "ta"], [:]),
            ("fuzzyFileSearch", ["query": "x", "roots": ["/"], "threadId": "ta"], [:]),
            ("command/exec", ["command": ["id"], "threadId": "ta"], [:]), ("made/up", ["threadId": "ta"], [:]),
            ("thread/read", ["threadId": ["tb"], "conversationId": "ta"], [:]),
            ("thread/start", [:], ["group": "a", "worker": "b-1"]),
            ("thread/start", [:], ["group": "b", "worker": "a-1"]),
            ("model/list", [:], ["group": "a", "worker": "b-1"]),
        ] as [(String, JSON, JSON)])
    mutating func nothingThatItNamesLeadsItOut(_ method: String, _ params: JSON, _ meta: JSON) throws {
        confine(Audience(name: "x", groups: ["a"]), Set(Role.allCases))
        #expect(try reason(method, params, meta: meta) == .forbidden)
        #expect(try rig.call("turn/start", ["threadId": "ta", "input": []]).sent.map(\.worker) == [1])
    }

    /// A thread that nobody has loaded is not loaded by others' workers.
    @Test mutating func aThreadOfItsOwnIsNotLoadedElsewhere() throws {
        confine(Audience(name: "x", groups: ["a"], threads: ["mine"]))
        let params: JSON = ["threadId": "mine", "input": []]
        #expect(try reason("turn/start", params, meta: ["worker": "b-1"]) == .forbidden)
        #expect(try reason("turn/start", params, meta: ["group": "b"]) == .forbidden)
        #expect(try rig.call("turn/start", params, meta: ["group": "a"]).sent.map(\.worker) == [1])
    }

    /// What was kept under a key, by a user who had no audience then.
    @Test mutating func aKeptResultOfAnotherPartIsNotTold() throws {
        func kept(_ result: JSON) -> CommandReply {
            rig.state.confined(.workerResult(result.serialized()), to: Audience(name: "x", groups: ["a"]))
        }
        let mine: JSON = ["thread": ["id": "ta"]]
        #expect(kept(mine) == .workerResult(mine.serialized()))
        guard case .refused(.resultNotKept, _) = kept(["thread": ["id": "tb"]]) else {
            Issue.record("another one's thread is told")
            return
        }
        let list: JSON = ["workers": [["worker": "a-1"], ["worker": "b-1"]]]
        #expect(kept(list) == .workerResult((["workers": [["worker": "a-1"]]] as JSON).serialized()))
        #expect(rig.state.confined(.refused(.deadline, "late"), to: Audience(name: "x", groups: ["a"])) != kept(mine))
    }

    @Test mutating func anAudienceThatNamesNoScopeSeesAll() throws {
        confine(Audience(name: "x", kinds: [.request, .worker]))
        #expect(names(try result("worker/list")["workers"], "worker") == ["a-1", "b-1"])
        #expect(try rig.call("thread/start").sent.count == 1)
        #expect(try reason("fleet/status") == .forbidden)
    }
}
