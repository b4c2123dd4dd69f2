package import BusProtocol
import Dispatch
import EventLoop
import Glibc
import JSONRPC
import Synchronization
import ZeroMQ

/// Joins an `AppServerBridge` to a client's descriptors and a daemon's sockets, until the client's end of file.
///
/// `@unchecked Sendable`: after `init` it is touched on its loop's thread only; its sockets check that with each use.
package final class AppServerRelay: @unchecked Sendable {
    private static let watchInterval = Duration.milliseconds(100)
    /// Bytes of the longest reply that is let in; a thread's history is one of up to some 25 MB.
    private static let largestReply = 256 << 20
    private static let frameLimit = 4
    /// How long nothing must have come, not even a heartbeat, before it is asked whether this client is still let in.
    private static let silence = Duration.seconds(5)

    private let endpoints: Endpoints
    private let eventsEndpoint: String
    private let loop: EventLoop
    private let events: LoopSocket
    private let commands: LoopSocket
    private let source: LineSource
    private let writer: LineWriter
    private let tell: @Sendable (String) -> Void
    private let sync = "\(Topic.syncPrefix)\(CommandID.random())"
    private var bridge: AppServerBridge
    private var isLinked = false
    private var hasJoined = false
    private var lastHeard: MonotonicInstant
    private var isKnocking = false
    private let outcome = Mutex<ClientError?>(nil)
    private let ended = DispatchSemaphore(value: 0)

    /// Throws `noDaemon` at once when nobody listens.
    ///
    /// - Parameter tell: takes what whoever runs this should know, a line at a time, from any thread.
    package init(
        _ endpoints: Endpoints, _ options: AppServerBridge.Options, input: Int32, output: Int32,
        tell: @escaping @Sendable (String) -> Void
    ) throws(ClientError) {
        guard let eventsEndpoint = endpoints.events else {
            throw ClientError(.noDaemon, "no endpoint for events is named")
        }
        try Listener.require(at: endpoints.commands, .dealer, endpoints.keys)
        try Listener.require(at: eventsEndpoint, .sub, endpoints.keys)
        self.endpoints = endpoints
        self.eventsEndpoint = eventsEndpoint
        self.tell = tell
        bridge = AppServerBridge(options)
        source = LineSource(input, limit: CommandClient.largestRequest)
        writer = LineWriter(output)
        do throws(EventLoopError) {
            loop = try EventLoop(name: "bridge")
            lastHeard = loop.clock.now
        } catch {
            throw ClientError(.socketFailed, "\(error)")
        }
        do throws(ZeroMQError) {
            let context = try Context()
            let subscriber = try Socket(.sub, in: context)
            try subscriber.set(.sendHighWaterMark, 0)
            try subscriber.set(.receiveHighWaterMark, 100_000)
            for prefix in AppServerBridge.prefixes { try subscriber.subscribe(prefix) }
            try subscriber.subscribe(sync)
            try subscriber.use(endpoints.keys)
            try subscriber.connect(eventsEndpoint)
            let dealer = try Socket(.dealer, in: context)
            try dealer.set(.maxMessageSize, Self.largestReply)
            try dealer.set(.sendHighWaterMark, 0)
            try dealer.set(.receiveHighWaterMark, 0)
            // A link that is lost takes its queue along, and shows by not being writable for some time.
            try dealer.set(.immediate, true)
            try dealer.set(.reconnectInterval, Self.watchInterval * 3)
            try dealer.use(endpoints.keys)
            try dealer.connect(endpoints.commands)
            events = LoopSocket(subscriber, on: loop)
            commands = LoopSocket(dealer, on: loop)
        } catch {
            throw ClientError(error)
        }
    }

    /// Runs until the client's end of file; throws what keeps it from going on.
    package func run() throws(ClientError) {
        do throws(EventLoopError) {
            try writer.start { code in
                self.end(code == EPIPE ? nil : ClientError(.socketFailed, "output: \(String(cString: strerror(code)))"))
            }
        } catch {
            throw ClientError(.socketFailed, "\(error)")
        }
        if let failure = loop.runAndWait({ self.start() }) { throw ClientError(failure) }
        ended.wait()
        loop.runAndWait {
            self.events.close()
            self.commands.close()
        }
        loop.stop()
        writer.close(within: .seconds(2))
        if let error = outcome.withLock({ $0 }) { throw error }
    }

    private func start() -> ZeroMQError? {
        do throws(ZeroMQError) {
            try events.start(frameLimit: Self.frameLimit, onFailure: { self.complain("\($0)") }) { message in
                self.took(event: message)
            }
            try commands.start(frameLimit: Self.frameLimit, onFailure: { self.complain("\($0)") }) { message in
                self.took(reply: message)
            }
        } catch {
            return error
        }
        watch()
        return nil
    }

    private func end(_ error: ClientError?) {
        outcome.withLock { if $0 == nil { $0 = error } }
        ended.signal()
    }

    private func complain(_ text: String) { tell(text) }

    // MARK: What comes

    private func took(event message: consuming Multipart) {
        lastHeard = loop.clock.now
        if message[0].text == sync {
            guard message.count == 3, let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) }) else {
                return complain("an echo that can't be read")
            }
            perform(bridge.joined(at: EventCursor(epoch: header.epoch, seq: header.seq), now: loop.clock.now))
            listen()
        } else if !message[0].text.hasPrefix(Topic.syncPrefix) {
            do throws(ClientError) {
                perform(bridge.came(try Event(message), at: loop.clock.now))
            } catch {
                complain("\(error)")
            }
        }
    }

    /// All subscriptions are in place: from here on the client is listened to.
    private func listen() {
        guard !hasJoined else { return }
        hasJoined = true
        do throws(EventLoopError) {
            try source.start { piece in
                self.loop.execute {
                    switch piece {
                    case .line(let line):
                        self.perform(self.bridge.clientSaid(line, at: self.loop.clock.now))
                        self.source.taken()
                    case .end: self.end(nil)
                    case .tooLong:
                        self.end(
                            ClientError(
                                .requestTooLarge,
                                "a line of the client's has more than \(CommandClient.largestRequest) bytes"))
                    }
                }
            }
        } catch {
            end(ClientError(.socketFailed, "\(error)"))
        }
    }

    private func took(reply message: consuming Multipart) {
        guard message.count == 2, message.discarded == 0, message[0].isEmpty else {
            return complain("the daemon's reply is not an empty frame and one more")
        }
        perform(bridge.replied(message[1].bytes, at: loop.clock.now))
    }

    /// Whether the daemon is there. Who can't be written to for a moment is gone; a link that comes back is another daemon's,
    /// or the same one's after a cut: what is open is sent again either way.
    private func watch() {
        let events = commands.withSocket { socket in
            do throws(ZeroMQError) { return try socket.events } catch { return [] }
        }
        // It was closed, by the end.
        guard let events else { return }
        let isLinked = events.contains(.writable)
        if isLinked != self.isLinked {
            self.isLinked = isLinked
            if isLinked {
                perform(bridge.linked())
            } else {
                tell("the daemon at \(Listener.name(of: endpoints.commands)) is gone; waiting for it")
            }
        }
        if lastHeard.duration(to: loop.clock.now) > Self.silence { knock() }
        loop.schedule(after: Self.watchInterval) { self.watch() }
    }

    /// A link that libzmq makes anew may be refused, since a key was revoked or a role taken away. It says nothing of that,
    /// and nothing more comes. A daemon that is away is waited for.
    private func knock() {
        guard !isKnocking else { return }
        (isKnocking, lastHeard) = (true, loop.clock.now)
        let (endpoint, keys, loop) = (eventsEndpoint, endpoints.keys, loop)
        do {
            try BackgroundThread.start("knock") {
                let outcome = Result { () throws(ClientError) in
                    try Listener.requireEntrance(at: endpoint, .sub, keys)
                }
                loop.execute { self.knocked(outcome) }
            }
        } catch {
            isKnocking = false
            complain("\(error)")
        }
    }

    private func knocked(_ outcome: Result<Void, ClientError>) {
        isKnocking = false
        guard case .failure(let error) = outcome else { return }
        guard case .notLetIn = error.code else { return complain("\(error)") }
        perform(bridge.turnedAway(because: error.context))
        end(error)
    }

    // MARK: What goes

    private func perform(_ actions: [AppServerBridge.Action]) {
        for action in actions {
            switch action {
            case .write(let line):
                if !writer.put(line) { end(ClientError(.socketFailed, "the client does not read its output")) }
            case .send(let request): send(request)
            case .wait(let id, let pause):
                loop.schedule(after: pause) { self.perform(self.bridge.retry(id)) }
            case .tell(let text): tell(text)
            }
        }
    }

    /// Without a link it is sent when there is one.
    private func send(_ request: [UInt8]) {
        guard isLinked else { return }
        let failure = commands.withSocket { socket -> ZeroMQError? in
            do throws(ZeroMQError) {
                guard try socket.send(copying: [], more: true) == .sent else { return nil }
                _ = try socket.send(copying: request)
                return nil
            } catch {
                return error
            }
        }
        if let failure = failure ?? nil { complain("\(failure)") }
    }
}
