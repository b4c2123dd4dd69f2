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

    /// What a client sends that is no request.
    struct Malformed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What the answers' codes may be.
        let codes: Set<Int64>
        let id: JSON
        let message: @Sendable (_ random: inout SeededGenerator) -> [[UInt8]]

        init(
            _ name: String, _ codes: Set<Int64>, id: JSON = .null,
            _ message: @escaping @Sendable (_ random: inout SeededGenerator) -> [[UInt8]]
        ) {
            testDescription = name
            self.codes = codes
            self.id = id
            self.message = message
        }
    }

    static let malformed: [Malformed] = [
        Malformed("deep", [-32700]) { _ in [[], Array(repeating: UInt8(ascii: "["), count: 5_000)] },
        Malformed("cut off, no UTF-8", [-32700]) { _ in
            [[], Array(#"{"id":1,"method":"x","params":{"a":"#.utf8) + Array(repeating: 0xFF, count: 9)]
        },
        Malformed("three empty frames", [-32600]) { _ in [[], [], [], Array("{}".utf8)] },
        Malformed("forty frames", [-32600]) { _ in (0..<40).map { _ in Array("f".utf8) } },
        Malformed("an empty frame and nothing", [-32700]) { _ in [[]] },
        Malformed("meta of a wrong kind", [-32602], id: 1) { _ in
            [[], Array(#"{"id":1,"method":"ping","meta":{"worker":[]}}"#.utf8)]
        },
        Malformed("an id that is none", [-32600]) { _ in [[], Array(#"{"id":{"a":1},"method":"ping"}"#.utf8)] },
        Malformed("an id without end", [-32600]) { _ in
            [[], Array("{\"id\":\"\(String(repeating: "x", count: 300))\",\"method\":\"ping\"}".utf8)]
        },
        Malformed("random bytes in random frames", [-32700, -32600]) { random in
            (0..<Int.random(in: 1...20, using: &random)).map { _ in
                (0..<Int.random(in: 0...60, using: &random)).map { _ in .random(in: 0...255, using: &random) }
            }
        },
    ]

    /// The daemon's own count of what it has made of messages.
    private func counters(_ bus: BusClient) throws -> (requests: Int64, refused: Int64, lost: Int64) {
        let counters = try bus.result("fleet/status").at("sockets/commands")
        return try (
            counters.int("requests"), counters.int("refused"), counters.int("unreadable") + counters.int("undelivered")
        )
    }

    /// None is dropped: whatever has a frame has an answer, one, with its envelope and the error of its shape.
    @Test func tenThousandMalformedRequestsAreEachAnsweredOnce() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let before = try counters(bus)
        let rounds = 12
        let batch = 100
        let clients = try Self.malformed.map { _ in try RawClient(.dealer, bus.daemon) }
        var random = SeededGenerator(seed: 20_261_122)
        var answers = 0
        // All shapes at once, and never more under way than a client's queue takes.
        for _ in 0..<rounds {
            var sent = clients.map { _ in [[[UInt8]]]() }
            for _ in 0..<batch {
                for (place, shape) in Self.malformed.enumerated() {
                    let message = shape.message(&random)
                    try clients[place].send(message)
                    sent[place].append(message)
                }
            }
            for (place, shape) in Self.malformed.enumerated() {
                for message in sent[place] {
                    let frames = try clients[place].next()
                    let reply = Reply(json: try JSON(parsing: frames.last ?? []))
                    // Up to and with the first empty frame that something follows; of a long one the first 15 are seen.
                    let end = message.prefix(15).dropLast().firstIndex(of: [])
                    let envelope = end.map { Array(message[...$0]) } ?? []
                    #expect(Array(frames.dropLast()) == envelope, "\(shape.testDescription)")
                    let isOneRequest = message.count == envelope.count + 1
                    let codes = isOneRequest ? shape.codes : [-32600]
                    #expect(reply.code.map(codes.contains) == true, "\(shape.testDescription): \(reply)")
                    #expect(reply.json["id"] == shape.id && reply.result == nil, "\(shape.testDescription): \(reply)")
                    answers += 1
                }
            }
        }
        for client in clients { #expect(try client.isQuiet()) }
        #expect(answers == rounds * batch * Self.malformed.count && answers > 10_000)
        let after = try counters(bus)
        // Whoever is meant by a `meta` is for the fleet to say.
        let forFleet = rounds * batch * Self.malformed.count { $0.codes == [-32602] }
        #expect(after.refused - before.refused == Int64(answers - forFleet))
        #expect(after.lost == before.lost)
        // These, a ping of each client's, and the question for the counters itself.
        #expect(after.requests - before.requests == Int64(answers + clients.count + 1))
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

    /// As many as the page says, and not one more; the door is shut for that user alone, and open again when there is room.
    @Test(.enabled(if: getuid() == 0, "needs root"))
    func aUserHasOnlySoManyRequestsOpen() throws {
        let limit = 4_000
        // A worker takes 64 requests, and 256 wait behind them; of these one user has three quarters.
        let ofWorker = 240
        // The last one has nothing to do.
        let workers = limit / ofWorker + 2
        let daemon = try DaemonProcess(
            FakeAppServer.command, workers: workers,
            daemon: "[users.eve]\nuid = \(Outsider.uid)\nroles = [\"observe\", \"command\"]", group: "",
            in: TemporaryDirectory())
        let eve = try Outsider(daemon)
        let bus = try BusClient(daemon)
        for number in 1...workers { try bus.ready("main-\(number)") }
        let client = try RawClient(.dealer, daemon) {
            try $0.set(.sendHighWaterMark, 0)
            try $0.set(.receiveHighWaterMark, 0)
        }
        let gate = daemon.directory.file("gate")
        func ask(_ number: Int) throws {
            let place = number / ofWorker + 1
            let isFirst = number % ofWorker == 0 && number < limit
            let params = isFirst ? #"{"steps":[{"waitForFile":"\#(gate)"}]}"# : "{}"
            let method = isFirst ? "fake/do" : "slow/one"
            try client.send(
                "",
                #"{"id":\#(number),"method":"\#(method)","params":\#(params),"meta":{"worker":"main-\#(place)"}}"#)
        }
        for number in 0..<limit { try ask(number) }
        // The control socket counts for itself.
        let control = try RawClient(.req, daemon, endpoint: "ipc://\(daemon.runDirectory)/control.sock")
        try eventually("all are open") {
            try control.ask(#"{"id":1,"method":"fleet/status"}"#).result?.int("sockets/commands/open") == Int64(limit)
        }
        // Of this user's nothing more is taken, of whatever kind and whoever sends it.
        for number in limit..<limit + 100 { try ask(number) }
        for number in limit..<limit + 100 {
            let reply = try client.nextReply()
            #expect(try reply.json.int("id") == Int64(number) && reply.reason == "overloaded", "\(reply)")
            #expect(reply.error?["data"]?["retryable"] == true)
        }
        #expect(try bus.call("ping").reason == "overloaded")
        // Another user is served, by the daemon and by a worker that has room.
        #expect(try eve.bosun(["call", "ping"]).ending == .exited(0))
        let (ending, text) = try eve.bosun(["call", "thread/start", "{}", "--worker", "main-\(workers)"])
        #expect(ending == .exited(0), "\(text)")
        // Each of those that were taken is answered, once, and there is room again.
        try daemon.directory.write("gate", "")
        var answered: Set<Int64> = []
        for _ in 0..<limit {
            let reply = try client.nextReply()
            #expect(reply.result != nil, "\(reply)")
            #expect(answered.insert(try reply.json.int("id")).inserted)
        }
        #expect(try bus.call("ping").result != nil)
        #expect(try client.isQuiet())
        let counters = try bus.result("fleet/status").at("sockets/commands")
        #expect(try counters.int("open") == 1 && counters.int("undelivered") == 0)
    }
}
