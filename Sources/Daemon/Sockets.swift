import Journal
import Bus
import BusProtocol
import EventLoop
import ZeroMQ

/// The daemon's sockets, bound but not yet joined to the loop.
struct Sockets {
    let publisher: Publisher
    let commands: CommandServer

    /// What is still to be sent when the daemon ends has this long: the last events, the last replies.
    private static let linger = Duration.seconds(1)
    /// Bytes of a subscription: a topic's prefix is short, and a long one costs much memory.
    private static let largestSubscription = 512

    /// Binds in the locked run directory.
    init(
        _ endpoints: Endpoints, context: Context, on loop: EventLoop, epoch: UInt64, eventsHighWaterMark: Int,
        journal: EventLog, deltas: Int
    ) throws(DaemonError) {
        do throws(ZeroMQError) {
            let events = try Socket(.xpub, in: context)
            try events.set(.sendHighWaterMark, eventsHighWaterMark)
            try events.set(.maxMessageSize, Self.largestSubscription)
            // Each `~sync.` is to be heard, also one that somebody else has.
            try events.set(.xpubVerbose, true)
            try events.set(.linger, Self.linger)
            try events.bind(ipc: endpoints.eventsPath, mode: 0o660)
            let publisher = Publisher(
                LoopSocket(events, on: loop), epoch: epoch, version: Daemon.version, journal: journal,
                deltas: DeltaRing(capacity: deltas))
            journal.onOutcome { outcome in
                switch outcome {
                case .stored(let seq): publisher.settle(through: seq, isStored: true)
                case .missed(let seq): publisher.settle(through: seq, isStored: false)
                }
            }
            self.publisher = publisher

            let commands = try Socket(.router, in: context)
            try commands.set(.routerMandatory, true)
            try commands.set(.maxMessageSize, CommandServer.largestFrame)
            try commands.set(.linger, Self.linger)
            try commands.bind(ipc: endpoints.commandsPath, mode: 0o660)
            self.commands = CommandServer(LoopSocket(commands, on: loop))
        } catch {
            throw DaemonError(.socketUnusable, "\(error)")
        }
    }
}
