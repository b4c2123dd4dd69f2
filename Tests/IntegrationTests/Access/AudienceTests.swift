import BusProtocol
import Foundation
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// An audience from outside: its endpoint, and what its users are told when they ask.
@Suite(.serialized, .waits, .showsDaemonLogs) struct AudienceTests {
    @Test func itsUsersHearAndSeeTheirGroupOnly() throws {
        let directory = try TemporaryDirectory()
        let rig = try CurveRig(
            """
            [audiences.team]
            groups = ["a"]
            kinds = ["ev", "rq", "wk"]
            events = "AUDIENCE"
            [users.ann]
            curve = "ann"
            roles = ["observe", "command"]
            audience = "team"
            [users.bob]
            curve = "bob"
            roles = ["observe"]
            """, groups: ["a", "b"], in: directory)
        let bus = rig.bus
        for name in ["a-1", "b-1"] { try bus.ready(name) }
        // Not at the endpoint of all, nor by another's key at hers.
        let all = try rig.client(.sub, "ann") { try $0.subscribe("") }
        #expect(try all.receive(timeout: .seconds(2)) == nil)
        try eventually("the log says so") { bus.daemon.log.contains("ann is of the audience team") }
        let hers = try rig.client(.sub, "ann", at: rig.audience) {
            try $0.subscribe("")
            try $0.subscribe("~sync.1")
        }
        guard let echo = try hers.receiveMultipart(limit: 3, timeout: patience) else { throw TestFailure("no echo") }
        #expect(echo[0].text == "~sync.1")
        for name in ["a-1", "b-1"] {
            try bus.fake([["say": ["method": "its/line", "params": ["secret": .string(name)]]]], worker: name)
        }
        let mine = try bus.result("thread/start", meta: ["worker": "a-1"]).text("thread/id")
        let theirs = try bus.result("thread/start", meta: ["worker": "b-1"]).text("thread/id")
        for (worker, thread) in [("b-1", theirs), ("a-1", mine)] {
            try bus.fake([["say": ["method": "turn/x", "params": ["threadId": .string(thread)]]]], worker: worker)
        }
        var topics: [String] = []
        while topics.last != "ev.\(mine).turn/x" {
            guard let message = try hers.receiveMultipart(limit: 3, timeout: patience) else { break }
            topics.append(message[0].text)
        }
        #expect(topics.contains("ev.wa-1.its/line") && topics.last == "ev.\(mine).turn/x")
        #expect(!topics.contains { $0.contains("b-1") || $0.contains(theirs) }, "\(topics)")

        // What she asks for is confined alike.
        let commands = try rig.client(.req, "ann")
        func ask(_ request: JSON) throws -> Reply {
            try commands.send(copying: request.serialized())
            guard let message = try commands.receiveMultipart(limit: 4, timeout: patience) else {
                throw TestFailure("no reply")
            }
            return Reply(json: try JSON(parsing: message[message.count - 1].bytes))
        }
        try eventually("the events are kept") {
            let reply = try ask(["id": 1, "method": "events/replay", "params": ["sinceMs": 0, "limit": 10_000]])
            let replayed = try #require(reply.result?.at("events").arrayValue?.compactMap { $0["topic"]?.stringValue })
            #expect(!replayed.contains { $0.contains("b-1") || $0.contains(theirs) || $0.hasPrefix("dl.") })
            return replayed.contains("ev.wa-1.its/line") && replayed.contains("ev.\(mine).turn/x")
        }
        let snapshot = try ask(["id": 2, "method": "events/snapshot"]).result
        #expect(try snapshot?.at("threads").arrayValue?.map { try $0.text("threadId") } == [mine])
        #expect(try snapshot?.at("workers").arrayValue?.map { try $0.text("worker") } == ["a-1"])
        #expect(
            try ask(["id": 3, "method": "turn/start", "params": ["threadId": .string(theirs)]]).reason == "forbidden")
        #expect(try ask(["id": 4, "method": "turn/start", "params": ["threadId": .string(mine)]]).result != nil)
        #expect(try ask(["id": 5, "method": "thread/list"]).reason == "forbidden")
        // Bob hears all, also at the endpoint of others.
        let bobs = try rig.client(.sub, "bob", at: rig.audience) { try $0.subscribe("sy.-.heartbeat") }
        #expect(try bobs.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
    }
}
