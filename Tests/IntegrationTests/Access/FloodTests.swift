import BusProtocol
import EventLoop
import Foundation
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing
import ZeroMQ

/// Peers that are let in, and ask for too much.
@Suite(.serialized, .waits, .showsDaemonLogs) struct FloodTests {
    /// Another process with a million subscriptions: this one's own would be cut together with it.
    private func flooder(_ daemon: DaemonProcess, _ prefix: String, count: Int) throws -> Child {
        let program = """
            import sys, time, zmq
            endpoint, prefix, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
            socket = zmq.Context().socket(zmq.SUB)
            socket.setsockopt(zmq.SNDHWM, 0)
            for number in range(count):
                socket.subscribe(prefix + str(number))
            socket.connect(endpoint)
            print("asked", flush=True)
            time.sleep(600)
            """
        return try Child(
            Executable.python(), ["-c", program, daemon.eventsEndpoint, prefix, "\(count)"], environment: [:],
            output: daemon.directory.file("flooder"))
    }

    @Test(arguments: ["~sync.", "ev."])
    func aPeerWithAMillionSubscriptionsIsCutAloneAndOthersJoinBesideIt(_ prefix: String) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command), prefixes: ["sy."])
        let flooder = try flooder(bus.daemon, prefix, count: 1_000_000)
        defer { flooder.send(SIGKILL) }
        func join() throws { _ = try BusClient(bus.daemon, prefixes: ["sy."]) }
        try eventually("the peer is cut") {
            try join()
            return bus.daemon.log.contains("a subscriber is cut")
        }
        for _ in 0..<20 { try join() }
        // It is kept out, and whoever was there before has heard every heartbeat.
        let first = try bus.event("sy.-.heartbeat").header.scopeSeq
        try bus.catchUp()
        let beats = bus.events("sy.-.heartbeat").map(\.header.scopeSeq)
        #expect(beats == (0..<UInt64(beats.count)).map { first + $0 })
        flooder.send(SIGKILL)
        _ = try flooder.waitForEnd()
        #expect(bus.daemon.log.matches(of: /a subscriber is cut/).count == 1)
    }

    @Test func asManySubscriptionsAsAreAllowedAreNoFlood() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let prefixes = (0..<9_999).map { "ev.\($0)." }
        let bus = try BusClient(daemon, prefixes: prefixes)
        _ = try BusClient(daemon, prefixes: prefixes)
        #expect(try bus.call("ping").result != nil)
        #expect(!daemon.log.contains("is cut"))
    }

    @Test func moreEchoesThanAreAllowedCutThePeer() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        // Cut while it joins, or heard out and cut then: this process is kept out for a minute.
        let socket = try Socket(.sub, in: Context())
        for number in 0..<40 { try socket.subscribe("~sync.\(number)") }
        try socket.connect(daemon.eventsEndpoint)
        try eventually("it is cut") { daemon.log.contains("more than 10 sync echoes in a second") }
        #expect(throws: TestFailure.self) {
            let again = try Socket(.sub, in: Context())
            try again.subscribe("sy.")
            try again.connect(daemon.eventsEndpoint)
            guard try again.receiveMultipart(limit: 3, timeout: .seconds(2)) != nil else { throw TestFailure("deaf") }
        }
    }

    @Test func tenThousandMalformedRequestsAreEachAnsweredOrDropped() throws {
        let client = try RawClient(.dealer, DaemonProcess(FakeAppServer.command)) {
            try $0.set(.sendHighWaterMark, 0)
            try $0.set(.receiveHighWaterMark, 0)
        }
        var random = SeededGenerator(seed: 20_261_122)
        let shapes: [(inout SeededGenerator) -> [[UInt8]]] = [
            { _ in [[], Array(repeating: UInt8(ascii: "["), count: 5_000)] },
            { _ in [[], Array("{\"id\":1,\"method\":\"x\",\"params\":{\"a\":".utf8) + Array(repeating: 0xFF, count: 9)]
            },
            { _ in [[], [], [], Array("{}".utf8)] },
            { _ in (0..<40).map { _ in Array("f".utf8) } },
            { _ in [[], Array(#"{"id":1,"method":"ping","meta":{"worker":[]}}"#.utf8)] },
            { _ in [[], Array(#"{"id":{"a":1},"method":"ping"}"#.utf8)] },
            { _ in [[], Array("{\"id\":\"\(String(repeating: "x", count: 300))\",\"method\":\"ping\"}".utf8)] },
            { random in
                (0..<Int.random(in: 1...20, using: &random)).map { _ in
                    (0..<Int.random(in: 0...60, using: &random)).map { _ in .random(in: 0...255, using: &random) }
                }
            },
        ]
        for number in 0..<10_000 { try client.send(shapes[number % shapes.count](&random)) }
        try client.send([[], Array(RawClient.ping(99).utf8)])
        var answers = 0
        while true {
            let frames = try client.next()
            guard let reply = frames.last.flatMap({ try? JSON(parsing: $0) }).map(Reply.init) else { continue }
            if reply.json["id"] == 99 { break }
            #expect(reply.error != nil, "\(reply)")
            answers += 1
        }
        // What has no empty frame is a bare DEALER's, so all are answered but those of a single frame that is cut off.
        #expect(answers > 9_000, "\(answers)")
    }

    @Test func whoFloodsWithRequestsIsSlowedAlone() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let flooder = try RawClient(.dealer, bus.daemon) {
            try $0.set(.sendHighWaterMark, 0)
            try $0.set(.receiveHighWaterMark, 10)
        }
        // It takes none of its replies.
        let large = Array(#"{"id":1,"method":"ping","params":{"a":"\#(String(repeating: "x", count: 100_000))"}}"#.utf8)
        for _ in 0..<2_000 { try flooder.send([[], large]) }
        for _ in 0..<20 { #expect(try bus.call("ping").result != nil) }
    }

    @Test func theControlSocketIsServedBesideAFlood() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let flooder = try RawClient(.dealer, bus.daemon) { try $0.set(.sendHighWaterMark, 0) }
        for number in 0..<20_000 { try flooder.send([[], Array(RawClient.ping(number).utf8)]) }
        let control = try RawClient(.req, bus.daemon, endpoint: "ipc://\(bus.daemon.runDirectory)/control.sock")
        #expect(try control.ask(#"{"id":1,"method":"fleet/drain"}"#).result != nil)
        #expect(try control.ask(#"{"id":2,"method":"fleet/status"}"#).result?.at("draining") == true)
    }

    @Test func aUserHasOnlySoManyRequestsOpen() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.result("thread/start", meta: ["worker": "main-1"])
        try bus.fake([["mute": ["slow/one"]]])
        let client = try RawClient(.dealer, bus.daemon) {
            try $0.set(.sendHighWaterMark, 0)
            try $0.set(.receiveHighWaterMark, 0)
        }
        // Answered at once when the worker has enough; nobody is without an answer.
        for number in 0..<6_000 {
            try client.send([[], Array(#"{"id":\#(number),"method":"slow/one","meta":{"deadlineMs":2000}}"#.utf8)])
        }
        var reasons: [String: Int] = [:]
        for _ in 0..<6_000 {
            let reply = try client.nextReply()
            reasons[reply.reason ?? "none", default: 0] += 1
        }
        #expect(reasons["worker_busy", default: 0] + reasons["overloaded", default: 0] > 5_000, "\(reasons)")
        #expect(try bus.call("ping").result != nil)
    }
}
