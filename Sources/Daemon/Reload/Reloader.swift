import BusProtocol
import Diagnostics
import EventLoop
import Fleet
import JSONRPC

/// Reads the configuration anew when somebody asks for it, and has the roster put it in force.
///
/// Pinned to the loop; the file is read on a thread of Swift's pool.
actor Reloader {
    private let loop: EventLoop
    private let source: ConfigurationSource
    private let roster: Roster
    private let fleet: Fleet
    private let manager: ServiceManager?
    private let log: Log
    private var queue = ReloadQueue()

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(
        _ source: ConfigurationSource, _ roster: Roster, fleet: Fleet, manager: ServiceManager?, on loop: EventLoop,
        log: Log
    ) {
        self.source = source
        self.roster = roster
        self.fleet = fleet
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
        let source = source
        let old = roster.assumeIsolated { $0.configuration }  // on the same loop
        let loop = loop
        Task.detached {
            let outcome = Result { () throws(PreparedChange.Refused) in try PreparedChange(source, after: old) }
            loop.execute { self.assumeIsolated { $0.end(outcome) } }  // on the loop
        }
    }

    private func end(_ outcome: Result<PreparedChange, PreparedChange.Refused>) {
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
                return .refused(.draining, "the daemon is stopping")
            }
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
