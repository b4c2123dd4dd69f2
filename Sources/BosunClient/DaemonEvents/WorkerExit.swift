import JSONRPC

/// How a worker's process ended.
public struct WorkerExit: Sendable, Hashable {
    public enum Status: Sendable, Hashable {
        /// Nil where it could not be learned.
        case code(Int32?)
        /// Such as `SIGKILL`.
        case signal(String)
    }

    /// What ended it.
    public enum Ending: String, Sendable {
        case byItself
        /// The steps of a stop: its input was closed, and then signals were sent.
        case eof, sigterm, sigkill
    }

    public let status: Status
    /// The state that the worker was in, such as `ready`.
    public let stage: String
    public let endedBy: Ending
    /// The kernel killed it for want of memory.
    public let isOutOfMemory: Bool
    public let uptime: Duration
    /// When it is started again; nil when it is not.
    public let nextTry: Duration?
    /// The last 16 KiB of its stderr.
    public let stderrTail: String

    init?(_ body: JSON) {
        guard let stage = body["stage"]?.stringValue,
            let endedBy = body["endedBy"]?.stringValue.flatMap(Ending.init(rawValue:)),
            let isOutOfMemory = body["oom"]?.boolValue, let uptime = body["uptimeMs"]?.intValue,
            let stderrTail = body["stderrTail"]?.stringValue
        else { return nil }
        if let signal = body["signal"]?.stringValue {
            status = .signal(signal)
        } else {
            status = .code(body["code"]?.intValue.flatMap { Int32(exactly: $0) })
        }
        self.stage = stage
        self.endedBy = endedBy
        self.isOutOfMemory = isOutOfMemory
        self.uptime = .milliseconds(uptime)
        nextTry = body["nextTryMs"]?.intValue.map { .milliseconds($0) }
        self.stderrTail = stderrTail
    }
}
