import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// Whoever is killed, and whenever: each key has one outcome, and no command runs twice.
@Suite(.waits, .showsDaemonLogs) struct KeyKillTests {
    private static func meta(_ key: String) -> JSON { ["idempotencyKey": .string(key), "client": "tester"] }

    /// After it was written to the worker, which has not answered.
    @Test func aDaemonKilledAfterTheWorkersWriteLeavesTheOutcomeOpen() throws {
        let rig = try KeyRig()
        let first = try rig.start([[["mute": ["turn/mute"]]], []])
        try first.ready()
        let ids = try (0..<20).map { try first.send("turn/mute", ["n": "x\($0)"], meta: Self.meta("x\($0)")) }
        try eventually("the worker has them") { try rig.counts().count == ids.count }
        try first.daemon.kill()
        for _ in 0..<2 {
            let next = try rig.start()
            try next.ready()
            for n in ids.indices {
                let reply = try next.call("turn/mute", ["n": "x\(n)"], meta: Self.meta("x\(n)"))
                #expect(reply.reason == "indeterminate")
            }
            try next.daemon.kill()
        }
        #expect(try rig.counts().values.allSatisfy { $0 == 1 })
    }

    /// After the row, before the worker's write: the command waits for its thread.
    @Test func aDaemonKilledBeforeTheWorkersWriteLeavesTheOutcomeOpen() throws {
        let rig = try KeyRig()
        let first = try rig.start([[["mute": ["thread/resume"]]], []])
        try first.ready()
        _ = try first.send("turn/start", ["n": "x", "threadId": "t"], meta: Self.meta("k"))
        try eventually("the key is kept") { try first.result("fleet/status").int("journal/keys") == 1 }
        // What is asked later is written later.
        #expect(try first.call("thread/test", ["n": "y"], meta: Self.meta("l")).result != nil)
        try first.daemon.kill()
        let next = try rig.start()
        try next.ready()
        let reply = try next.call("turn/start", ["n": "x", "threadId": "t"], meta: Self.meta("k"))
        #expect(reply.reason == "indeterminate")
        #expect(try rig.counts() == ["y": 1])
    }

    @Test func aDaemonKilledAfterTheReplyGivesItAgain() throws {
        let rig = try KeyRig()
        var replies: [Reply] = []
        for round in 0..<10 {
            let client = try rig.start()
            try client.ready()
            for (n, reply) in replies.enumerated() {
                let again = try client.call("thread/start", ["n": "r\(n)"], meta: Self.meta("r\(n)"))
                #expect(again.outcome == reply.outcome)
            }
            replies.append(try client.call("thread/start", ["n": "r\(round)"], meta: Self.meta("r\(round)")))
            #expect(replies.last?.result != nil)
            // The moment after the reply.
            try client.daemon.kill()
        }
        #expect(try rig.counts().count == 10)
        #expect(try rig.counts().values.allSatisfy { $0 == 1 })
    }

    /// Anywhere between, before the row too: so many replies have come, or so many microseconds passed.
    @Test func aDaemonKilledAtAnyMomentCarriesNothingOutTwice() throws {
        let rig = try KeyRig()
        var kinds: [String: Int] = [:]
        for round in 0..<16 {
            let client = try rig.start()
            try client.ready()
            let keys = (0..<50).map { "r\(round)-\($0)" }
            let ids = try keys.map { try client.send("turn/test", ["n": .string($0)], meta: Self.meta($0)) }
            var told: [String: String] = [:]
            if round % 2 == 0 {
                for (key, id) in zip(keys, ids).prefix(round * 3) { told[key] = try client.reply(to: id).outcome }
            } else {
                usleep(UInt32(round) * 400)
            }
            try client.daemon.kill()

            let next = try rig.start()
            try next.ready()
            for key in keys {
                let second = try next.call("turn/test", ["n": .string(key)], meta: Self.meta(key))
                let third = try next.call("turn/test", ["n": .string(key)], meta: Self.meta(key))
                #expect(second.outcome == third.outcome)
                if let first = told[key] { #expect(second.outcome == first, "\(key)") }
                let count = try rig.count(key)
                #expect(count <= 1, "\(key)")
                #expect(second.result == nil ? second.reason == "indeterminate" : count == 1, "\(key): \(second)")
                kinds[second.reason ?? "result", default: 0] += 1
            }
            try next.daemon.kill()
        }
        #expect(kinds.keys.contains("result"))
    }

    @Test func aClientKilledInTheMiddleOfAThousandFindsEachDoneOnce() throws {
        let rig = try KeyRig()
        let client = try rig.start(workers: 2)
        try client.ready("main-1")
        try client.ready("main-2")
        let script = try rig.directory.write(
            "client.py",
            """
            import json, sys, zmq
            socket = zmq.Context().socket(zmq.DEALER)
            socket.connect(sys.argv[1])
            for n in range(1000):
                meta = {"idempotencyKey": f"k{n}", "client": "tester"}
                socket.send_multipart([b"", json.dumps(
                    {"id": n, "method": "turn/test", "params": {"n": f"k{n}"}, "meta": meta}).encode()])
            while True:
                print(socket.recv_multipart()[-1].decode(), flush=True)
            """)
        let output = rig.directory.file("client.output")
        let child = try Child(
            Executable.python(), [script, client.daemon.commandsEndpoint], environment: ["PATH": "/usr/bin:/bin"],
            output: output)
        func printed() -> [JSON] {
            let text = String(decoding: rig.directory.read("client.output") ?? [], as: UTF8.self)
            return text.split(separator: "\n").compactMap { try? JSON(parsing: String($0)) }
        }
        try eventually("some are answered") { printed().count >= 200 }
        child.send(SIGKILL)
        #expect(try child.waitForEnd() == .killed(SIGKILL))
        let told = printed()
        for n in 0..<1_000 {
            let reply: Reply = try eventually("k\(n) is taken") {
                let reply = try client.call("turn/test", ["n": .string("k\(n)")], meta: Self.meta("k\(n)"))
                return reply.reason == "worker_busy" ? nil : reply
            }
            #expect(reply.result != nil, "k\(n): \(reply)")
            guard let first = told.first(where: { $0["id"]?.intValue == Int64(n) })?["result"] else { continue }
            #expect(reply.result == first)
        }
        let counts = try rig.counts()
        #expect(counts.count == 1_000)
        #expect(counts.values.allSatisfy { $0 == 1 })
    }
}
