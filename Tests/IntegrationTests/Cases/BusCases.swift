import BosunClient
import BusProtocol
import EventLoop
import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// What clients do to the sockets; the numbers are those of CONTRIBUTING.md's list of faults.
@Suite(.waits, .showsDaemonLogs) struct BusCases {
    /// Another process with a REQ socket, which asks and waits.
    private func asker(_ daemon: DaemonProcess, _ request: String, _ output: String) throws -> Child {
        let program = """
            import sys, zmq
            socket = zmq.Context().socket(zmq.REQ)
            socket.connect(sys.argv[1])
            socket.send_string(sys.argv[2])
            print(socket.recv_string(), flush=True)
            """
        return try Child(
            Executable.python(), ["-c", program, daemon.commandsEndpoint, request], environment: [:], output: output)
    }

    @Test("Case 38: a client that dies with its request open harms nobody, and the others are served meanwhile")
    func case38() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: TemporaryDirectory()))
        let directory = bus.daemon.directory
        try bus.ready()
        let steps = #"[{"waitForFile":"\#(directory.file("go"))"},{"say":{"method":"its/done"}}]"#
        let client = try asker(
            bus.daemon, #"{"jsonrpc":"2.0","id":1,"method":"fake/do","params":{"steps":\#(steps)}}"#,
            directory.file("asker"))
        try eventually("its request is with the worker") { try bus.worker().int("inFlight") == 1 }
        client.send(SIGKILL)
        #expect(try client.waitForEnd() == .killed(SIGKILL))
        // The worker has not answered yet, and others are.
        let next = try RawClient(.req, bus.daemon)
        for id in 0..<20 { #expect(try next.ask(RawClient.ping(id)).json["id"] == .integer(Int64(id))) }
        #expect(try bus.worker().int("inFlight") == 1)
        try directory.write("go", [])
        try bus.event("ev.wmain-1.its/done")
        // The answer goes nowhere, and the next client's is its own.
        try eventually("it is answered") { try bus.worker().int("inFlight") == 0 }
        let reply = try next.ask(#"{"jsonrpc":"2.0","id":77,"method":"some/thing"}"#)
        #expect(try reply.json["id"] == 77 && reply.result?.text("method") == "some/thing")
        #expect(try next.isQuiet() && bus.strays.isEmpty)
        #expect(directory.read("asker") == [])
    }

    @Test("Case 39: an envelope without its empty frame is served as one with it", arguments: [SocketKind.dealer])
    func case39(_ kind: SocketKind) throws {
        let client = try RawClient(kind, DaemonProcess(FakeAppServer.command))
        for id in 0..<20 {
            let request = Array(RawClient.ping(id).utf8)
            let isBare = id % 2 == 0
            try client.send(isBare ? [request] : [[], request])
            let frames = try client.next()
            // Each in the shape that it came in.
            #expect(frames.count == (isBare ? 1 : 2) && frames.dropLast().allSatisfy(\.isEmpty))
            #expect(try JSON(parsing: frames.last ?? [])["id"] == .integer(Int64(id)))
        }
        // What is no request gets its error in both.
        for message in [[Array("x".utf8)], [[], Array("x".utf8)]] {
            try client.send(message)
            let frames = try client.next()
            #expect(frames.count == message.count)
            #expect(Reply(json: try JSON(parsing: frames.last ?? [])).code == -32700)
        }
    }

    @Test("Case 40: whatever is no request gets one error with a code")
    func case40() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let texts: [(String, Int64)] = [
            ("", -32700), ("no JSON", -32700), (#"[1,2]"#, -32600), (#"{}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"command":5}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":5}"#, -32600),
            (#"{"jsonrpc":"2.0","id":1,"method":"approval/nothing"}"#, -33012),
        ]
        let clients = try [RawClient(.req, daemon), RawClient(.dealer, daemon)]
        for (text, code) in texts {
            for client in clients {
                let reply = try client.ask(text)
                #expect(reply.result == nil && reply.error?["message"]?.stringValue?.isEmpty == false, "\(text)")
                #expect(reply.code == code, "\(text): \(reply)")
            }
        }
        // More frames than an envelope and a request.
        let ping = Array(RawClient.ping(1).utf8)
        for extra in [[[], ping, ping], [[], ping, []], [ping, ping]] as [[[UInt8]]] {
            try clients[1].send(extra)
            let reply = try clients[1].nextReply()
            #expect(reply.code == -32600 || reply.code == -32700, "\(extra.count): \(reply)")
        }
        // And no second answer to any.
        for client in clients { #expect(try client.isQuiet()) }
    }

    @Test("Case 41: a message beyond all measure cuts its sender's link alone, and the sender is not left hanging")
    func case41() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let endpoints = Endpoints(runDirectory: bus.daemon.runDirectory)
        let rude = try RawClient(.dealer, bus.daemon)
        try rude.send([[], [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)])
        #expect(try bus.call("ping").result != nil)
        // Its socket comes again by itself, and is served; the message is never answered.
        try eventually("it is served again") {
            try rude.send("", RawClient.ping(1))
            return (try? rude.next(within: .seconds(1))) != nil
        }
        // A client of Bosun's own refuses to send it.
        let client = try CommandClient(endpoints)
        let error = #expect(throws: ClientError.self) {
            try client.call("ping", params: ["x": .string(String(repeating: "x", count: 17 << 20))])
        }
        guard case .requestTooLarge = error?.code else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try client.call("ping").value.isObject)
        // Nor does a subscription of any length cost others their stream.
        let greedy = try Socket(.sub, in: Context())
        try greedy.subscribe(String(repeating: "e", count: 4_096))
        try greedy.connect(bus.daemon.eventsEndpoint)
        try bus.catchUp()
        let beats = bus.events("sy.-.heartbeat").map(\.header.scopeSeq)
        #expect(beats == beats.indices.map { beats[0] + UInt64($0) })
        _ = try BusClient(bus.daemon)
    }

    /// Connects to a socket of the file system, without libzmq, and says something.
    private func connect(_ path: String, saying bytes: [UInt8]) throws -> CInt {
        let link = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard link >= 0 else { throw TestFailure("no socket: \(errno)") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(link, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            close(link)
            throw TestFailure("\(path): \(errno)")
        }
        // The other side may have hung up already.
        if !bytes.isEmpty { send(link, bytes, bytes.count, CInt(MSG_NOSIGNAL)) }
        return link
    }

    @Test("Case 42: other protocols, links that say nothing and the wrong kind of socket change nothing for the others")
    func case42() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let run = bus.daemon.runDirectory
        var random = SeededGenerator(seed: 42)
        var garbage: [[UInt8]] = [
            Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), Array("\u{16}\u{3}\u{1}\u{2}\u{0}".utf8),
            [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F], [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0],
            Array(RawClient.ping(1).utf8),
        ]
        for _ in 0..<40 { garbage.append((0..<300).map { _ in .random(in: 0...255, using: &random) }) }
        var links: [CInt] = []
        defer { for link in links { close(link) } }
        let before = ProcFS.descriptors(of: bus.daemon.pid).count
        for name in ["events", "commands", "control"] {
            for bytes in garbage { links.append(try connect("\(run)/\(name).sock", saying: bytes)) }
            for _ in 0..<200 { links.append(try connect("\(run)/\(name).sock", saying: [])) }
        }
        // Sockets of libzmq that have no business there.
        let wrong: [(SocketKind, String)] = [
            (.sub, bus.daemon.commandsEndpoint), (.req, bus.daemon.eventsEndpoint),
            (.dealer, bus.daemon.eventsEndpoint),
        ]
        let strangers = try wrong.map { kind, endpoint in
            try RawClient(kind, bus.daemon, endpoint: endpoint) { if kind == .sub { try $0.subscribe("") } }
        }
        defer { withExtendedLifetime(strangers) {} }
        // Served as ever: who is there, and who comes.
        for _ in 0..<20 { #expect(try bus.call("ping").result != nil) }
        #expect(try bus.tell("tell/beside", 100).count == 100)
        let other = try BusClient(bus.daemon)
        #expect(try other.result("some/thing").text("method") == "some/thing")
        let beats = bus.events("sy.-.heartbeat").map(\.header.scopeSeq)
        #expect(beats == beats.indices.map { beats[0] + UInt64($0) })
        // And what they held is free again.
        for link in links { close(link) }
        links = []
        try eventually("their links are gone") {
            ProcFS.descriptors(of: bus.daemon.pid).count <= before + 10
        }
        #expect(try bus.worker().int("generation") == 1)
    }

    @Test(
        "Case 43: a subscriber that does not read, or comes late, sees its loss and has it mended; nobody waits for it")
    func case43() throws {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, daemon: "events_hwm = 50", group: "", in: TemporaryDirectory()),
            prefixes: ["sy.-.heartbeat"])
        try bus.ready()
        let idle = try Socket(.sub, in: Context())
        try idle.set(.receiveHighWaterMark, 1)
        let sync = "~sync.\(CommandID.random())"
        for prefix in ["ev.wmain-1.", sync] { try idle.subscribe(prefix) }
        try idle.connect(bus.daemon.eventsEndpoint)
        #expect(try idle.receiveMultipart(limit: 3, timeout: patience)?[0].text == sync)
        // It reads nothing while 10 MB go by; whoever reads is served.
        let params: JSON = ["x": .string(String(repeating: "x", count: 2_000))]
        try bus.fake([["flood": [5_000, ["method": "some/line", "params": params]]]])
        for _ in 0..<20 { #expect(try bus.call("ping").result != nil) }
        try bus.fake([["say": ["method": "last/line"]]])
        // Now it reads: its last events are missing, which the daemon's words on how far it has come would show; a new
        // event shows it as well.
        var heard: [EventHeader] = []
        var isFull = true
        while isFull {
            isFull = false
            while let message = try idle.receiveMultipart(limit: 3, timeout: .milliseconds(300)) {
                if let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) }), message[0].text != sync {
                    heard.append(header)
                }
                isFull = true
            }
        }
        try bus.fake([["say": ["method": "new/line"]]])
        guard let new = try idle.receiveMultipart(limit: 3, timeout: patience) else { throw TestFailure("nothing new") }
        heard.append(try #require(new[1].withUnsafeBytes { EventHeader(decoding: $0) }))
        #expect(new[0].text == "ev.wmain-1.new/line")
        let gaps = zip(heard, heard.dropFirst()).filter { $0.scopeSeq + 1 != $1.scopeSeq }
        #expect(!gaps.isEmpty && heard.count < 5_000)
        // A replay from before the first gap gives all that they lack, each once.
        let start = try #require(gaps.first).0
        let mended = try bus.replay(
            after: EventCursor(epoch: start.epoch, seq: start.seq), prefixes: ["ev.wmain-1."])
        #expect(!mended.isTruncated)
        #expect(mended.events.map(\.header.scopeSeq) == Array(start.scopeSeq + 1...heard[heard.count - 1].scopeSeq))
        // Who comes late has the first event, too, or begins with how things stand.
        let late = try BusClient(bus.daemon, prefixes: ["ev.wmain-1."])
        let all = try late.replay(prefixes: ["ev.wmain-1.some/line"])
        #expect(all.events.count == 5_000 && !all.isTruncated)
        let snapshot = try late.result("events/snapshot", ["prefixes": ["wk."]])
        #expect(try snapshot.at("workers/0").text("state") == "ready" && snapshot.int("seq") >= late.joined.header.seq)
    }
}
