import Bus
import BusProtocol
import EventLoop
import JSONRPC
import Synchronization
import TestSupport
import Testing
import ZeroMQ

@Suite struct CommandServerTests {
    /// A server whose handler answers at once with the method, but keeps the tokens of `later`.
    private struct Rig {
        let loop: EventLoop
        let server: CommandServer
        let directory: TemporaryDirectory
        let context: Context

        init() async throws {
            directory = try TemporaryDirectory()
            context = try Context()
            loop = try EventLoop(name: "test")
            let socket = try Socket(.router, in: context)
            try socket.set(.routerMandatory, true)
            try socket.bind("ipc://\(directory.path)/c")
            let server = CommandServer(LoopSocket(socket, on: loop))
            self.server = server
            try await loop.run {
                try server.start(
                    identifying: { _ in CommandSender(user: "ann", roles: [.observe]) }, onFailure: { _ in }
                ) { [unowned server] token, request, _ in
                    guard request.method != "later" else { return }
                    server.reply(token, .result(["method": .string(request.method)]), meta: ["seq": 1])
                }
            }
        }

        func client(_ kind: SocketKind) throws -> Socket {
            let socket = try Socket(kind, in: context)
            try socket.connect("ipc://\(directory.path)/c")
            return socket
        }
    }

    /// Who may do nothing any more does not hear what was asked before.
    @Test func whoIsNobodyMeanwhileGetsNoAnswer() async throws {
        let directory = try TemporaryDirectory()
        let context = try Context()
        let loop = try EventLoop(name: "test")
        let socket = try Socket(.router, in: context)
        try socket.bind("ipc://\(directory.path)/c")
        let server = CommandServer(LoopSocket(socket, on: loop))
        let user = Mutex<String?>("ann")
        let tokens = Mutex<[UInt64]>([])
        try await loop.run {
            try server.start(
                identifying: { _ in user.withLock { $0 }.map { CommandSender(user: $0, roles: [.observe]) } },
                onFailure: { _ in }
            ) { token, _, _ in tokens.withLock { $0.append(token) } }
        }
        let client = try Socket(.dealer, in: context)
        try client.connect("ipc://\(directory.path)/c")
        for name in ["bob", nil] as [String?] {
            user.withLock { $0 = "ann" }
            tokens.withLock { $0 = [] }
            for _ in 0..<2 { for frame in ["", Self.ping] { try client.send(copying: frame, more: frame.isEmpty) } }
            let deadline = MonotonicClock().now.advanced(by: .seconds(30))
            while tokens.withLock({ $0.count }) < 2, MonotonicClock().now < deadline { await Task.yield() }
            let open = tokens.withLock { $0 }
            try #require(open.count == 2)
            try await loop.run {
                // Nothing has changed for her.
                server.usersChanged()
                server.reply(open[0], .result(["secret": 1]), meta: [:])
                user.withLock { $0 = name }
                server.usersChanged()
                server.reply(open[1], .result(["secret": 2]), meta: [:])
            }
            #expect(try reply(client)?.last?.contains("secret") == true)
            let refused = try reply(client)?.last
            #expect(refused?.contains("secret") == false && refused?.contains("forbidden") == true)
        }
        try await loop.run { server.close() }
    }

    private func reply(_ socket: borrowing Socket) throws -> [String]? {
        guard let message = try socket.receiveMultipart(limit: 16, timeout: .seconds(30)) else { return nil }
        return message.indices.map { message[$0].text }
    }

    private static let ping = #"{"jsonrpc":"2.0","id":"7","method":"ping"}"#
    private static let pong = #"{"jsonrpc":"2.0","id":"7","result":{"method":"ping"},"meta":{"seq":1}}"#

    @Test func aPlainREQGetsItsReply() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.req)
        try socket.send(copying: Self.ping)
        #expect(try reply(socket) == [Self.pong])
    }

    /// Whatever stands up to and with the first empty frame goes back as it came; a DEALER may send no such frame.
    @Test(arguments: [[], [""], ["id", ""], ["hop one", "hop two", ""]])
    func theEnvelopeGoesBackAsItCame(_ envelope: [String]) async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.dealer)
        for frame in envelope { try socket.send(copying: frame, more: true) }
        try socket.send(copying: Self.ping)
        #expect(try reply(socket) == envelope + [Self.pong])
    }

    @Test(arguments: [
        ("", -32700), ("{", -32700), ("[]", -32600), (#"[{"id":1,"method":"ping"}]"#, -32600), ("3", -32600),
        (#"{"method":"ping"}"#, -32600), (#"{"id":null,"method":"ping"}"#, -32600), (#"{"id":1}"#, -32600),
        (#"{"id":1,"method":5}"#, -32600), (#"{"id":1,"method":"ping","params":[]}"#, -32602),
        (#"{"id":1,"method":"ping","params":{"a":1,"a":2}}"#, -32600),
        (#"{"id":1,"method":"ping","params":{"a":"\#n"}}"#, -32700),
    ])
    func garbageGetsOneErrorAndTheNextRequestItsAnswer(_ request: String, _ code: Int) async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.req)
        try socket.send(copying: request)
        let answer = try #require(try reply(socket)?.first)
        #expect(try JSON(parsing: answer)["error"]?["code"]?.intValue == Int64(code), "\(answer)")
        try socket.send(copying: Self.ping)
        #expect(try reply(socket) == [Self.pong])
    }

    @Test func aRequestThatIsTooLargeIsToldSo() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.req)
        try socket.send(copying: [UInt8](repeating: UInt8(ascii: " "), count: CommandServer.largestRequest + 1))
        let answer = try JSON(parsing: try #require(try reply(socket)?.first))
        #expect(answer["error"]?["data"]?["reason"] == "too_large")
    }

    /// Frames between the envelope and the request, or too many of them: one error, and the next request its answer.
    @Test func whatIsNotOneFrameBehindTheEnvelopeIsRefused() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.dealer)
        for frames in [["", "a", Self.ping], ["a", Self.ping], [""] + [String](repeating: "x", count: 40)] {
            for frame in frames.dropLast() { try socket.send(copying: frame, more: true) }
            try socket.send(copying: frames.last ?? "")
            let answer = try JSON(parsing: try #require(try reply(socket)?.last))
            #expect(answer["error"]?["code"] == -32600)
        }
        try socket.send(copying: Self.ping)
        #expect(try reply(socket) == [Self.pong])
        let counts = try await rig.loop.run { rig.server.counts }
        #expect(counts.refused == 3)
        #expect(counts.requests == 4)
    }

    @Test func aSlowRequestHoldsNobodyUpAndIsAnsweredOnce() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let slow = try rig.client(.req)
        try slow.send(copying: #"{"id":1,"method":"later"}"#)
        let quick = try rig.client(.req)
        for _ in 0..<100 {
            try quick.send(copying: Self.ping)
            #expect(try reply(quick) == [Self.pong])
        }
        let server = rig.server
        try await rig.loop.run {
            #expect(server.openCount == 1)
            server.reply(1, .result("first"), meta: [:])
            server.reply(1, .result("second"), meta: [:])
        }
        #expect(try reply(slow) == [#"{"jsonrpc":"2.0","id":1,"result":"first"}"#])
    }

    /// The end: what was taken is answered first, by whoever owes it or for them, and nothing more is taken.
    @Test func finishingWaitsForWhatIsOwedAndRefusesTheRest() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let socket = try rig.client(.dealer)
        for id in 1...2 { try socket.send(copying: #"{"jsonrpc":"2.0","id":\#(id),"method":"later"}"#) }
        let deadline = MonotonicClock().now.advanced(by: .seconds(30))
        while try await rig.loop.run({ rig.server.openCount }) < 2, MonotonicClock().now < deadline {
            await Task.yield()
        }
        let finished = Mutex(0)
        try await rig.loop.run {
            rig.server.finish(refusing: .failure(.draining, "it ends")) { finished.withLock { $0 += 1 } }
        }
        try socket.send(copying: Self.ping)
        #expect(try reply(socket)?.last?.contains("draining") == true)
        try await rig.loop.run { rig.server.reply(1, .result([:]), meta: [:]) }
        #expect(try reply(socket)?.last == #"{"jsonrpc":"2.0","id":1,"result":{}}"#)
        #expect(finished.withLock { $0 } == 0)
        let left = try await rig.loop.run { rig.server.replyToAll(.failure(.indeterminate, "it has ended")) }
        #expect(left == 1)
        #expect(try reply(socket)?.last?.contains(#""id":2,"error""#) == true)
        #expect(finished.withLock { $0 } == 1)
        let again = try await rig.loop.run { () -> Int in
            rig.server.reply(2, .result([:]), meta: [:])
            rig.server.finish(refusing: .failure(.draining, "it ends")) { finished.withLock { $0 += 1 } }
            return rig.server.replyToAll(.failure(.indeterminate, "it has ended"))
        }
        // Nothing was owed: it is called at once.
        #expect(again == 0 && finished.withLock { $0 } == 2)
    }

    @Test func aReplyToAClientThatHasGoneHarmsNobody() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let server = rig.server
        do {
            let socket = try rig.client(.req)
            try socket.send(copying: #"{"id":1,"method":"later"}"#)
            while try await rig.loop.run({ server.openCount }) == 0 { await Task.yield() }
        }
        try await rig.loop.run { server.reply(1, .result(1), meta: [:]) }
        let socket = try rig.client(.req)
        try socket.send(copying: Self.ping)
        #expect(try reply(socket) == [Self.pong])
        #expect(try await rig.loop.run { server.openCount } == 0)
    }
}
