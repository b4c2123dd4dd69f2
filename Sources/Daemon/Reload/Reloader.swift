import BusProtocol
import Diagnostics
import EventLoop
import Fleet
import JSONRPC

/// Has the configuration read anew when somebody asks for it, and the roster put it in force.
///
/// Pinned to the loop, where no file is read: the main thread does that.
actor Reloader {
    private let loop: EventLoop
    private let roster: Roster
    private let fleet: Fleet
    private let access: AccessKeeper
    private let manager: ServiceManager?
    private let log: Log
    private let read: @Sendable () -> Void
    private var queue = ReloadQueue()

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameter read: Has another thread read the configuration; `end` is called then.
    init(
        _ roster: Roster, fleet: Fleet, access: AccessKeeper, manager: ServiceManager?, on loop: EventLoop, log: Log,
        read: @escaping @Sendable () -> Void
    ) {
        self.read = read
        self.roster = roster
        self.fleet = fleet
        self.access = access
        self.manager = manager
        self.loop = loop
        self.log = log
    }

    func ask(_ asker: ReloadQueue.Asker) {
        switch queue.ask(asker) {
        case .begins: begin()
        case .waits: break
        case .full: answer(asker, .refused(.overloaded, "too many wait for a reload"))
        }
    }

    private func begin() {
        manager?.reloading()
        read()
    }

    /// The daemon is stopping: nobody reads any more.
    func stop() {
        for asker in queue.abandon() { answer(asker, .refused(.draining, "the daemon is stopping")) }
    }

    /// The configuration was read.
    func end(_ outcome: Result<PreparedChange, PreparedChange.Refused>) {
        guard queue.isUnderWay else { return }
        let reply = put(outcome)
        let (askers, goesOn) = queue.finish()
        for asker in askers { answer(asker, reply) }
        manager?.ready()
        if goesOn { begin() }
    }

    private func put(_ outcome: Result<PreparedChange, PreparedChange.Refused>) -> CommandReply {
        switch outcome {
        case .failure(let refused):
            log.error("the configuration was not taken; nothing has changed", ["problems": "\(refused.problems.count)"])
            for problem in refused.problems { log.error("configuration", ["problem": problem]) }
            return .badConfiguration(refused.problems)
        case .success(let prepared):
            guard roster.assumeIsolated({ $0.apply(prepared) }) else {  // on the same loop
                log.warning("the configuration was not taken: the fleet is drained")
                return .refused(.draining, "the fleet is drained")
            }
            access.assumeIsolated { $0.apply(prepared.configuration.users, keys: prepared.keys) }  // on the same loop
            for doubt in prepared.doubts { log.warning("configuration", ["doubt": doubt]) }
            var result = prepared.change.json
            result["doubts"] = .array(prepared.doubts.map { .string($0) })
            return .result(result)
        }
    }

    private func answer(_ asker: ReloadQueue.Asker, _ reply: CommandReply) {
        guard case .client(let token, let command) = asker else { return }
        fleet.assumeIsolated { $0.reloaded(token, reply, command: command) }  // on the same loop
    }
}
