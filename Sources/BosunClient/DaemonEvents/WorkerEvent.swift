import JSONRPC

/// Something happened to a worker, as `wk` events say.
public struct WorkerEvent: Sendable, Hashable {
    public enum Change: Sendable, Hashable {
        /// The process runs.
        case spawned
        /// It takes commands.
        case ready
        /// The executable was busy, or the machine short of processes: tried again at once.
        case spawnRetry(reason: String)
        case exited(WorkerExit)
        /// Its output has ended, too: nothing of this generation comes any more.
        case gone
        /// The next start is scheduled, after so many failures in a row. The reason says why it could not even be started.
        case backingOff(nextTry: Duration, failures: Int, reason: String?)
        case crashLoop(failures: Int)
        /// It is left alone until somebody starts or unparks it.
        case parked(failures: Int)
        case overMemory(residentBytes: UInt64, limitBytes: UInt64, processes: Int)
        /// It takes no new turns.
        case draining
        /// It did not behave and is being ended. The cause is a word such as `garbage`, the reason is for people.
        case recycled(cause: String, reason: String)
        /// It was ended on request and stays so.
        case stopped
        /// The configuration has it no more.
        case removed
    }

    public let worker: String
    public let number: UInt64
    public let group: String
    /// How often it has been started.
    public let generation: UInt32
    /// Nil when no process runs.
    public let pid: Int32?
    public let change: Change

    init?(_ method: String, _ body: JSON) {
        guard let worker = body["worker"]?.stringValue, let number = body["number"]?.unsignedValue,
            let group = body["group"]?.stringValue,
            let generation = body["generation"]?.intValue.flatMap({ UInt32(exactly: $0) }),
            let change = Self.change(method, body)
        else { return nil }
        self.worker = worker
        self.number = number
        self.group = group
        self.generation = generation
        pid = body["pid"]?.intValue.flatMap { Int32(exactly: $0) }
        self.change = change
    }

    private static func change(_ method: String, _ body: JSON) -> Change? {
        let reason = body["reason"]?.stringValue
        let failures = body["failures"]?.intValue.map { Int(clamping: $0) }
        switch method {
        case "spawned": return .spawned
        case "ready": return .ready
        case "spawnRetry": return reason.map { .spawnRetry(reason: $0) }
        case "exited": return WorkerExit(body).map { .exited($0) }
        case "gone": return .gone
        case "backingOff":
            guard let next = body["nextTryMs"]?.intValue, let failures else { return nil }
            return .backingOff(nextTry: .milliseconds(next), failures: failures, reason: reason)
        case "crashLoop": return failures.map { .crashLoop(failures: $0) }
        case "parked": return failures.map { .parked(failures: $0) }
        case "overMemory":
            guard let resident = body["rssBytes"]?.unsignedValue, let limit = body["limitBytes"]?.unsignedValue,
                let processes = body["processes"]?.intValue
            else { return nil }
            return .overMemory(residentBytes: resident, limitBytes: limit, processes: Int(clamping: processes))
        case "draining": return .draining
        case "recycled":
            guard let cause = body["cause"]?.stringValue, let reason else { return nil }
            return .recycled(cause: cause, reason: reason)
        case "stopped": return .stopped
        case "removed": return .removed
        default: return nil
        }
    }
}
