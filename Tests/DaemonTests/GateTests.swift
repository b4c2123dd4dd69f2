import BusProtocol
import Diagnostics
import Glibc
import TestSupport
import Testing
import ZeroMQ

@testable import Daemon

/// Who is let in, and whether the daemon notices when everybody is.
@Suite struct GateTests {
    private let log = Log(minimum: .error)

    private func gate(_ roles: Set<Role> = [.observe]) -> Gate {
        let users = Users(
            [
                UserConfiguration(name: "me", uid: getuid(), roles: roles),
                UserConfiguration(name: "far", key: "k", roles: roles),
            ], keys: ["k": "KEY"], ownUID: 1)
        return Gate(users, log: log)
    }

    private func local(_ domain: String = "events", uid: uid_t = getuid(), pid: pid_t = getppid()) -> ZAPQuestion {
        ZAPQuestion(domain: domain, address: "localhost:\(uid):0:\(pid)", mechanism: .null)
    }

    private func remote(_ key: String, _ domain: String = "events", from address: String = "127.0.0.1") -> ZAPQuestion {
        ZAPQuestion(domain: domain, address: address, mechanism: .curve(key: key))
    }

    @Test func whoIsKnownGetsInAndEachConnectionHasAName() throws {
        let gate = gate()
        var names: Set<String> = []
        for question in [local(), local("commands"), local("control"), remote("KEY"), remote("KEY")] {
            guard case .accept(let name) = gate.decide(question) else {
                Issue.record("\(question) is refused")
                continue
            }
            #expect(names.insert(name).inserted)
            let sender = try #require(gate.sender(ofMessage: name))
            let isLocal = question.localPeer != nil
            #expect(sender.user.name == (isLocal ? "me" : "far"))
            #expect(sender.address == (isLocal ? .local(uid: getuid(), pid: getppid()) : .remote("127.0.0.1")))
        }
        #expect(gate.sender(ofMessage: nil) == nil && gate.sender(ofMessage: "me") == nil)
    }

    @Test(arguments: ["::1", "192.0.2.7", "::ffff:192.0.2.7", "fe80::1%eth0", "fe80::1%longest-ifname0"])
    func whereAPeerIsComesWithItsMessages(_ address: String) {
        let gate = gate()
        guard case .accept(let name) = gate.decide(remote("KEY", from: address)) else {
            Issue.record("\(address) is refused")
            return
        }
        #expect(name.utf8.count <= 255 && gate.sender(ofMessage: name)?.address == .remote(address))
    }

    /// What a line of the ledger, or a word of a connection's name, could be broken with.
    @Test(arguments: [
        "", " ", "localhost", "example.org", "127.0.0.1 uid 0 1", "127.0.0.1\n", "127.0.0.1\0", "127.0.0.1%eth0",
        "::1%",
        "fe80::1%eth 0", "fe80::1%eth0\u{1B}[A", "fe80::1%e\u{301}", "fe80::1%sixteen-bytes-xx", "::1%a%b\"\n",
        "localhost:0:0:1", String(repeating: "1", count: 300),
    ])
    func whoseAddressIsNoneIsNotLetIn(_ address: String) {
        #expect(gate().decide(remote("KEY", from: address)) == .refuse)
    }

    @Test func nobodyElseDoes() {
        let gate = gate()
        let strangers = [
            local("elsewhere"), local(uid: 4_000_000), local(pid: 0), local(pid: pid_t.max), remote("OTHER"),
            ZAPQuestion(domain: "events", address: "127.0.0.1", mechanism: .null),
            ZAPQuestion(domain: "events", address: "localhost:\(getuid()):0:1", mechanism: .other),
            ZAPQuestion(domain: "events", address: "localhost:\(getuid()):0", mechanism: .null),
        ]
        for stranger in strangers { #expect(gate.decide(stranger) == .refuse, "\(stranger)") }
        #expect(self.gate([.command]).decide(local()) == .refuse)
        #expect(self.gate([.command]).decide(local("commands")) != .refuse)
    }

    @Test func whoIsCutStaysOutForAWhileAloneAndWhoIsRevokedAtOnce() throws {
        let gate = gate()
        gate.ban(Connection(number: 1, .local(uid: getuid(), pid: getppid())))
        #expect(gate.decide(local()) == .refuse)
        #expect(gate.decide(remote("KEY")) != .refuse)
        guard case .accept(let name) = gate.decide(remote("KEY")) else { return }
        gate.replace(Users([], keys: [:], ownUID: 1))
        #expect(gate.sender(ofMessage: name) == nil && gate.decide(remote("KEY")) == .refuse)
    }

    // MARK: The test at the start

    private func server(
        in context: Context, enforcing: Bool = true
    ) throws -> (socket: LentSocket, keys: CurveKeys, endpoint: String) {
        let keys = try CurveKeys()
        let socket = try Socket(.router, in: context)
        try socket.set(.zapDomain, "commands")
        try socket.set(.zapEnforceDomain, enforcing)
        try socket.set(.curveServer, true)
        try socket.set(.curveSecretKey, keys.secretKey)
        try socket.bind("tcp://127.0.0.1:*")
        let endpoint = try socket.lastEndpoint
        return (LentSocket(socket), keys, endpoint)
    }

    /// Keeps a socket until its test ends.
    private final class LentSocket {
        private let socket: Socket

        init(_ socket: consuming Socket) {
            self.socket = socket
        }
    }

    @Test func aClosedGateIsSeenToBeClosed() throws {
        let context = try Context()
        let zap = try ZAPHandler(in: context, decide: gate().decide)
        let (socket, keys, endpoint) = try server(in: context)
        try GateTest.knock(at: endpoint, serverKey: keys.publicKey, kind: .dealer, in: context)
        withExtendedLifetime(socket) {}
        try zap.stop()
    }

    /// What libzmq 4.3.4 does when nobody answers for ZAP.
    @Test func anOpenGateIsSeenToBeOpen() throws {
        let context = try Context()
        let (socket, keys, endpoint) = try server(in: context, enforcing: false)
        let error = #expect(throws: DaemonError.self) {
            try GateTest.knock(at: endpoint, serverKey: keys.publicKey, kind: .dealer, in: context)
        }
        #expect(error?.code == .gateOpen)
        withExtendedLifetime(socket) {}
    }

    @Test func whereAllAddressesAreListenedAtTheLoopbackIsTried() {
        #expect(GateTest.reachable("tcp://*:1") == "tcp://127.0.0.1:1")
        #expect(GateTest.reachable("tcp://0.0.0.0:22") == "tcp://127.0.0.1:22")
        #expect(GateTest.reachable("tcp://[::]:3") == "tcp://[::1]:3")
        #expect(GateTest.reachable("tcp://10.0.0.1:4") == "tcp://10.0.0.1:4")
    }
}
