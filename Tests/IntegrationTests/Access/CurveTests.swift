import BusProtocol
import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// The daemon over tcp: keys, and nothing without one.
@Suite(.serialized, .waits, .showsDaemonLogs) struct CurveTests {
    private static let users = """
        [users.ann]
        curve = "ann"
        roles = ["observe", "command"]
        [users.bob]
        curve = "bob"
        roles = ["observe"]
        """

    private func rig() throws -> CurveRig { try CurveRig(Self.users, in: TemporaryDirectory()) }

    private func ask(_ socket: borrowing Socket, _ request: String, within limit: Duration = patience) throws -> Reply?
    {
        try socket.send(copying: request)
        guard let message = try socket.receiveMultipart(limit: 8, timeout: limit) else { return nil }
        return Reply(json: try JSON(parsing: message[message.count - 1].bytes))
    }

    @Test func aKeyLetsItsUserInWithTheUsersRoles() throws {
        let rig = try rig()
        try rig.bus.ready()
        let ann = try rig.client(.req, "ann")
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
        #expect(try ask(ann, #"{"id":2,"method":"thread/start"}"#)?.result != nil)
        #expect(try ask(ann, #"{"id":3,"method":"fleet/stop"}"#)?.reason == "forbidden")
        let bob = try rig.client(.req, "bob")
        let refused = try ask(bob, #"{"id":2,"method":"thread/start"}"#)
        #expect(refused?.reason == "forbidden" && refused?.description.contains("bob does not have") == true)
        let hears = try rig.client(.sub, "bob") { try $0.subscribe("sy.-.heartbeat") }
        #expect(try hears.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        // The ipc endpoints of the same sockets ask for no key.
        #expect(try rig.bus.call("ping").result != nil)
    }

    @Test func nobodyElseIsLetIn() throws {
        let rig = try rig()
        for _ in 0..<20 {
            let socket = try rig.client(.req, with: CurveKeys())
            #expect(try socket.send(copying: RawClient.ping(1)) != .unreachable)
            #expect(try socket.receive(timeout: .milliseconds(100)) == nil)
        }
        // Without CURVE, and with a wrong key of the daemon's.
        let plain = try Socket(.req, in: Context())
        try plain.connect(rig.commands)
        #expect(try ask(plain, RawClient.ping(1), within: .milliseconds(500)) == nil)
        let deaf = try rig.client(.sub, with: CurveKeys()) { try $0.subscribe("") }
        #expect(try deaf.receive(timeout: .seconds(2)) == nil)
        let ann = try rig.client(.req, "ann")
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
    }

    /// Connects to a port of this machine's, without libzmq, and says something.
    private func connect(_ endpoint: String, saying bytes: [UInt8]) throws -> CInt {
        let link = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard link >= 0 else { throw TestFailure("no socket: \(errno)") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = try #require(endpoint.split(separator: ":").last.flatMap { UInt16($0) }).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(link, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(link)
            throw TestFailure("\(endpoint): \(errno)")
        }
        // The other side may have hung up already.
        if !bytes.isEmpty { send(link, bytes, bytes.count, CInt(MSG_NOSIGNAL)) }
        return link
    }

    @Test("Case 42: other protocols and links that say nothing change nothing for those who have a key")
    func case42() throws {
        let rig = try rig()
        try rig.bus.ready()
        let ann = try rig.client(.req, "ann")
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
        let hears = try rig.client(.sub, "bob") { try $0.subscribe("sy.-.heartbeat") }
        func beat() throws -> EventHeader {
            guard let message = try hears.receiveMultipart(limit: 3, timeout: patience),
                let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) })
            else { throw TestFailure("no heartbeat") }
            return header
        }
        var last = try beat()
        let before = ProcFS.descriptors(of: rig.bus.daemon.pid).count
        /// libzmq's greeting, by which a peer says what it is about to speak.
        func greeting(_ mechanism: String) -> [UInt8] {
            [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0]
                + (Array(mechanism.utf8) + [UInt8](repeating: 0, count: 20)).prefix(20)
                + [UInt8](repeating: 0, count: 32)
        }
        let hello = [4, 200] + Array("\u{5}HELLO".utf8) + [UInt8](repeating: 0, count: 194)
        var random = SeededGenerator(seed: 42)
        var garbage: [[UInt8]] = [
            Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), Array("\u{16}\u{3}\u{1}\u{2}\u{0}".utf8),
            Array(RawClient.ping(1).utf8), greeting("NULL"), greeting("PLAIN"), greeting("CURVE"), greeting("NOTHING"),
            // What a CURVE client says first, of zeros; and an INITIATE before any HELLO.
            greeting("CURVE") + hello, greeting("CURVE") + [4, 30] + Array("\u{8}INITIATE".utf8) + Array(1...21),
            // READY and a request, as if there had been no keys to show.
            greeting("CURVE") + [4, 6] + Array("\u{5}READY".utf8) + [1, 0, 0, 40] + Array(RawClient.ping(1).utf8),
            greeting("NULL") + [4, 6] + Array("\u{5}READY".utf8) + [1, 0, 0, 40] + Array(RawClient.ping(1).utf8),
        ]
        for _ in 0..<40 { garbage.append((0..<300).map { _ in .random(in: 0...255, using: &random) }) }
        for _ in 0..<20 {
            garbage.append(greeting("CURVE") + (0..<300).map { _ in .random(in: 0...255, using: &random) })
        }
        var links: [CInt] = []
        defer { for link in links { close(link) } }
        let requests = try rig.bus.result("fleet/status").int("sockets/commands/requests")
        for endpoint in [rig.commands, rig.events] {
            for bytes in garbage { links.append(try connect(endpoint, saying: bytes)) }
            for _ in 0..<200 { links.append(try connect(endpoint, saying: [])) }
        }
        // Served as ever: who is there, and who comes.
        for id in 0..<20 { #expect(try ask(ann, RawClient.ping(id))?.result != nil) }
        let other = try rig.client(.req, "bob")
        #expect(try ask(other, RawClient.ping(1))?.result != nil)
        for _ in 0..<2 {
            let next = try beat()
            #expect(next.scopeSeq == last.scopeSeq + 1)
            last = next
        }
        // None of it was taken for a request: those that were asked with a key, and the questions for the counter.
        let after = try rig.bus.result("fleet/status").int("sockets/commands/requests")
        #expect(after - requests == 20 + 1 + 1)
        // No secret was told to any of them, nor anything at all beyond the greeting and a refusal.
        for link in links {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(link, &bytes, bytes.count, CInt(MSG_DONTWAIT))
            #expect(
                count <= 64 + 256 && !String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).contains("bosun"))
        }
        for link in links { close(link) }
        links = []
        try eventually("their links are gone") { ProcFS.descriptors(of: rig.bus.daemon.pid).count <= before + 10 }
        #expect(try rig.bus.worker().int("generation") == 1)
    }

    @Test func aRevokedKeyIsGoodForNothingFromThenOn() throws {
        let rig = try rig()
        let keys = try CurveKeys(secretKey: rig.secret("ann"))
        let ann = try rig.client(.req, with: keys)
        let hears = try rig.client(.sub, with: keys) { try $0.subscribe("sy.-.heartbeat") }
        let bob = try rig.client(.sub, "bob") { try $0.subscribe("sy.-.heartbeat") }
        #expect(try ask(ann, RawClient.ping(1))?.result != nil)
        #expect(try hears.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        #expect(try bob.receiveMultipart(limit: 3, timeout: patience)?.count == 3)
        let revoked = try CurveRig.keys(["revoke", "ann"], rig.directory)
        #expect(revoked.status == .exited(0) && revoked.text == "ann is revoked\n")
        // The link is there still, and good for nothing.
        #expect(try ask(ann, RawClient.ping(2))?.reason == "forbidden")
        // What had come before is read; then there is silence, while others hear on.
        while try hears.receiveMultipart(limit: 3, timeout: .zero) != nil {}
        for _ in 0..<3 { #expect(try bob.receiveMultipart(limit: 3, timeout: patience)?.count == 3) }
        #expect(try hears.receiveMultipart(limit: 3, timeout: .zero) == nil)
        let again = try rig.client(.req, with: keys)
        #expect(try ask(again, RawClient.ping(3), within: .milliseconds(500)) == nil)
        let list = try CurveRig.keys(["list", "--json"], rig.directory).text
        #expect(list.split(separator: "\n").contains { $0.contains("\"ann\"") && $0.contains("\"revoked\":true") })
    }

    /// In the middle of all that a user can have under way.
    @Test func aKeyRevokedInMidFlightLeavesNothingOfItsUsers() throws {
        let rig = try CurveRig(
            """
            [users.ann]
            curve = "ann"
            roles = ["observe", "command", "approve", "admin"]
            """, in: TemporaryDirectory())
        try rig.bus.ready()
        let ann = try rig.client(.dealer, "ann")
        func send(_ request: JSON) throws {
            try ann.send(copying: [], more: true)
            try ann.send(copying: request.serialized())
        }
        func next() throws -> Reply {
            guard let message = try ann.receiveMultipart(limit: 4, timeout: patience) else {
                throw TestFailure("no reply")
            }
            return Reply(json: try JSON(parsing: message[message.count - 1].bytes))
        }
        try rig.bus.fake([
            ["say": ["method": "item/commandExecution/requestApproval", "id": 0, "params": ["command": "ls"]]]
        ])
        let approval = try rig.bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
        try send(["id": 1, "method": "approval/claim", "params": ["approvalId": approval, "ttlMs": 3_600_000]])
        let tools: JSON = ["methods": ["item/tool/call"], "group": "main", "ttlMs": 3_600_000]
        try send(["id": 2, "method": "requests/register", "params": tools])
        for _ in 0..<2 { #expect(try next().result != nil) }
        // An answer is still to come.
        let gate = rig.directory.file("gate")
        let steps: JSON = [["say": ["method": "it/waits"]], ["waitForFile": .string(gate)], ["answer": ["secret": 1]]]
        try send(["id": 3, "method": "fake/do", "params": ["steps": steps]])
        try rig.bus.event("ev.wmain-1.it/waits")
        let params: JSON = ["approvalId": approval, "decision": "accept"]
        #expect(try rig.bus.call("approval/respond", params).reason == "approval_claimed")

        #expect(try CurveRig.keys(["revoke", "ann"], rig.directory).status == .exited(0))
        // Not by its event: all subscribers have to connect anew.
        try eventually("the claim is released") {
            try rig.bus.result("approval/get", ["approvalId": approval]).text("state") == "open"
        }
        try rig.directory.write("gate", "")
        let last = try next()
        #expect(last.json["id"] == 3 && last.reason == "forbidden" && !last.description.contains("secret"))
        #expect(try rig.bus.result("approval/respond", params).text("state") == "resolved")
        #expect(try rig.bus.result("requests/register", tools).int("expiresInMs") == 3_600_000)
    }

    @Test func noSecretIsEverShown() throws {
        let directory = try TemporaryDirectory()
        let said =
            try CurveRig.keys(["new", "ann"], directory).text + CurveRig.keys(["list", "--json"], directory).text
        let secret = try CurveRig.text("ann.secret", directory)
        #expect(secret.count == 40 && !said.contains(secret))
        #expect(try said.contains(CurveRig.text("ann.public", directory)))
        let rig = try rig()
        for name in ["daemon", "bob"] { #expect(try !rig.bus.daemon.log.contains(rig.secret(name))) }
    }

    @Test func tcpWithoutAKeyKeepsTheDaemonFromStarting() throws {
        for (listen, complaint) in [
            ("commands = \"tcp://127.0.0.1:1\"", "bosun.toml:2:12: nobody is let in over tcp without CURVE"),
            ("commands = \"tcp://127.0.0.1:1\"\ncurve = \"daemon\"", "bosun keys new daemon makes it"),
        ] {
            var options = DaemonProcess.Options()
            options.configuration = "[listen]\n\(listen)\n"
            options.endsCleanly = false
            let daemon = try DaemonProcess([], options)
            #expect(try daemon.waitForEnd() == .exited(1))
            #expect(daemon.log.split(separator: "\n").count == 1)
            #expect(daemon.log.contains(complaint), "\(daemon.log)")
        }
    }
}
