import BusProtocol
import ChildProcess
package import Diagnostics
import EventLoop
import Journal
import Glibc
import Supervision
import ZeroMQ

/// The daemon: built from its configuration, run until it is told to stop.
package enum Daemon {
    /// The version that the daemon tells consumers and codex.
    package static let version = "0.1.0"

    /// Serves until SIGTERM or SIGINT. Call it on the main thread, before anything else has started threads.
    ///
    /// - Parameter source: What the configuration was made of: it is read anew at SIGHUP.
    package static func run(
        _ configuration: Configuration, from source: ConfigurationSource, log: Log
    ) throws(DaemonError) {
        StandardStreams.fill()
        let signals = try SignalSource()
        let directory = try RunDirectory(
            configuration.runDirectory, audiences: configuration.audiences.map(\.audience.name))
        let mark = CompletenessMark("\(configuration.runDirectory)/events.whole", bootID: ProcessIdentity.bootID)
        let state = try StateDirectory(configuration.stateDirectory) { epoch, last in
            begin(epoch, after: last, mark, log)
        }
        try Host.prepare()
        let loop: EventLoop
        let context: Context
        let asked: Latch
        let stopped: Latch
        do {
            loop = try EventLoop(name: "loop")
            context = try Context()
            asked = try Latch()
            stopped = try Latch()
        } catch {
            throw DaemonError(.systemRefused, "\(error)")
        }
        defer { loop.stop() }
        let readers = try readers(configuration.loops, on: loop)
        defer { readers?.stop() }
        let (journal, contents) = try openJournal(state, on: loop, log)
        defer { journal.close() }
        let events = try openEvents(state, mark, configuration, on: loop, log)
        defer { events.close() }
        let orphans = Orphans(state, log: log)
        let gone = orphans.endAllOfEarlierEpochs(contents.processes)
        journal.write(gone.map { .processEnded(worker: $0.worker, epoch: $0.epoch, generation: $0.generation) })
        let keyStore = KeyStore(stateDirectory: state.path)
        let keys = try keyStore.publicKeys()
        for doubt in configuration.doubts(keys: keys) { log.warning("configuration", ["doubt": doubt]) }
        let users = Users(configuration.users, audiences: configuration.audiences, keys: keys, ownUID: geteuid())
        let gate = Gate(users, log: log)
        let zap: ZAPHandler
        do {
            zap = try ZAPHandler(in: context, decide: gate.decide)
        } catch {
            throw DaemonError(.socketUnusable, "\(error)")
        }
        defer { stop(zap, log) }
        let sockets = try Sockets(
            directory.sockets, listen: ownKeys(configuration, keyStore), audiences: configuration.audiences,
            context: context, on: loop,
            epoch: state.epoch, eventsHighWaterMark: configuration.eventsHighWaterMark, journal: events,
            deltas: configuration.events.deltas)
        let manager = ServiceManager(
            ServiceSettings(environment: ProcessEnvironment.current, pid: getpid()), log: log)
        let access = AccessKeeper(
            gate, users, configured: configuration.users, audiences: configuration.audiences, keys: keys,
            keyStore: keyStore, sockets: sockets, on: loop, log: log)
        let house = try House(
            configuration, source, state: state, sockets: sockets, gate: gate, access: access,
            journal: DaemonJournal(journal, events, epoch: state.epoch), events: events, orphans: orphans,
            manager: manager, readers: readers, on: loop, log: log)
        defer {
            house.answerAll()
            events.flush()
            house.close()
        }
        house.onStopRequest { asked.open() }
        journal.onLoss { house.journalEverything() }
        try house.start(with: contents)
        house.report()
        manager?.ready()
        sayWhoseUser(configuration.groups, log)
        log.info("serving", ["run": configuration.runDirectory, "epoch": "\(state.epoch)", "version": version])

        serve(signals, until: asked, house)
        log.info("stopping")
        manager?.stopping()
        let timeout = house.stopTimeout
        house.stop { stopped.open() }
        awaitStop(signals, stopped, house, loop, log, within: timeout)
    }

    private static func openJournal(
        _ state: borrowing StateDirectory, on loop: EventLoop, _ log: Log
    ) throws(DaemonError) -> (journal: Journal, contents: JournalContents) {
        do throws(JournalError) {
            return try Journal.open("\(state.path)/journal.db", on: loop, log: log)
        } catch {
            throw DaemonError(.stateUnusable, "\(state.path)/journal.db: \(error)")
        }
    }

    /// The loops beside the main one; nil when there is none.
    private static func readers(_ loops: Int, on loop: EventLoop) throws(DaemonError) -> ReaderLoops? {
        guard loops > 1 else { return nil }
        do throws(EventLoopError) {
            return try ReaderLoops(loops - 1, besides: loop)
        } catch {
            throw DaemonError(.systemRefused, "\(error)")
        }
    }

    /// Where the daemon listens over tcp, and with which key; nil when it does not.
    private static func ownKeys(
        _ configuration: Configuration, _ store: KeyStore
    ) throws(DaemonError) -> (endpoints: ListenConfiguration, keys: CurveKeys)? {
        guard let listen = configuration.listen else { return nil }
        return (listen, try store.pair(listen.key))
    }

    private static func stop(_ zap: ZAPHandler, _ log: Log) {
        do throws(ZeroMQError) {
            try zap.stop()
        } catch {
            log.error("the ZAP handler can't be stopped", ["reason": "\(error)"])
        }
    }

    /// From its first step on: one that is killed before it serves has left nothing out.
    private static func begin(_ epoch: UInt64, after last: UInt64, _ mark: CompletenessMark, _ log: Log) {
        do throws(JournalError) {
            try mark.begin(epoch, after: last)
        } catch {
            log.warning(
                "it can't be noted that the daemon begins: should it be killed before it serves, a replay says that events are missing",
                ["reason": error.description])
        }
    }

    private static func openEvents(
        _ state: borrowing StateDirectory, _ mark: CompletenessMark, _ configuration: Configuration, on loop: EventLoop,
        _ log: Log
    ) throws(DaemonError) -> EventLog {
        let path = "\(state.path)/events.db"
        do throws(JournalError) {
            return try EventLog.open(
                path, epoch: state.epoch, lastEpoch: state.lastEpoch,
                mark: mark, retention: configuration.events.retention, on: loop, log: log)
        } catch {
            throw DaemonError(.stateUnusable, "\(path): \(error)")
        }
    }

    /// Commands of workers are kept from the sockets, but not from what else is the daemon's.
    private static func sayWhoseUser(_ groups: [GroupConfiguration], _ log: Log) {
        let names = groups.filter { $0.user.map { $0.uid == geteuid() } ?? true }.map(\.name)
        guard !names.isEmpty else { return }
        log.info(
            "workers run as the daemon's own user: nothing but codex's sandbox keeps their commands from what is the daemon's",
            ["groups": names.joined(separator: ",")])
    }

    /// Waits for the signal, or the client, that ends the daemon.
    private static func serve(_ signals: borrowing SignalSource, until asked: Latch, _ house: House) {
        while !asked.isOpen {
            let signal = signals.wait(or: [asked])
            guard signal == nil || signal == SIGHUP else { return }
            if signal == SIGHUP { house.reload() }
        }
    }

    /// Waits until every worker has ended; a second signal hurries them, and so does the deadline.
    private static func awaitStop(
        _ signals: borrowing SignalSource, _ stopped: Latch, _ house: House, _ loop: EventLoop, _ log: Log,
        within timeout: Duration
    ) {
        let deadline = loop.clock.now.advanced(by: timeout)
        while !stopped.isOpen {
            let left = loop.clock.now.duration(to: deadline)
            guard left > .zero else { return kill(signals, stopped, house, loop, log) }
            if let signal = signals.wait(or: [stopped], timeout: left), signal != SIGHUP { house.hurry() }
        }
        log.info("stopped")
    }

    /// A killed process takes a moment to end, and what escaped it, too. One that hangs in the kernel is not waited for.
    private static func kill(
        _ signals: borrowing SignalSource, _ stopped: Latch, _ house: House, _ loop: EventLoop, _ log: Log
    ) {
        house.kill()
        log.error("workers did not end in time and were killed")
        let deadline = loop.clock.now.advanced(by: .seconds(2))
        while !stopped.isOpen, case let left = loop.clock.now.duration(to: deadline), left > .zero {
            _ = signals.wait(or: [stopped], timeout: left)
        }
    }
}
