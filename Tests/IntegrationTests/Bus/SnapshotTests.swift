import BusProtocol
import JSONRPC
import TestSupport
import Testing

/// `events/snapshot`: whoever joins, takes one and follows knows what all know.
@Suite(.waits, .showsDaemonLogs) struct SnapshotTests {
    /// Threads begin, approvals open, and events come all the while: each is either in the snapshot or behind it.
    @Test func whoJoinsWhileMuchHappensHasNoGapAndNothingTwice() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, workers: 2, group: "", in: TemporaryDirectory()), prefixes: ["sy.-.heartbeat"])
        for worker in ["main-1", "main-2"] { try bus.ready(worker) }
        let thread = try bus.result("thread/start", meta: ["worker": "main-1"]).text("thread/id")
        var requests: [Int64] = []
        var joins: [(client: BusClient, snapshot: JSON)] = []
        for round in 0..<12 {
            for _ in 0..<20 { requests.append(try bus.send("thread/start", meta: ["worker": "main-2"])) }
            requests.append(
                try bus.send(
                    "fake/do",
                    [
                        "steps": [
                            ["tell": ["tell/state", 300, 0]],
                            [
                                "say": [
                                    "id": .integer(Int64(round + 100)), "method": "item/fileChange/requestApproval",
                                    "params": ["threadId": .string(thread), "itemId": "i"],
                                ]
                            ],
                            ["tell": ["tell/state", 300, 0]],
                        ]
                    ], meta: ["worker": "main-1"]))
            let client = try BusClient(bus.daemon, prefixes: ["ev.", "rq.", "wk.", "sy.-.heartbeat"])
            joins.append((client, try client.result("events/snapshot")))
        }
        for request in requests { _ = try bus.reply(to: request) }
        func ids(_ snapshot: JSON, _ list: String, _ member: String) throws -> [String] {
            try snapshot.at(list).arrayValue?.map { try $0.text(member) } ?? []
        }
        let last = try bus.result("events/snapshot")
        let threads = try ids(last, "threads", "threadId")
        let approvals = try ids(last, "approvals", "approvalId")
        #expect(threads.count == 241 && approvals.count == 12)
        for (client, snapshot) in joins {
            try client.catchUp()
            let seq = UInt64(try snapshot.int("seq"))
            let behind = client.events.filter { $0.header.seq > seq }
            // Nothing is missing between the snapshot and the stream: the first of each count follows on what was before.
            let before = Dictionary(
                client.events.filter { $0.header.seq <= seq }.map { ($0.stream, $0.header.scopeSeq) }
            ) { $1 }
            var counts = before
            for event in behind {
                if let count = counts[event.stream] { #expect(event.header.scopeSeq == count + 1, "\(event)") }
                counts[event.stream] = event.header.scopeSeq
            }
            let started = behind.filter { $0.topic.hasSuffix(".thread/started") }.map {
                String($0.topic.split(separator: ".")[1])
            }
            #expect((try ids(snapshot, "threads", "threadId") + started).sorted() == threads.sorted())
            let opened = try behind.filter { $0.topic.hasSuffix(".approval/opened") }.map {
                try $0.json.text("approvalId")
            }
            #expect((try ids(snapshot, "approvals", "approvalId") + opened).sorted() == approvals.sorted())
            #expect(try ids(snapshot, "workers", "worker").sorted() == ["main-1", "main-2"])
        }
        // They joined at different times.
        #expect(Set(try joins.map { try $0.snapshot.int("seq") }).count > 6)
    }
}
