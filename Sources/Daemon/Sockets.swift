import Journal
import Bus
import BusProtocol
import EventLoop
import ZeroMQ

/// The daemon's sockets, bound but not yet joined to the loop.
struct Sockets {
    let publisher: Publisher
    let commands: CommandServer
    let control: CommandServer
    /// Where events are heard: by all, and by each audience. The sockets are the publisher's.
    let entrances: [(socket: LoopSocket, entrance: Entrance)]

    /// What is still to be sent when the daemon ends has this long: the last events, the last replies.
    private static let linger = Duration.seconds(1)
    /// Bytes of a subscription: a topic's prefix is short, and a long one costs much memory.
    private static let largestSubscription = 512
    /// Subscriptions of one peer that wait for the loop. libzmq 4.3.4 reads them until there is none, and with room for more
    /// its I/O thread keeps up with that: one that sent a million held up everybody for 0.5 s at 1000, for 0.02 s at 8.
    private static let subscriptionsAtATime = 8
    /// Tokens of the control socket's requests begin here.
    static let firstControlToken: UInt64 = 1 << 63

    /// Binds in the locked run directory, and over tcp where that is configured. After the ZAP handler is there.
    ///
    /// - Parameter keys: the daemon's own, if it listens over tcp.
    init(
        _ paths: SocketPaths, listen: (endpoints: ListenConfiguration, keys: CurveKeys)?,
        audiences: [AudienceConfiguration], context: Context,
        on loop: EventLoop, epoch: UInt64, eventsHighWaterMark: Int, journal: EventLog, deltas: Int
    ) throws(DaemonError) {
        func remote(_ endpoint: String?) -> Entrance.Remote? {
            guard let endpoint, let listen else { return nil }
            return Entrance.Remote(endpoint: endpoint, keys: listen.keys)
        }
        let eventsEntrance = Entrance(
            door: .events, path: paths.events, mode: 0o660, remote: remote(listen?.endpoints.events))
        let commandsEntrance = Entrance(
            door: .commands, path: paths.commands, mode: 0o660, remote: remote(listen?.endpoints.commands))
        let controlEntrance = Entrance(door: .control, path: paths.control, mode: 0o600, remote: nil)
        do throws(ZeroMQError) {
            func events(_ entrance: Entrance) throws(ZeroMQError) -> LoopSocket {
                LoopSocket(try Self.xpub(entrance, context, highWaterMark: eventsHighWaterMark), on: loop)
            }
            let loopEvents = try events(eventsEntrance)
            var entrances = [(socket: loopEvents, entrance: eventsEntrance)]
            var streams: [AudienceStream] = []
            for configured in audiences {
                let entrance = Entrance(
                    door: .audience(configured.audience.name),
                    path: paths.events(ofAudience: configured.audience.name), mode: 0o660,
                    remote: remote(configured.events))
                let socket = try events(entrance)
                entrances.append((socket, entrance))
                streams.append(AudienceStream(configured.audience, socket))
            }
            self.entrances = entrances
            let publisher = Publisher(
                loopEvents, epoch: epoch, version: Daemon.version, audiences: streams, journal: journal,
                deltas: DeltaRing(capacity: deltas))
            journal.onOutcome { outcome in
                switch outcome {
                case .stored(let seq): publisher.settle(through: seq, isStored: true)
                case .missed(let seq): publisher.settle(through: seq, isStored: false)
                }
            }
            self.publisher = publisher
            commands = CommandServer(LoopSocket(try Self.router(commandsEntrance, context), on: loop))
            control = CommandServer(
                LoopSocket(try Self.router(controlEntrance, context), on: loop), firstToken: Self.firstControlToken)
        } catch {
            throw DaemonError(.socketUnusable, "\(error)")
        }
        let tried = entrances.map { ($0.entrance, SocketKind.sub) } + [(commandsEntrance, .dealer)]
        for (entrance, kind) in tried {
            guard let remote = entrance.remote else { continue }
            try GateTest.knock(
                at: remote.endpoint, serverKey: remote.keys.publicKey, kind: kind, in: context)
        }
    }

    private static func xpub(
        _ entrance: Entrance, _ context: Context, highWaterMark: Int
    ) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.xpub, in: context)
        try socket.set(.sendHighWaterMark, highWaterMark)
        try socket.set(.receiveHighWaterMark, subscriptionsAtATime)
        try socket.set(.maxMessageSize, largestSubscription)
        // Each `~sync.` is to be heard, also one that somebody else has, and each end of a subscription counted.
        try socket.set(.xpubVerboser, true)
        try socket.set(.linger, linger)
        try entrance.open(socket)
        return socket
    }

    private static func router(_ entrance: Entrance, _ context: Context) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.router, in: context)
        try socket.set(.routerMandatory, true)
        try socket.set(.maxMessageSize, CommandServer.largestFrame)
        try socket.set(.linger, linger)
        try entrance.open(socket)
        return socket
    }
}
