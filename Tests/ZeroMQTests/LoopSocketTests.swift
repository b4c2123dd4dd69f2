import EventLoop
import Glibc
import Synchronization
import TestSupport
import Testing
import ZeroMQ

private let patience = Duration.seconds(20)

@Suite struct LoopSocketTests {
    private let directory: TemporaryDirectory
    private let context: Context

    init() throws {
        directory = try TemporaryDirectory()
        context = try Context()
    }

    /// Runs `body` on the loop and gives what it returned.
    private func on<T: Sendable>(_ loop: EventLoop, _ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            loop.execute { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Asks the loop turn by turn; false when `condition` did not come true in time.
    private func eventually(_ loop: EventLoop, _ condition: @escaping @Sendable () -> Bool) async throws -> Bool {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: patience)
        var rounds = 0
        // Where other tests keep the pool's threads busy, the time is over before there were many turns.
        while rounds < 10_000 || clock.now < deadline {
            if try await on(loop, condition) { return true }
            rounds += 1
        }
        return false
    }

    private func socket(_ kind: SocketKind) throws -> Socket {
        let socket = try Socket(kind, in: context)
        try socket.set(.sendHighWaterMark, 0)
        try socket.set(.receiveHighWaterMark, 0)
        return socket
    }

    /// An echo server on a loop, asked one by one and then all at once.
    @Test func everyRequestIsAnswered() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let router = try socket(.router)
        try router.bind(directory.endpoint("r"))
        let server = LoopSocket(router, on: loop)
        try await on(loop) { try server.echo() }
        let client = try socket(.dealer)
        try client.connect(directory.endpoint("r"))
        for number in 0..<500 {
            try client.send(copying: "\(number)")
            #expect(try client.nextText() == "\(number)")
        }
        for number in 0..<20_000 { try client.send(copying: "\(number)") }
        for number in 0..<20_000 {
            let reply = try client.nextText()
            #expect(reply == "\(number)")
        }
        try await on(loop) { server.close() }
    }

    /// The edge: while the loop sends on the XPUB without a pause, which takes in what came for it, subscriptions
    /// arrive. Each must reach the handler, though its wake-up was consumed by a send.
    @Test func noSubscriptionIsLostWhilePublishing() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let xpub = try socket(.xpub)
        try xpub.bind(directory.endpoint("x"))
        let publisher = LoopSocket(xpub, on: loop)
        let finished = Atomic<Bool>(false)
        let turns = Atomic<Int>(0)
        try await on(loop) {
            try publisher.start(onFailure: { Issue.record($0) }) { message in
                guard message[0].withUnsafeBytes({ $0.first }) == 1 else { return }
                let topic = Array(message[0].bytes.dropFirst())
                _ = try? publisher.withSocket { try $0.send(copying: topic) }
            }
            @Sendable func publish() {
                guard !finished.load(ordering: .relaxed) else { return }
                for _ in 0..<20 { _ = try? publisher.withSocket { try $0.send(copying: "noise") } }
                turns.add(1, ordering: .relaxed)
                // Now and then the loop may fall asleep: then only the descriptor can wake it.
                if turns.load(ordering: .relaxed) % 8 == 0 {
                    loop.schedule(after: .microseconds(50)) { publish() }
                } else {
                    loop.execute { publish() }
                }
            }
            publish()
        }
        let subscriber = try socket(.sub)
        try subscriber.connect(directory.endpoint("x"))
        for number in 0..<3000 {
            try subscriber.subscribe("~sync.\(number).")
            // One at a time for the first third, then many on their way at once.
            if number < 1000 { #expect(try subscriber.nextText() == "~sync.\(number).") }
        }
        for number in 1000..<3000 {
            let echo = try subscriber.nextText()
            #expect(echo == "~sync.\(number).")
        }
        finished.store(true, ordering: .relaxed)
        try await on(loop) { publisher.close() }
    }

    /// The same edge, consumed by another socket's handler, after which the loop would sleep: the XPUB is asked first,
    /// then a request on the ROUTER has the loop send on it.
    @Test func noSubscriptionIsLostToAnotherSocketsHandler() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let xpub = try socket(.xpub)
        try xpub.bind(directory.endpoint("x"))
        let publisher = LoopSocket(xpub, on: loop)
        let router = try socket(.router)
        try router.bind(directory.endpoint("r"))
        let server = LoopSocket(router, on: loop)
        try await on(loop) {
            try publisher.start(onFailure: { Issue.record($0) }) { message in
                guard message[0].withUnsafeBytes({ $0.first }) == 1 else { return }
                let topic = Array(message[0].bytes.dropFirst())
                _ = try? publisher.withSocket { try $0.send(copying: topic) }
            }
            try server.start(onFailure: { Issue.record($0) }) { message in
                for _ in 0..<20 { _ = try? publisher.withSocket { try $0.send(copying: "noise") } }
                _ = try? server.withSocket { socket in
                    try socket.send(copyOf: message[0], more: true)
                    try socket.send(copyOf: message[1])
                }
            }
        }
        let subscriber = try socket(.sub)
        try subscriber.connect(directory.endpoint("x"))
        let client = try socket(.dealer)
        try client.connect(directory.endpoint("r"))
        for number in 0..<3000 {
            try subscriber.subscribe("~sync.\(number).")
            for _ in 0..<3 { try client.send(copying: "\(number)") }
            #expect(try subscriber.nextText() == "~sync.\(number).")
            for _ in 0..<3 { #expect(try client.nextText() == "\(number)") }
        }
        try await on(loop) {
            publisher.close()
            server.close()
        }
    }

    @Test func aFloodedSocketDoesNotStarveAnother() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        // inproc: what is sent is there, so the counts below depend on no clock.
        let flooded = LoopSocket(try bound(.pull, "inproc://flooded"), on: loop)
        let quiet = LoopSocket(try bound(.pull, "inproc://quiet"), on: loop)
        let flood = try socket(.push)
        try flood.connect("inproc://flooded")
        for _ in 0..<5000 { try flood.send(copying: "x") }
        let voice = try socket(.push)
        try voice.connect("inproc://quiet")
        try voice.send(copying: "y")

        let seen = Atomic<Int>(0)
        let before = try await withCheckedThrowingContinuation { continuation in
            loop.execute {
                do {
                    try flooded.start(messagesPerTurn: 10, onFailure: { Issue.record($0) }) { _ in
                        seen.add(1, ordering: .relaxed)
                    }
                    try quiet.start(onFailure: { Issue.record($0) }) { _ in
                        continuation.resume(returning: seen.load(ordering: .relaxed))
                    }
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
        #expect(before == 10)
        #expect(try await eventually(loop) { seen.load(ordering: .relaxed) == 5000 })
        try await on(loop) {
            flooded.close()
            quiet.close()
        }
    }

    @Test func closingInAHandlerEndsIt() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let pull = LoopSocket(try bound(.pull, "inproc://close"), on: loop)
        let push = try socket(.push)
        try push.connect("inproc://close")
        for _ in 0..<10 { try push.send(copying: "x") }
        let seen = Atomic<Int>(0)
        try await on(loop) {
            try pull.start(onFailure: { Issue.record($0) }) { message in
                seen.add(1, ordering: .relaxed)
                pull.withSocket { _ in pull.close() }
                pull.close()
                #expect(message[0].text == "x")
            }
        }
        #expect(try await eventually(loop) { pull.isClosed })
        for _ in 0..<3 { try await on(loop) {} }
        #expect(seen.load(ordering: .relaxed) == 1)
        #expect(try await on(loop) { try pull.withSocket { try $0.events } } == nil)
    }

    @Test func aForgottenSocketLeavesTheLoop() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        weak var observed: Witness?
        do {
            let witness = Witness()
            observed = witness
            let pull = LoopSocket(try bound(.pull, "inproc://forgotten"), on: loop)
            try await on(loop) {
                try pull.start(onFailure: { Issue.record($0) }) { _ in witness.touch() }
            }
        }
        for _ in 0..<3 { try await on(loop) {} }
        #expect(observed == nil)
        // Closed: its name is free again, once libzmq's reaper has come to it.
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: patience)
        while (try? bound(.pull, "inproc://forgotten")) == nil, clock.now < deadline { sched_yield() }
        #expect(clock.now < deadline)
    }

    /// The descriptor of a socket with news stays readable until its events are read: this must not keep the loop up.
    @Test func anIdleLoopSleeps() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let router = try socket(.router)
        try router.bind(directory.endpoint("r"))
        let server = LoopSocket(router, on: loop)
        try await on(loop) { try server.echo() }
        let client = try socket(.dealer)
        try client.connect(directory.endpoint("r"))
        for _ in 0..<100 {
            try client.send(copying: "x")
            _ = try client.nextText()
        }
        let turns = try await withCheckedThrowingContinuation { continuation in
            loop.execute {
                var turns = 0
                let count = loop.prepare {
                    turns += 1
                    return false
                }
                loop.schedule(after: .milliseconds(100)) {
                    loop.endPreparation(count)
                    continuation.resume(returning: turns)
                }
            }
        }
        #expect(turns < 10)
        try await on(loop) { server.close() }
    }

    @Test func aFailedReceiveIsTold() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        // A REP that owes an answer may not receive: libzmq says so, and the socket goes on after the answer.
        let rep = LoopSocket(try bound(.rep, "inproc://rep"), on: loop)
        let client = try socket(.dealer)
        try client.connect("inproc://rep")
        for text in ["one", "two"] {
            try client.send(copying: "", more: true)
            try client.send(copying: text)
        }
        let seen = Mutex<[String]>([])
        try await on(loop) {
            try rep.start(
                onFailure: { error in
                    seen.withLock { $0.append("\(error.code)") }
                    _ = try? rep.withSocket { try $0.send(copying: "late") }
                },
                onMessage: { message in seen.withLock { $0.append(message[0].text) } })
        }
        let reply = try client.next(limit: 2)
        #expect(reply[1].text == "late")
        #expect(try await eventually(loop) { seen.withLock { $0.count } >= 3 })
        #expect(seen.withLock { Array($0.prefix(3)) } == ["one", "receiveFailed", "two"])
        try await on(loop) { rep.close() }
    }

    private func bound(_ kind: SocketKind, _ endpoint: String) throws -> Socket {
        let socket = try socket(kind)
        try socket.bind(endpoint)
        return socket
    }
}

extension LoopSocket {
    /// Sends each message back to whom it came from.
    fileprivate func echo() throws(ZeroMQError) {
        try start(onFailure: { Issue.record($0) }) { [weak self] message in
            do {
                for index in message.indices {
                    _ = try self?.withSocket { try $0.send(copyOf: message[index], more: message[index].hasMore) }
                }
            } catch {
                Issue.record(error)
            }
        }
    }
}

private final class Witness: Sendable {
    func touch() {}
}
