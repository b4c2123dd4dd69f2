import JSONRPC
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
