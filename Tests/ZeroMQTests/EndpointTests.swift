import Glibc
import TestSupport
import Testing
import ZeroMQ

private let patience = Duration.seconds(10)

@Suite struct EndpointTests {
    private let directory: TemporaryDirectory
    private let context: Context

    init() throws {
        directory = try TemporaryDirectory()
        context = try Context()
    }

    @Test func aPathThatIsTooLongIsNamed() throws {
        let socket = try Socket(.pair, in: context)
        let longest = directory.path + "/" + String(repeating: "x", count: 106 - directory.path.utf8.count)
        let tooLong = longest + "y"
        try socket.bind(ipc: longest, mode: 0o600)
        for attempt in 0..<3 {
            #expect {
                switch attempt {
                case 0: try socket.bind("ipc://\(tooLong)")
                case 1: try socket.connect("ipc://\(tooLong)")
                default: try socket.bind(ipc: tooLong, mode: 0o600)
                }
            } throws: { error in
                (error as? ZeroMQError)?.code == .pathTooLong && (error as? ZeroMQError)?.context == tooLong
            }
        }
    }

    @Test func bindErrorsNameTheEndpointAndTheReason() throws {
        let socket = try Socket(.router, in: context)
        let missing = directory.endpoint("none/here")
        #expect { try socket.bind(missing) } throws: { error in
            guard let error = error as? ZeroMQError else { return false }
            return error.code == .bindFailed && error.errno == ENOENT && error.description.contains(missing)
        }
        #expect { try socket.bind("carrier-pigeon://roof") } throws: { error in
            (error as? ZeroMQError)?.errno == EPROTONOSUPPORT
        }
        #expect { try socket.connect("tcp://") } throws: { error in
            (error as? ZeroMQError)?.code == .connectFailed
        }
        #expect { try socket.unbind(missing) } throws: { error in
            (error as? ZeroMQError)?.code == .unbindFailed
        }
    }

    @Test func aPortThatIsTakenIsAnError() throws {
        let first = try Socket(.router, in: context)
        try first.bind("tcp://127.0.0.1:*")
        let endpoint = try first.lastEndpoint
        #expect(endpoint.hasPrefix("tcp://127.0.0.1:"))
        let second = try Socket(.router, in: context)
        #expect { try second.bind(endpoint) } throws: { error in
            (error as? ZeroMQError)?.errno == EADDRINUSE
        }
    }

    @Test(arguments: [0o600, 0o660] as [UInt32]) func theFileHasItsModeAndServes(mode: UInt32) throws {
        let path = "\(directory.path)/s"
        let router = try Socket(.router, in: context)
        try router.bind(ipc: path, mode: mode)
        #expect(try router.lastEndpoint == "ipc://\(path)")
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o7777 == mode)
        try exchange(with: router, at: path)
    }

    @Test func aSocketLeftByAnEarlierRunIsReplacedAndAnythingElseIsNot() throws {
        let path = "\(directory.path)/s"
        do {
            let earlier = try Socket(.router, in: context)
            try earlier.bind(ipc: path, mode: 0o600)
        }
        #expect(access(path, F_OK) == 0)
        let router = try Socket(.router, in: context)
        try router.bind(ipc: path, mode: 0o660)
        try exchange(with: router, at: path)

        let file = "\(directory.path)/notes"
        close(open(file, O_CREAT | O_WRONLY, 0o600))
        #expect { try router.bind(ipc: file, mode: 0o600) } throws: { error in
            (error as? ZeroMQError)?.errno == EEXIST
        }
        #expect(access(file, F_OK) == 0)
    }

    /// How peers of an endpoint are cut off: they come back by themselves.
    @Test func unbindingCutsPeersAndBindingTakesThemBack() throws {
        let path = "\(directory.path)/s"
        let publisher = try Socket(.xpub, in: context)
        try publisher.set(.xpubVerboser, true)
        try publisher.bind(ipc: path, mode: 0o600)
        let subscriber = try Socket(.sub, in: context)
        try subscriber.set(.reconnectInterval, .milliseconds(1))
        try subscriber.subscribe("a")
        try subscriber.connect("ipc://\(path)")
        #expect(try publisher.nextBytes() == [1, 97])
        try publisher.unbind("ipc://\(path)")
        #expect(try publisher.nextBytes() == [0, 97])
        try publisher.bind(ipc: path, mode: 0o600)
        // A SUB sends its subscriptions again when its owner looks at it, not before.
        var returned: [UInt8]?
        for _ in 0..<2000 where returned == nil {
            #expect(try subscriber.receive(timeout: .zero) == nil)
            returned = try publisher.receive(timeout: .milliseconds(10))?.bytes
        }
        #expect(returned == [1, 97])
    }

    private func exchange(with router: borrowing Socket, at path: String) throws {
        let client = try Socket(.req, in: context)
        try client.connect("ipc://\(path)")
        try client.send(copying: "hello")
        let request = try router.next(limit: 3)
        #expect(request[2].text == "hello")
    }
}
