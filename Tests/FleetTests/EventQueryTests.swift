import BusProtocol
import Fleet
import JSONRPC
import Testing

@Suite struct EventQueryTests {
    @Test func aReplayIsAskedOfTheArchive() throws {
        var rig = FleetRig()
        let actions = try rig.call(
            "events/replay", ["after": ["epoch": 5, "seq": 9], "prefixes": ["rq.", "ev.t."], "limit": 7])
        guard case .replay(_, let query, _, _)? = actions.first else {
            Issue.record("no replay: \(actions)")
            return
        }
        let expected = ReplayQuery(
            .after(EventCursor(epoch: 5, seq: 9)), filter: TopicFilter(["rq.", "ev.t."]), limit: 7)
        #expect(query == expected)
        guard case .replay(_, let since, _, _)? = try rig.call("events/replay", ["sinceMs": 1_795_000_000_000]).first
        else {
            Issue.record("no replay")
            return
        }
        #expect(since == ReplayQuery(.since(unixNanoseconds: 1_795_000_000_000_000_000)))
    }

    @Test(
        arguments: [
            [:], ["after": ["epoch": 1, "seq": 1], "sinceMs": 1], ["after": 3], ["after": ["epoch": -1, "seq": 0]],
            ["sinceMs": 1.5], ["sinceMs": .integer(.max)], ["sinceMs": 1, "limit": 0], ["sinceMs": 1, "limit": 10_001],
            ["sinceMs": 1, "prefixes": "ev."], ["sinceMs": 1, "prefixes": []], ["sinceMs": 1, "prefixes": [1]],
            ["sinceMs": 1, "prefixes": [.string(String(repeating: "x", count: 257))]],
            ["sinceMs": 1, "prefixes": .array([JSON](repeating: "x", count: 101))],
        ] as [JSON])
    func aQueryThatCannotBeMeantIsRefused(_ params: JSON) throws {
        var rig = FleetRig()
        guard case .invalid(code: -32602, _)? = try rig.call("events/replay", params).replies.first else {
            Issue.record("it was not refused")
            return
        }
    }

    @Test func aSnapshotHasWhatItsPrefixesWouldHaveTold() throws {
        var rig = FleetRig()
        try rig.startThread("t1", on: 1)
        try rig.startThread("t2", on: 2)
        rig.state.seq = 33
        func snapshot(_ prefixes: [JSON]) throws -> (threads: [String], workers: [String], seq: JSON?) {
            guard
                case .result(let result)? = try rig.call("events/snapshot", ["prefixes": .array(prefixes)]).replies
                    .first
            else { return ([], [], nil) }
            return (
                result["threads"]?.arrayValue?.compactMap { $0["threadId"]?.stringValue } ?? [],
                result["workers"]?.arrayValue?.compactMap { $0["worker"]?.stringValue } ?? [], result["seq"]
            )
        }
        #expect(try snapshot([""]) == (["t1", "t2"], ["main-1", "main-2"], 33))
        #expect(try snapshot(["ev.t1."]) == (["t1"], [], 33))
        #expect(try snapshot(["wk.wmain-2."]) == ([], ["main-2"], 33))
        #expect(try snapshot(["rq."]) == (["t1", "t2"], [], 33))
    }
}
