import CZeroMQ
import Testing
import ZeroMQ

@Suite struct SocketOptionTests {
    private let context: Context

    init() throws { context = try Context() }

    /// The library answers to the number that its header hides.
    @Test func theHiddenConstantIsTheLibrarys() throws {
        #expect(ZMQ_ZAP_ENFORCE_DOMAIN == 93)
        let socket = try Socket(.router, in: context)
        #expect(try !socket.get(.zapEnforceDomain))
        try socket.set(.zapEnforceDomain, true)
        #expect(try socket.get(.zapEnforceDomain))
    }

    @Test func theRunningLibraryIsOneThatWasTested() {
        #expect(Context.libraryVersion.hasPrefix("4.3."))
    }

    @Test(arguments: SocketKind.allCases) func everyKindOpensAndDoesNotLinger(kind: SocketKind) throws {
        let socket = try Socket(kind, in: context)
        #expect(try socket.get(.linger) == .zero)
        #expect(try socket.fileDescriptor >= 0)
    }

    @Test func integersComeBack() throws {
        let socket = try Socket(.dealer, in: context)
        for option in [SocketOption<Int>.sendHighWaterMark, .receiveHighWaterMark, .maxMessageSize, .backlog] {
            try socket.set(option, 4321)
            #expect(try socket.get(option) == 4321)
        }
        // Wider than a C int.
        try socket.set(.maxMessageSize, 1 << 40)
        #expect(try socket.get(.maxMessageSize) == 1 << 40)
        try socket.set(.maxMessageSize, -1)
        #expect(try socket.get(.maxMessageSize) == -1)
    }

    @Test func switchesComeBack() throws {
        let socket = try Socket(.dealer, in: context)
        for option in [SocketOption<Bool>.immediate, .ipv6, .tcpKeepalive] {
            try socket.set(option, true)
            #expect(try socket.get(option))
            try socket.set(option, false)
            #expect(try !socket.get(option))
        }
        let req = try Socket(.req, in: context)
        try req.set(.reqRelaxed, true)
        try req.set(.reqCorrelate, true)
        let xpub = try Socket(.xpub, in: context)
        try xpub.set(.xpubVerbose, true)
        try xpub.set(.xpubVerboser, true)
    }

    @Test func durationsKeepTheirUnit() throws {
        let socket = try Socket(.dealer, in: context)
        let options: [SocketOption<Duration>] = [
            .linger, .handshakeInterval, .connectTimeout, .reconnectInterval, .longestReconnectInterval,
            .heartbeatInterval, .heartbeatTimeout, .heartbeatTTL, .tcpKeepaliveIdle, .tcpKeepaliveInterval,
        ]
        for option in options {
            try socket.set(option, .seconds(60))
            #expect(try socket.get(option) == .seconds(60))
        }
        // Rounded up: a limit that is asked for must not become none.
        try socket.set(.handshakeInterval, .microseconds(1))
        #expect(try socket.get(.handshakeInterval) == .milliseconds(1))
        try socket.set(.tcpKeepaliveIdle, .milliseconds(1001))
        #expect(try socket.get(.tcpKeepaliveIdle) == .seconds(2))
    }

    /// -1 would let the context wait for ever.
    @Test func lingeringForEverCannotBeSaid() throws {
        let socket = try Socket(.dealer, in: context)
        try socket.set(.linger, .seconds(-1))
        #expect(try socket.get(.linger) == .zero)
    }

    @Test func texts() throws {
        let socket = try Socket(.dealer, in: context)
        try socket.set(.zapDomain, "commands")
        #expect(try socket.get(.zapDomain) == "commands")
        try socket.set(.routingID, "me")
        #expect(try socket.get(.routingID) == "me")
    }

    @Test func aRefusedOptionIsNamed() throws {
        let socket = try Socket(.push, in: context)
        #expect { try socket.subscribe("a") } throws: { error in
            (error as? ZeroMQError)?.code == .optionRefused && (error as? ZeroMQError)?.context == "SUBSCRIBE"
        }
        #expect { try socket.set(.curvePublicKey, "too short") } throws: { error in
            (error as? ZeroMQError)?.context == "CURVE_PUBLICKEY"
        }
    }
}
