import JSONRPC
import Bus
import BusProtocol
import ChildProcess
import CodexConversation
import Diagnostics
import Dispatch
import EventLoop
import Fleet
import Journal
import Supervision
import ZeroMQ

/// The daemon's parts, joined: sockets, fleet, supervisor, workers, all on one loop.
struct House: Sendable {
    private let loop: EventLoop
    private let log: Log
    private let sockets: Sockets
    private let fleet: Fleet
    private let supervisor: Supervisor
    private let roster: Roster
    private let specs: [String: WorkerSpec]
    private let reloader: Reloader
    private let manager: ServiceManager?
    private let gate: Gate
    private let access: AccessKeeper

    /// - Parameter source: What the configuration was made of.
    init(
        _ configuration: Configuration, _ source: ConfigurationSource, state: borrowing StateDirectory,
        sockets: Sockets, gate: Gate, access: AccessKeeper, journal: DaemonJournal, events: EventLog, orphans: Orphans,
        manager: ServiceManager?, readers: ReaderLoops?, on loop: EventLoop, log: Log
    ) throws(DaemonError) {
        self.loop = loop
        self.log = log
        self.sockets = sockets
        self.gate = gate
        self.access = access
        fleet = Fleet(
            FleetState(epoch: state.epoch, version: Daemon.version), on: loop, events: sockets.publisher,
            replies: CommandSockets(sockets.commands, control: sockets.control),
            archive: Archive(sockets.publisher, events), journal: journal, orphans: orphans,
            readers: readers, log: log)
        supervisor = Supervisor(
            on: loop, log: log, stateID: state.id, epoch: state.epoch, concurrentStarts: configuration.concurrentStarts)
        let mark = "\(state.id).\(state.epoch)"
        let environment = WorkerEnvironment(
            loop: loop, reader: LineReader(), observer: fleet, host: supervisor, log: log, mark: mark,
            version: Daemon.version, readers: readers)
        roster = Roster(configuration, fleet: fleet, supervisor: supervisor, environment: environment, events: events)
        var specs: [String: WorkerSpec] = [:]
        for group in configuration.groups {
            specs[group.name] = try group.workerSpec(environment: ProcessEnvironment.current)
        }
        self.specs = specs
        self.manager = manager
        reloader = Reloader(roster, of: source, fleet: fleet, access: access, manager: manager, on: loop, log: log)
    }

    /// `body` is called on the loop when a client asks for the daemon's end. Before `start`.
    func onStopRequest(_ body: @escaping @Sendable () -> Void) {
        loop.runAndWait { fleet.assumeIsolated { $0.onStopRequest(body) } }  // on the loop
    }

    /// Writes the journal anew.
    func journalEverything() {
        fleet.assumeIsolated { $0.journalEverything() }  // on the loop, as whoever calls it promises
    }

    /// Joins the sockets to the loop, takes up what is left of an earlier epoch, then starts the workers. Throws when a
    /// socket can't join: nobody would hear it.
    func start(with contents: JournalContents) throws(DaemonError) {
        let outcome = loop.runAndWait { () -> ZeroMQError? in
            // Before the first command: it would be told that there are none.
            roster.assumeIsolated { $0.enlist(specs) }  // on the loop
            fleet.assumeIsolated { fleet in  // on the loop
                fleet.restore(contents.threads)
                fleet.restore(contents.keys)
                fleet.restore(openApprovals: contents.openApprovals, closed: contents.closedApprovals)
                // An earlier daemon's turns are not started again for who may not begin them now.
                let users = access.assumeIsolated { $0.users }  // on the loop
                fleet.usersChanged(rights: users.rights(ofUser:))
                fleet.onReload { token, command in
                    reloader.assumeIsolated { $0.ask(.client(token, command: command)) }  // called on the loop
                }
                access.assumeIsolated { access in  // on the loop
                    access.onChange { users in
                        // Called on the loop.
                        self.fleet.assumeIsolated { $0.usersChanged(rights: users.rights(ofUser:)) }
                        for server in [sockets.commands, sockets.control] { server.usersChanged() }
                    }
                }
                fleet.onReloadKeys { token, command in
                    access.assumeIsolated { access in  // called on the loop
                        access.reloadKeys { reply in
                            self.fleet.assumeIsolated { $0.reloaded(token, reply, command: command) }  // on the loop
                        }
                    }
                }
            }
            do throws(ZeroMQError) {
                try sockets.publisher.start(onFailure: { log.error("events socket", ["reason": "\($0)"]) }) {
                    peer, reason, audience in
                    access.assumeIsolated { $0.cut(peer, of: audience, because: reason) }  // on the loop
                }
                try start(sockets.commands, "commands") { _ in true }
                try start(sockets.control, "control") { $0?.isControl ?? false }
                return nil
            } catch {
                return error
            }
        }
        if let error = outcome { throw DaemonError(.socketUnusable, "\(error)") }
        loop.execute {
            beat()
            roster.assumeIsolated { $0.start() }  // on the loop
        }
    }

    /// Joins a socket of commands to the loop, which it is called on.
    private func start(
        _ server: CommandServer, _ name: String, takes: @escaping (MethodEntry?) -> Bool
    ) throws(ZeroMQError) {
        try server.start(
            identifying: { userID in
                gate.sender(ofMessage: userID).map { user, address in
                    CommandSender(user: user.name, roles: user.roles, audience: user.audience, address: address)
                }
            },
            onFailure: { log.error("\(name) socket", ["reason": "\($0)"]) }
        ) { token, request, sender in
            let command = IncomingCommand(
                token: CommandToken(value: token), request: request,
                caller: Caller(user: sender.user, client: request.meta["client"]?.stringValue), roles: sender.roles,
                audience: sender.audience, address: sender.address)
            guard takes(MethodTable.entry(for: request.method)) else {
                let refusal = "\(request.method) is not for the \(name) socket"
                return server.reply(token, .failure(.unknownMethod, refusal), meta: [:])
            }
            fleet.assumeIsolated { $0.take(command) }  // its sockets call on the loop
        }
    }

    /// Reads the configuration anew, as a client may ask for it; the outcome is logged.
    func reload() {
        loop.execute { reloader.assumeIsolated { $0.ask(.signal) } }  // on the loop
    }

    /// How long the workers have to end when the daemon is stopped, as it is configured now.
    var stopTimeout: Duration {
        loop.runAndWait { roster.assumeIsolated { $0.configuration.stopTimeout } }  // on the loop
    }

    /// Tells the service manager each second how things are, when they have changed, and that the loop goes on.
    func report() {
        guard let manager else { return }
        loop.execute {
            manager.startWatchdog(on: loop)
            report(StatusReport(), to: manager)
        }
    }

    private func report(_ report: StatusReport, to manager: ServiceManager) {
        var report = report
        let (ready, workers, approvals) = fleet.assumeIsolated { $0.summary }  // on the loop
        let text = StatusReport.text(ready: ready, workers: workers, openApprovals: approvals)
        if let text = report.offer(text, at: loop.clock.now) { manager.status(text) }
        loop.schedule(after: .seconds(1)) { self.report(report, to: manager) }
    }

    /// Waits until each request that was taken has its reply, refusing what comes meanwhile. Not on the loop.
    ///
    /// Some wait for the journal, and a disk that hangs must not keep the daemon from ending: who has none after `limit` is
    /// told that the outcome is not known.
    func answerAll(within limit: Duration = .seconds(3)) {
        let answered = DispatchSemaphore(value: 0)
        let servers = [sockets.commands, sockets.control]
        loop.execute {
            for server in servers {
                server.finish(refusing: .failure(.draining, "the daemon is stopping")) { answered.signal() }
            }
        }
        let deadline = DispatchTime.now() + .nanoseconds(Int(limit.clampedNanoseconds))
        guard servers.contains(where: { _ in answered.wait(timeout: deadline) == .timedOut }) else { return }
        let left = loop.runAndWait {
            servers.reduce(0) { sum, server in
                sum + server.replyToAll(.failure(.indeterminate, "the daemon ended before the outcome was known"))
            }
        }
        log.error("commands had no outcome in time", ["commands": "\(left)"])
    }

    /// Closes the sockets, which then have their linger to send what waits. Nothing of the house is used after it.
    func close() {
        loop.runAndWait {
            sockets.publisher.close()
            sockets.commands.close()
            sockets.control.close()
        }
    }

    /// Ends all workers; `body` is called on the loop when nothing of any is left, nor of what escaped them.
    func stop(_ body: @escaping @Sendable () -> Void) {
        loop.execute {
            fleet.assumeIsolated { $0.drain() }  // on the loop
            reloader.assumeIsolated { $0.stop() }  // on the loop
            supervisor.assumeIsolated { $0.stop(body) }  // on the loop
        }
    }

    /// Goes to the next step of every stop ladder.
    func hurry() {
        loop.execute { supervisor.assumeIsolated { $0.hurry() } }  // on the loop
    }

    /// Kills what has not ended in time, and what it left behind. The ends are not waited for.
    func kill() {
        loop.runAndWait {
            // From whatever step a ladder stands on, the last one is SIGKILL.
            supervisor.assumeIsolated { supervisor in  // on the loop
                for _ in 0..<3 { supervisor.hurry() }
                supervisor.sweepAll()
            }
        }
    }

    /// Each second: the heartbeat, and the reaping of what workers left behind (one look when there is nothing).
    private func beat() {
        fleet.assumeIsolated { $0.beat() }  // on the loop
        do throws(SpawnError) {
            _ = try Subreaper.reapAdopted()
        } catch {
            log.warning("orphans can't be reaped", ["reason": "\(error)"])
        }
        loop.schedule(after: .seconds(1)) { beat() }
    }
}
