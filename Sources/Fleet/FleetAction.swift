package import BusProtocol
package import EventLoop
package import JSONRPC
package import Journal

/// What `FleetState` decided; the `Fleet` actor performs it.
package enum FleetAction: Sendable {
    /// Send a request to a worker. Its answer comes back under `token`.
    case send(worker: UInt64, token: UInt64, method: String, params: [UInt8], deadline: MonotonicInstant)
    /// Take back a request of which nothing is written yet: it is answered `.lost(.recalled)` then.
    case recall(worker: UInt64, token: UInt64)
    /// Answer a worker's own request, if the process that asked is still the same.
    case answer(worker: UInt64, generation: UInt32, request: RequestID, ServerRequestAnswer)
    case reply(CommandToken, CommandReply, command: CommandID)
    /// Reply, but not before what stands before it is in the journal; at the command's deadline all the same.
    case replyOnceJournaled(CommandToken, CommandReply, command: CommandID, deadline: MonotonicInstant)
    case journal(JournalEntry)
    /// Write a line into the approvals' ledger.
    case record(LedgerRecord)
    /// Write it, and do these once it is on disk: a worker is answered only then.
    case onceRecorded(LedgerRecord, [FleetAction])
    /// Reply with lines of the ledger.
    case readLedger(CommandToken, LedgerQuery, command: CommandID)
    /// End what earlier lives of workers have left behind: something of ours may hold a thread's lock.
    case endOrphans
    case publish(FleetEvent)
    /// Answer with a page of events that went by.
    case replay(CommandToken, ReplayQuery, user: String, command: CommandID)
    /// A piece of a large body, as `EventArchive` has it.
    case body(CommandToken, BodyQuery, user: String, command: CommandID)
    /// Publish how far each kind of a thread's events has come: what came last can't show its own loss.
    case publishWatermark(thread: String)
    /// The thread is not live any more.
    case rest(thread: String)
    case startTimer(FleetTimer, Duration)
    case cancelTimer(FleetTimer)
    case operate(worker: UInt64, WorkerOperation)
    /// Tell `FleetState.operated` once what stands before it is done: its reply says how the workers stand then.
    case tellStates(CommandToken, OperatedWorkers, command: CommandID)
    /// Tell `FleetState.described` how that worker's last lives ended, which only it has.
    case tellDeaths(CommandToken, worker: UInt64, command: CommandID)
    /// Read the configuration anew; the reply comes with `FleetState.reloaded`.
    case reload(CommandToken, command: CommandID)
    /// Read the users' keys anew; the reply comes with `FleetState.reloaded`.
    case reloadKeys(CommandToken, command: CommandID)
    /// End the daemon, as SIGTERM does.
    case stopDaemon
}
