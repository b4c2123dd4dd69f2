import Bus
import BusProtocol
import EventLoop
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// What goes out at an audience's own endpoint.
@Suite struct AudienceStreamTests {
    private func socket(_ name: String, _ directory: TemporaryDirectory, _ context: Context, _ loop: EventLoop) throws
        -> LoopSocket
    {
        let socket = try Socket(.xpub, in: context)
        try socket.set(.xpubVerboser, true)
        try socket.bind(directory.endpoint(name))
        return LoopSocket(socket, on: loop)
    }

    @Test func itHearsItsPartAndNothingElse() async throws {
        let directory = try TemporaryDirectory()
        let context = try Context()
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let stream = AudienceStream(
            Audience(name: "x", kinds: [.event, .worker], groups: ["a"], threads: ["named"]),
            try socket("x", directory, context, loop))
        let publisher = Publisher(
            try socket("all", directory, context, loop), epoch: 7, version: "test", audiences: [stream])
        try await loop.run { try publisher.start(onFailure: { _ in }, onExcess: { _, _, _ in }) }
        let subscriber = try Socket(.sub, in: context)
        try subscriber.subscribe("")
        try subscriber.subscribe("~sync.1")
        try subscriber.connect(directory.endpoint("x"))
        guard let echo = try subscriber.receiveMultipart(limit: 3, timeout: .seconds(30)) else {
            throw TestFailure("no echo")
        }
        #expect(echo[0].text == "~sync.1")

        try await loop.run {
            publisher.introduce(worker: 1, group: "a")
            publisher.introduce(worker: 2, group: "b")
            func say(_ kind: EventKind, _ scope: String, _ method: String, worker: UInt64) {
                publisher.publish(
                    kind, scope: scope, method: method, body: ["n": 1],
                    origin: EventOrigin(worker: worker, generation: 1, cause: .none, unixNanoseconds: 1))
            }
            say(.event, "ta", "one", worker: 1)
            say(.event, "tb", "no", worker: 2)
            say(.request, "ta", "no", worker: 1)
            say(.worker, "wb-1", "no", worker: 2)
            say(.worker, "wa-1", "two", worker: 1)
            say(.event, "named", "three", worker: 2)
            // The daemon speaks of a thread.
            say(.event, "ta", "four", worker: 0)
            say(.event, "tb", "no", worker: 0)
            say(.event, "nobodys", "no", worker: 0)
            say(.system, "-", "configReloaded", worker: 0)
            publisher.publishWatermark(scope: "tb")
            publisher.publishWatermark(scope: "ta")
            // Another has the thread now.
            say(.event, "ta", "no", worker: 2)
            say(.event, "ta", "no", worker: 0)
            publisher.publishHeartbeat(["openApprovals": 5])
        }
        var topics: [String] = []
        while topics.last != "sy.-.heartbeat" {
            guard let message = try subscriber.receiveMultipart(limit: 3, timeout: .seconds(30)) else {
                throw TestFailure("the events did not come: \(topics)")
            }
            topics.append(message[0].text)
            guard topics.last == "sy.-.heartbeat" else { continue }
            let body = try JSON(parsing: message[2].bytes)
            #expect(body["last"] == ["ev": 3, "wk": 1])
            #expect(body["openApprovals"] == nil && body["epoch"] == 7)
        }
        #expect(
            topics == ["ev.ta.one", "wk.wa-1.two", "ev.named.three", "ev.ta.four", "sy.ta.watermark", "sy.-.heartbeat"])
    }
}
