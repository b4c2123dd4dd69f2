import Glibc
import TestSupport
import Testing
import ZeroMQ

private let patience = Duration.seconds(10)

@Suite struct SocketTests {
    private let directory: TemporaryDirectory
    private let context: Context

    init() throws {
        directory = try TemporaryDirectory()
        context = try Context()
    }

    @Test func requestAndReplyOverIPC() throws {
        let router = try Socket(.router, in: context)
        let client = try Socket(.req, in: context)
        try router.bind(directory.endpoint("r"))
        try client.connect(directory.endpoint("r"))
        for round in 0..<100 {
            #expect(try client.send(copying: "ping \(round)") == .sent)
            var request = try router.next(limit: 8)
            #expect(request.count == 3)
            #expect(request[1].isEmpty == true)
            #expect(request[1].hasMore == true)
            #expect(request[2].hasMore == false)
            #expect(request[2].text == "ping \(round)")
            try router.send(request.take(0), more: true)
            try router.send(request.take(1), more: true)
            #expect(request[1].isEmpty == true)
            try router.send(copying: "pong \(round)")
            let reply = try client.nextText()
            #expect(reply == "pong \(round)")
        }
    }

    @Test func publisherSendsAReadyTopicTwoFramesAndNoMore() throws {
        let publisher = try Socket(.xpub, in: context)
        let subscriber = try Socket(.sub, in: context)
        try publisher.bind(directory.endpoint("p"))
        try subscriber.subscribe("ev.one")
        try subscriber.connect(directory.endpoint("p"))
        let subscription = try publisher.nextBytes()
        #expect(subscription == [1] + Array("ev.one".utf8))

        let topic = try Message("ev.one.0123456789abcdef0123456789abcdef")
        let other = try Message("ev.two")
        for number in 0..<500 {
            try publisher.send(copyOf: other, more: true)
            try publisher.send(copying: "nobody's")
            try publisher.send(copyOf: topic, more: true)
            try publisher.send(size: 64, more: true) { $0.initializeMemory(as: UInt8.self, repeating: 9) }
            try publisher.send(copying: "\(number)")
        }
        for number in 0..<500 {
            let message = try subscriber.next(limit: 3)
            #expect(message.count == 3)
            #expect(message[0].text == topic.text)
            #expect(message[1].bytes == [UInt8](repeating: 9, count: 64))
            #expect(message[2].text == "\(number)")
        }
        #expect(try subscriber.receive() == nil)
    }

    @Test func unsubscribingTakesOneSubscriptionBack() throws {
        let publisher = try Socket(.xpub, in: context)
        let subscriber = try Socket(.sub, in: context)
        try publisher.bind(directory.endpoint("p"))
        try subscriber.connect(directory.endpoint("p"))
        try subscriber.subscribe("a")
        try subscriber.unsubscribe("a")
        #expect(try publisher.nextBytes() == [1, 97])
        #expect(try publisher.nextBytes() == [0, 97])
    }

    @Test func orderIsKept() throws {
        let push = try unbounded(.push)
        let pull = try unbounded(.pull)
        try pull.bind(directory.endpoint("p"))
        try push.connect(directory.endpoint("p"))
        for number in 0..<20_000 { #expect(try push.send(copying: "\(number)") == .sent) }
        var frame = Message()
        for number in 0..<20_000 {
            #expect(try pull.wait(for: .readable, timeout: patience) == .readable)
            #expect(try pull.receive(into: &frame))
            #expect(frame.text == "\(number)")
        }
        #expect(try !pull.receive(into: &frame))
    }

    @Test func theHighWaterMarkIsSaidAndAMessageIsNeverTorn() throws {
        let push = try Socket(.push, in: context)
        try push.set(.sendHighWaterMark, 10)
        try push.connect(directory.endpoint("later"))
        for _ in 0..<10 {
            #expect(try push.send(copying: "first", more: true) == .sent)
            #expect(try push.send(copying: "second") == .sent)
        }
        #expect(try push.send(copying: "first", more: true) == .wouldBlock)
        let message = try Message("kept")
        #expect(try push.send(copyOf: message) == .wouldBlock)
        #expect(message.text == "kept")
        #expect(try push.send(message) == .wouldBlock)
        #expect(try !push.events.contains(.writable))
        #expect(try push.wait(for: .writable, timeout: .zero) == [])
    }

    @Test func aMandatoryRouterKnowsWhoIsNotThere() throws {
        let router = try Socket(.router, in: context)
        try router.set(.routerMandatory, true)
        try router.bind(directory.endpoint("r"))
        #expect(try router.send(copying: "nobody", more: true) == .unreachable)
        // The next message is a message of its own, not the refused one's rest.
        let client = try Socket(.dealer, in: context)
        try client.set(.routingID, "somebody")
        try client.connect(directory.endpoint("r"))
        try client.send(copying: "here")
        let arrived = try router.next(limit: 2)
        #expect(arrived[0].text == "somebody")
        #expect(try router.send(copying: "somebody", more: true) == .sent)
        #expect(try router.send(copying: "welcome") == .sent)
        #expect(try client.nextText() == "welcome")
    }

    @Test func framesAboveTheLimitAreDroppedAndCounted() throws {
        let push = try unbounded(.push)
        let pull = try unbounded(.pull)
        try pull.bind(directory.endpoint("p"))
        try push.connect(directory.endpoint("p"))
        for frame in 0..<1000 { try push.send(copying: "\(frame)", more: frame < 999) }
        try push.send(copying: "next")
        let kept = try pull.next(limit: 8)
        #expect(kept.count == 8)
        #expect(kept.discarded == 992)
        #expect(kept[7].text == "7")
        let following = try pull.next(limit: 8)
        #expect(following.count == 1)
        #expect(following.discarded == 0)
        #expect(following[0].text == "next")
    }

    @Test func anEmptySocketHasNothing() throws {
        let pull = try Socket(.pull, in: context)
        #expect(try pull.receive() == nil)
        #expect(try pull.receiveMultipart(limit: 1) == nil)
        #expect(try pull.receive(timeout: .milliseconds(1)) == nil)
        #expect(try pull.receiveMultipart(limit: 1, timeout: .zero) == nil)
        #expect(try pull.events == [])
    }

    /// libzmq calls it readable, and finds only then that what came answers an earlier request.
    @Test func aWaitOutlastsRepliesThatAreDropped() throws {
        let router = try Socket(.router, in: context)
        let client = try Socket(.req, in: context)
        try client.set(.reqCorrelate, true)
        try client.set(.reqRelaxed, true)
        try router.bind(directory.endpoint("r"))
        try client.connect(directory.endpoint("r"))
        for round in 0..<3 {
            try client.send(copying: "\(round)")
            var request = try router.next(limit: 8)
            // The routing id, the number, the empty frame, and back with what was asked.
            for frame in 0..<4 { try router.send(request.take(frame), more: frame < 3) }
        }
        let reply = try client.nextText()
        #expect(reply == "2")
    }

    @Test func misuseIsAnError() throws {
        let rep = try Socket(.rep, in: context)
        #expect { try rep.send(copying: "unasked") } throws: { error in
            (error as? ZeroMQError)?.code == .sendFailed
        }
        let push = try Socket(.push, in: context)
        #expect { _ = try push.receive() } throws: { error in
            (error as? ZeroMQError)?.code == .receiveFailed
        }
    }

    @Test func aSocketTooManyIsAnError() throws {
        let small = try Context(maxSockets: 1)
        let first = try Socket(.pair, in: small)
        #expect { _ = try Socket(.pair, in: small) } throws: { error in
            (error as? ZeroMQError)?.errno == EMFILE && (error as? ZeroMQError)?.code == .socketUnavailable
        }
        #expect(try first.events == [])
    }

    @Test func aClosedSocketWithUnsentMessagesDoesNotHoldItsContext() throws {
        // With libzmq's default linger this test would not end.
        let context = try Context()
        let push = try Socket(.push, in: context)
        try push.connect(directory.endpoint("nobody"))
        #expect(try push.send(copying: "never read") == .sent)
    }

    @Test func aThousandSocketsLeaveNoDescriptor() async {
        await #expect(processExitsWith: .success) {
            func openDescriptors() -> Int { (0..<4096).count { fcntl(CInt($0), F_GETFD) != -1 } }
            let directory = try TemporaryDirectory()
            let before = openDescriptors()
            for round in 0..<10 {
                let context = try Context()
                for number in 0..<100 {
                    let socket = try Socket(SocketKind.allCases[number % 11], in: context)
                    try socket.bind(ipc: "\(directory.path)/\(number % 7)", mode: 0o600)
                    if number % 2 == 0 { try socket.unbind(directory.endpoint("\(number % 7)")) }
                    #expect(throws: ZeroMQError.self) {
                        try socket.bind(ipc: "\(directory.path)/no/\(round)", mode: 0o600)
                    }
                }
            }
            #expect(openDescriptors() == before)
        }
    }

    private func unbounded(_ kind: SocketKind) throws -> Socket {
        let socket = try Socket(kind, in: context)
        try socket.set(.sendHighWaterMark, 0)
        try socket.set(.receiveHighWaterMark, 0)
        return socket
    }
}
