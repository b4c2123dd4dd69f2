import ChildProcess
package import Diagnostics
import EventLoop
import Journal
import Glibc
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
        let directory = try RunDirectory(configuration.runDirectory)
        let state = try StateDirectory(configuration.stateDirectory)
        try Host.prepare()
        let loop: EventLoop
        let context: Context
        let asked: Latch
        let stopped: Latch
        let reload: Latch
        do {
            loop = try EventLoop(name: "loop")
            context = try Context()
            asked = try Latch()
            stopped = try Latch()
            reload = try Latch()
        } catch {
            throw DaemonError(.systemRefused, "\(error)")
        }
        defer { loop.stop() }
        let (journal, contents) = try openJournal(state, on: loop, log)
        defer { journal.close() }
        let orphans = Orphans(state, log: log)
        let gone = orphans.endAllOfEarlierEpochs(contents.processes)
        journal.write(gone.map { .processEnded(worker: $0.worker, epoch: $0.epoch, generation: $0.generation) })
        let sockets = try Sockets(
            directory.endpoints, context: context, on: loop, epoch: state.epoch,
            eventsHighWaterMark: configuration.eventsHighWaterMark)
        let manager = ServiceManager(
            ServiceSettings(environment: ProcessEnvironment.current, pid: getpid()), log: log)
        let house = try House(
            configuration, source, state: state, sockets: sockets, journal: DaemonJournal(journal, epoch: state.epoch),
            orphans: orphans, manager: manager, on: loop, log: log
        ) { reload.open() }
        defer { house.close() }
        house.onStopRequest { asked.open() }
        journal.onLoss { house.journalEverything() }
        try house.start(with: contents)
        house.report()
        manager?.ready()
        sayWhoseUser(configuration.groups, log)
        log.info("serving", ["run": configuration.runDirectory, "epoch": "\(state.epoch)", "version": version])

        serve(signals, until: asked, reload, house)
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

    /// Whoever runs as the daemon can open its sockets, and so approve what it asks for itself.
    private static func sayWhoseUser(_ groups: [GroupConfiguration], _ log: Log) {
        let names = groups.filter { $0.user.map { $0.uid == geteuid() } ?? true }.map(\.name)
        guard !names.isEmpty else { return }
        log.info(
            "workers run as the daemon's own user and can open its sockets", ["groups": names.joined(separator: ",")])
    }

    /// Waits for the signal, or the client, that ends the daemon. The configuration is read here, where a slow file holds
    /// nobody up.
    private static func serve(
        _ signals: borrowing SignalSource, until asked: Latch, _ reload: Latch, _ house: House
    ) {
        while !asked.isOpen {
            let signal = signals.wait(or: [asked, reload])
            guard signal == nil || signal == SIGHUP else { return }
            if signal == SIGHUP { house.reload() }
            if reload.close() { house.readConfiguration() }
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
            guard left > .zero else {
                house.kill()
                return log.error("workers did not end in time and were killed")
            }
            if let signal = signals.wait(or: [stopped], timeout: left), signal != SIGHUP { house.hurry() }
        }
        log.info("stopped")
    }
}
