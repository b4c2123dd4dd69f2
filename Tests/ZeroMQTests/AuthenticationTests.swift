import Glibc
import TestSupport
import Testing
import ZeroMQ

private let patience = Duration.seconds(10)

/// What the ZAP handler is asked and what its answer gives to each message.
@Suite struct AuthenticationTests {
    private let directory: TemporaryDirectory
    private let context: Context

    init() throws {
        directory = try TemporaryDirectory()
        context = try Context()
    }

    @Test func aLocalPeerIsKnownByItsUidAndBearsTheNameItIsGiven() throws {
        let zap = try handler()
        let router = try Socket(.router, in: context)
        try router.set(.zapDomain, "commands")
        try router.set(.zapEnforceDomain, true)
        try router.bind(directory.endpoint("r"))
        let client = try Socket(.req, in: context)
        try client.connect(directory.endpoint("r"))
        try client.send(copying: "who am I")

        let question = try zap.next(limit: 16)
        #expect(question[2].text == "commands")
        #expect(question[3].text == "localhost:\(getuid()):\(getgid()):\(getpid())")
        #expect(question[5].text == "NULL")
        try answer(question, "200", user: "anna", on: zap)

        let message = try router.next(limit: 3)
        #expect(message[2].metadata("User-Id") == "anna")
        #expect(message.metadata("User-Id") == "anna")
        #expect(message.metadata("Shoe-Size") == nil)
    }

    private static let loopbacks =
        ["127.0.0.1"] + (access("/proc/sys/net/ipv6/conf/lo", F_OK) == 0 ? ["::1", "::ffff:127.0.0.1"] : [])

    /// The third is how a socket that listens at all addresses of both kinds sees the first.
    @Test(arguments: loopbacks) func aKeyIsAskedAboutOverCURVEWithItsAddress(_ address: String) throws {
        let zap = try handler()
        let server = try CurveKeys()
        let user = try CurveKeys()
        #expect(try CurveKeys(secretKey: user.secretKey).publicKey == user.publicKey)

        let router = try Socket(.router, in: context)
        try router.set(.zapDomain, "commands")
        try router.set(.zapEnforceDomain, true)
        try router.set(.curveServer, true)
        try router.set(.curveSecretKey, server.secretKey)
        let isIPv6 = address.contains(":")
        try router.set(.ipv6, isIPv6)
        try router.bind(isIPv6 ? "tcp://[::]:*" : "tcp://\(address):*")
        let client = try Socket(.req, in: context)
        try client.set(.curveServerKey, server.publicKey)
        try client.set(.curvePublicKey, user.publicKey)
        try client.set(.curveSecretKey, user.secretKey)
        try client.set(.ipv6, address == "::1")
        try client.connect(router.lastEndpoint.replacing("[::]", with: address == "::1" ? "[::1]" : "127.0.0.1"))
        try client.send(copying: "hello")

        let question = try zap.next(limit: 16)
        #expect(question[3].text == address)
        #expect(question[5].text == "CURVE")
        #expect(question[6].withUnsafeBytes { CurveKeys.z85(of: $0) } == user.publicKey)
        try answer(question, "200", user: "berta", on: zap)
        let arrived = try router.next(limit: 3)
        #expect(arrived.metadata("User-Id") == "berta")
    }

    @Test func whatIsNoKeyIsRefused() throws {
        #expect(throws: ZeroMQError.self) { try CurveKeys(secretKey: "") }
        #expect(throws: ZeroMQError.self) { try CurveKeys(secretKey: String(repeating: "\u{7f}", count: 40)) }
        #expect([UInt8](repeating: 0, count: 31).withUnsafeBytes { CurveKeys.z85(of: $0) } == nil)
    }

    private func handler() throws -> Socket {
        let socket = try Socket(.rep, in: context)
        try socket.bind("inproc://zeromq.zap.01")
        return socket
    }

    private func answer(
        _ question: borrowing Multipart, _ status: String, user: String, on zap: borrowing Socket
    ) throws {
        try zap.send(copying: "1.0", more: true)
        try zap.send(copyOf: question[1], more: true)
        try zap.send(copying: status, more: true)
        try zap.send(copying: "", more: true)
        try zap.send(copying: user, more: true)
        try zap.send(copying: "")
    }
}
