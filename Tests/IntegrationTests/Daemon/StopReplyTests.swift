import Glibc
import JSONRPC
import TestSupport
import Testing

/// What a daemon that is stopped still owes to those who have asked it for something.
@Suite(.waits, .showsDaemonLogs) struct StopReplyTests {
    private static func key(_ number: Int, worker: String? = nil) -> JSON {
        var meta: JSON = ["idempotencyKey": .string("k\(number)"), "client": "tester"]
        meta["worker"] = worker.map { .string($0) }
        return meta
    }

    private static let mute: [JSON] = [["mute": ["turn/mute"]]]

    /// The outcome of a key is heard only once it is on disk, and that takes longer than the last worker's end.
    @Test func eachKeyInFlightGetsItsOneReplyAndHasThatOutcomeForGood() throws {
        let rig = try KeyRig()
        let client = try rig.start([Self.mute, Self.mute], workers: 2)
        try client.ready("main-1")
        try client.ready("main-2")
        let numbers = 0..<60
        let ids = try numbers.map { number in
            try client.send(
                "turn/mute", ["n": .string("\(number)")], meta: Self.key(number, worker: "main-\(number % 2 + 1)"))
        }
        try eventually("the workers have them") { try rig.counts().count == numbers.count }
        client.daemon.send(SIGTERM)
        let replies = try ids.map { try client.reply(to: $0) }
        #expect(replies.map(\.reason) == numbers.map { _ in "indeterminate" })
        #expect(try client.daemon.waitForEnd() == .exited(0))
        #expect(client.strays.isEmpty)

        let next = try rig.start(workers: 2)
        try next.ready()
        for (number, reply) in zip(numbers, replies) {
            let again = try next.call(
                "turn/mute", ["n": .string("\(number)")], meta: Self.key(number, worker: "main-\(number % 2 + 1)"))
            #expect(again.outcome == reply.outcome)
            #expect(again.json["meta"] == reply.json["meta"])
        }
        #expect(try rig.counts().values.allSatisfy { $0 == 1 })
    }

    /// A thread is told of once it is on disk, and its key's outcome after that: the worker answers with its last breath.
    @Test func anAnswerThatWaitsForTheJournalIsSent() throws {
        let directory = try TemporaryDirectory()
        let client = try BusClient(DaemonProcess(FakeAppServer.command, workers: 1, group: "", in: directory))
        try client.ready()
        let gate = directory.file("gate")
        let held = try client.send("fake/do", ["steps": [["waitForFile": .string(gate)]]])
        let threads = try (0..<20).map { try client.send("thread/start", meta: Self.key($0)) }
        try eventually("the worker has them") { try client.worker().int("inFlight") == 21 }
        client.daemon.send(SIGTERM)
        try client.event("sy.-.bye")
        try directory.write("gate", "")
        #expect(try client.reply(to: held).result == [:])
        for id in threads { #expect(try client.reply(to: id).json.at("result/thread/id").stringValue != nil) }
        #expect(try client.daemon.waitForEnd() == .exited(0))
    }
}
