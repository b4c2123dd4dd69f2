package import ChildProcess

/// What happened to a worker, as consumers are told under `wk.w<worker>.<name>`.
package enum WorkerEvent: Sendable, Equatable {
    case spawned(pid: Int32)
    case ready(pid: Int32)
    /// The executable was busy, or the machine short of processes: tried again at once, not counted as a failure.
    case spawnRetry(SpawnError)
    case exited(Exit)
    /// The process has ended and so has its output: nothing of this generation comes any more.
    case gone
    /// The next start is scheduled. `reason` is the spawn's failure, if that is why.
    case backingOff(delay: Duration, failures: Int, reason: String?)
    /// So many failures without a stable life between. Tries go on.
    case crashLoop(failures: Int)
    /// It is being ended because it did not behave.
    case recycled(RecycleCause, reason: String)
    /// With all that it started it holds more memory than it may: it is drained, then started anew.
    case overMemory(MemoryUse, limit: UInt64)
    /// It takes no new turns from here on, and ends when those that run have.
    case draining
    /// It failed so often without a stable life between that it is left alone.
    case parked(failures: Int)
    case stopped

    package struct Exit: Sendable, Equatable {
        package let pid: Int32
        package let status: ExitStatus
        /// What it was doing: the state in which the process ended.
        package let stage: WorkerState
        package let uptime: Duration
        /// Which step of the stop ladder ended it, if one did.
        package let endedBy: StopLadder.EndedBy
        /// When the next start is due; nil when none is.
        package let nextTry: Duration?
        /// The kernel ended it for want of memory.
        package let outOfMemory: Bool

        package init(
            pid: Int32, status: ExitStatus, stage: WorkerState, uptime: Duration, endedBy: StopLadder.EndedBy,
            nextTry: Duration?, outOfMemory: Bool = false
        ) {
            self.pid = pid
            self.status = status
            self.stage = stage
            self.uptime = uptime
            self.endedBy = endedBy
            self.nextTry = nextTry
            self.outOfMemory = outOfMemory
        }
    }

    /// The last part of the event's topic.
    package var name: String {
        switch self {
        case .spawned: "spawned"
        case .ready: "ready"
        case .spawnRetry: "spawnRetry"
        case .exited: "exited"
        case .gone: "gone"
        case .backingOff: "backingOff"
        case .crashLoop: "crashLoop"
        case .recycled: "recycled"
        case .overMemory: "overMemory"
        case .draining: "draining"
        case .parked: "parked"
        case .stopped: "stopped"
        }
    }
}
