import BusProtocol
import Diagnostics
import EventLoop
import Fleet
import JSONRPC

/// Has the configuration read anew when somebody asks for it, and the roster put it in force.
///
/// Pinned to the loop, where no file is read: a thread of its own does that, which may wait for a file system for ever. The
/// daemon's end does not wait for it.
actor Reloader {
    private let loop: EventLoop
    private let roster: Roster
    private let fleet: Fleet
    private let access: AccessKeeper
    private let manager: ServiceManager?
    private let log: Log
    private let source: ConfigurationSource
    private var queue = ReloadQueue()

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameter source: What the configuration is made of.
    init(
        _ roster: Roster, of source: ConfigurationSource, fleet: Fleet, access: AccessKeeper, manager: ServiceManager?,
        on loop: EventLoop, log: Log
    ) {
        self.source = source
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
        // Both on the same loop.
        let old = roster.assumeIsolated { $0.configuration }
        let reading = access.assumeIsolated { $0.beginReading() }
        do throws(EventLoopError) {
            try BackgroundThread.start("configuration") { [source, loop, self] in
                let outcome = Result { () throws(PreparedChange.Refused) in try PreparedChange(source, after: old) }
                loop.execute { self.assumeIsolated { $0.end(outcome, keysOf: reading) } }  // on the loop
            }
        } catch {
            end(
                .failure(PreparedChange.Refused(problems: ["there is no thread to read it: \(error)"])), keysOf: reading
            )
        }
    }

    /// The daemon is stopping: nobody reads any more.
    func stop() {
        for asker in queue.abandon() { answer(asker, .refused(.draining, "the daemon is stopping")) }
    }

    /// The configuration was read.
    private func end(_ outcome: Result<PreparedChange, PreparedChange.Refused>, keysOf reading: UInt64) {
        guard queue.isUnderWay else { return }
        let reply = put(outcome, keysOf: reading)
        let (askers, goesOn) = queue.finish()
        for asker in askers { answer(asker, reply) }
        manager?.ready()
        if goesOn { begin() }
    }

    private func put(
        _ outcome: Result<PreparedChange, PreparedChange.Refused>, keysOf reading: UInt64
    ) -> CommandReply {
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
            access.assumeIsolated {  // on the same loop
                $0.apply(prepared.configuration.users, keys: prepared.keys, of: reading)
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
