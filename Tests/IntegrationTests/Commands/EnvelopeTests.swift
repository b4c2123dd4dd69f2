import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

@Suite(.waits, .showsDaemonLogs) struct EnvelopeTests {
    @Test func aPlainREQIsServed() throws {
        let client = try RawClient(.req, DaemonProcess(FakeAppServer.command))
        for id in 0..<5 {
            try client.send(RawClient.ping(id))
            let frames = try client.next()
            #expect(frames.count == 1)
            #expect(try JSON(parsing: frames[0])["id"] == .integer(Int64(id)))
        }
    }

    @Test func aREQThatNumbersItsRequestsGetsTheReplyToItsLast() throws {
        let client = try RawClient(.req, DaemonProcess(FakeAppServer.command)) { socket in
            try socket.set(.reqCorrelate, true)
            try socket.set(.reqRelaxed, true)
        }
        for id in 0..<5 { try client.send(RawClient.ping(id)) }
        #expect(try client.nextReply().json["id"] == 4)
        #expect(try client.isQuiet())
    }

    @Test func aDEALERGetsItsEnvelopeBackAsItCame() throws {
        let client = try RawClient(.dealer, DaemonProcess(FakeAppServer.command))
        let envelopes: [[[UInt8]]] = [
            [], [[]], [[1], []], [Array("hop 1".utf8), [0, 255], Array(repeating: 7, count: 300), []],
        ]
        for (id, envelope) in envelopes.enumerated() {
            try client.send(envelope + [Array(RawClient.ping(id).utf8)])
            let frames = try client.next()
            #expect(Array(frames.dropLast()) == envelope)
            #expect(try JSON(parsing: frames.last ?? [])["id"] == .integer(Int64(id)))
        }
        #expect(try client.isQuiet())
    }

    @Test func aMessageWithMoreThanARequestBehindItsEnvelopeIsRefused() throws {
        let client = try RawClient(.dealer, DaemonProcess(FakeAppServer.command))
        let request = Array(RawClient.ping(1).utf8)
        let messages: [[[UInt8]]] = [
            // More behind the empty frame than the request.
            [[], request, request], [[], [], request],
            // No empty frame, and yet several.
            [request, request],
            Array(repeating: [1], count: 100) + [[], request],
        ]
        for message in messages {
            try client.send(message)
            let reply = try client.nextReply()
            #expect(reply.code == -32600 && reply.json["id"] == .null)
        }
        #expect(try client.isQuiet())
    }

    /// Whoever took the name next would get the replies to what was asked under it.
    @Test func aNameOfItsOwnGetsAClientNothing() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let named = try RawClient(.dealer, bus.daemon) { try $0.set(.routingID, "ann") }
        for id in 0..<3 {
            let reply = try named.ask(RawClient.ping(id))
            #expect(reply.code == -32600 && reply.json["id"] == .null)
        }
        #expect(try bus.call("ping").result != nil)
    }

    @Test func aClientThatGoesWithoutItsReplyHarmsNobody() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        for _ in 0..<20 {
            let client = try RawClient(.dealer, bus.daemon)
            try client.send("", #"{"jsonrpc":"2.0","id":1,"method":"some/thing"}"#)
            #expect(try client.nextReply().result != nil)
            try client.send("", #"{"jsonrpc":"2.0","id":2,"method":"some/thing"}"#)
        }
        #expect(try bus.result("some/thing").text("method") == "some/thing")
    }

    /// A process that passes on, as `zmq_proxy` does it, what comes to `endpoint`.
    private func proxy(_ endpoint: String, to next: String, _ daemon: DaemonProcess) throws -> Child {
        let program = """
            import sys, zmq
            context = zmq.Context()
            front = context.socket(zmq.ROUTER)
            front.bind(sys.argv[1])
            back = context.socket(zmq.DEALER)
            back.connect(sys.argv[2])
            zmq.proxy(front, back)
            """
        return try Child(
            Executable.python(), ["-c", program, endpoint, next], environment: [:],
            output: daemon.directory.file("proxy"))
    }

    /// Over as many of them; a client's end in the middle of its request, and a proxy's, are nobody else's.
    @Test(arguments: [1, 2]) func clientsBehindProxiesEachGetTheirOwn(_ hops: Int) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let daemon = bus.daemon
        var endpoint = daemon.commandsEndpoint
        let proxies = try (0..<hops).map { hop in
            let next = endpoint
            endpoint = "ipc://\(daemon.directory.file("proxy\(hop).sock"))"
            return try proxy(endpoint, to: next, daemon)
        }
        let clients = try (0..<20).map { number in
            try RawClient(number % 2 == 0 ? .req : .dealer, daemon, endpoint: endpoint)
        }
        func ask(_ client: RawClient, _ id: Int) throws {
            let request = #"{"jsonrpc":"2.0","id":\#(id),"method":"a/b","params":{"id":\#(id)}}"#
            try client.send(client.kind == .req ? [Array(request.utf8)] : [[], Array(request.utf8)])
        }
        func expectReply(_ client: RawClient, _ id: Int) throws {
            let reply = try client.nextReply()
            #expect(try reply.json.int("id") == Int64(id) && reply.result?.int("params/id") == Int64(id), "\(reply)")
        }
        for (number, client) in clients.enumerated() { try ask(client, number) }
        for (number, client) in clients.enumerated() { try expectReply(client, number) }

        // One has its request with the worker, and is killed; the others' come behind it.
        let gate = daemon.directory.file("gate")
        let steps = #"[{"waitForFile":"\#(gate)"},{"say":{"method":"its/done"}}]"#
        let program = """
            import sys, zmq
            socket = zmq.Context().socket(zmq.REQ)
            socket.connect(sys.argv[1])
            socket.send_string(sys.argv[2])
            print(socket.recv_string(), flush=True)
            """
        let dying = try Child(
            Executable.python(),
            [
                "-c", program, endpoint,
                #"{"jsonrpc":"2.0","id":1,"method":"fake/do","params":{"steps":\#(steps)}}"#,
            ], environment: [:], output: daemon.directory.file("dying"))
        try eventually("its request is with the worker") { try bus.worker().int("inFlight") == 1 }
        for (number, client) in clients.enumerated() { try ask(client, 100 + number) }
        try eventually("all are with the worker") { try bus.worker().int("inFlight") == Int64(1 + clients.count) }
        dying.send(SIGKILL)
        #expect(try dying.waitForEnd() == .killed(SIGKILL))
        try daemon.directory.write("gate", "")
        for (number, client) in clients.enumerated() { try expectReply(client, 100 + number) }
        try bus.event("ev.wmain-1.its/done")
        #expect(daemon.directory.read("dying") == [])
        // Errors come the same way, and nothing comes twice.
        for client in clients {
            #expect(try client.ask("no JSON").code == -32700)
            #expect(try client.isQuiet())
        }
        #expect(proxies.allSatisfy { $0.poll() == nil })

        // The daemon's neighbour dies with answers under way: whoever is connected to the daemon itself is served.
        let other = try bus.send("fake/do", ["steps": [["waitForFile": .string("\(gate)2")]]])
        try eventually("the worker has it") { try bus.worker().int("inFlight") == 1 }
        for (number, client) in clients.enumerated() { try ask(client, 200 + number) }
        try eventually("all are with the worker") { try bus.worker().int("inFlight") == Int64(1 + clients.count) }
        proxies[0].send(SIGKILL)
        _ = try proxies[0].waitForEnd()
        try daemon.directory.write("gate2", "")
        let reply = try bus.reply(to: other)
        #expect(reply.result != nil, "\(reply)")
        #expect(try bus.result("some/thing").text("method") == "some/thing" && bus.strays.isEmpty)
        try eventually("nothing is open") {
            try bus.result("fleet/status").int("sockets/commands/open") == 1
        }
    }

    @Test func manyClientsAtOnceEachGetTheirOwn() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let clients = try (0..<20).map { _ in try RawClient(.dealer, bus.daemon) }
        for round in 0..<10 {
            for (number, client) in clients.enumerated() {
                let id = round * 100 + number
                try client.send("", #"{"jsonrpc":"2.0","id":\#(id),"method":"a/b","params":{"id":\#(id)}}"#)
            }
        }
        for (number, client) in clients.enumerated() {
            var ids = Set<Int64>()
            for _ in 0..<10 {
                let reply = try client.nextReply()
                #expect(reply.json["id"] == reply.result?["params"]?["id"])
                ids.insert(try reply.json.int("id"))
            }
            #expect(ids == Set((0..<10).map { Int64($0 * 100 + number) }))
            #expect(try client.isQuiet())
        }
    }
}
