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
    /// The same socket as the publisher's.
    let events: LoopSocket
    let eventsEntrance: Entrance

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
        _ endpoints: Endpoints, listen: (endpoints: ListenConfiguration, keys: CurveKeys)?, context: Context,
        on loop: EventLoop, epoch: UInt64, eventsHighWaterMark: Int, journal: EventLog, deltas: Int
    ) throws(DaemonError) {
        func remote(_ endpoint: String?) -> Entrance.Remote? {
            guard let endpoint, let listen else { return nil }
            return Entrance.Remote(endpoint: endpoint, keys: listen.keys)
        }
        let eventsEntrance = Entrance(
            door: .events, path: endpoints.eventsPath, mode: 0o660, remote: remote(listen?.endpoints.events))
        let commandsEntrance = Entrance(
            door: .commands, path: endpoints.commandsPath, mode: 0o660, remote: remote(listen?.endpoints.commands))
        let controlEntrance = Entrance(door: .control, path: endpoints.controlPath, mode: 0o600, remote: nil)
        do throws(ZeroMQError) {
            let events = try Socket(.xpub, in: context)
            try events.set(.sendHighWaterMark, eventsHighWaterMark)
            try events.set(.receiveHighWaterMark, Self.subscriptionsAtATime)
            try events.set(.maxMessageSize, Self.largestSubscription)
            // Each `~sync.` is to be heard, also one that somebody else has, and each end of a subscription counted.
            try events.set(.xpubVerboser, true)
            try events.set(.linger, Self.linger)
            try eventsEntrance.open(events)
            let loopEvents = LoopSocket(events, on: loop)
            self.events = loopEvents
            self.eventsEntrance = eventsEntrance
            let publisher = Publisher(
                loopEvents, epoch: epoch, version: Daemon.version, journal: journal,
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
        for (entrance, kind) in [(eventsEntrance, SocketKind.sub), (commandsEntrance, .dealer)] {
            guard let remote = entrance.remote else { continue }
            try GateTest.knock(
                at: remote.endpoint, serverKey: remote.keys.publicKey, kind: kind, in: context)
        }
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
