import ChildProcess
import EventLoop
import JSONRPC
package import Supervision

/// A worker as the fleet sees it.
package struct WorkerRecord: Sendable {
    package let identity: WorkerIdentity
    /// Of the process that runs, or ran last.
    package private(set) var codexHome: String
    /// Of its next process, when that will have another one.
    private var nextCodexHome: String?
    /// How long its turns may hold up the end of it when it is drained.
    package private(set) var drainDeadline: Duration
    /// Requests that it takes, those behind its window included.
    package private(set) var requestLimit: Int
    /// Requests that are with it at once.
    private(set) var window: Int
    /// Whose words may be in the next threads that it tells of: those of commands that were not answered in time.
    var lateAuthors: Set<String> = []
    /// As last told.
    package var status: WorkerStatus

    package init(
        identity: WorkerIdentity, codexHome: String, drainDeadline: Duration = .seconds(300),
        limits: WorkerSpec.Limits = WorkerSpec.Limits(), status: WorkerStatus
    ) {
        self.identity = identity
        self.codexHome = codexHome
        self.drainDeadline = drainDeadline
        requestLimit = limits.window + limits.queue
        window = limits.window
        self.status = status
    }

    /// Takes new settings. A process that runs keeps the CODEX_HOME that it was started with.
    mutating func change(codexHome: String, drainDeadline: Duration, limits: WorkerSpec.Limits) {
        self.drainDeadline = drainDeadline
        requestLimit = limits.window + limits.queue
        window = limits.window
        switch status.state {
        case .initializing, .ready, .draining, .stopping: nextCodexHome = codexHome
        case .idle, .starting, .stopped, .backingOff, .parked:
            nextCodexHome = nil
            self.codexHome = codexHome
        }
    }

    /// Its process has ended.
    mutating func takeNextCodexHome() {
        if let nextCodexHome { codexHome = nextCodexHome }
        nextCodexHome = nil
    }

    var isReady: Bool { status.state == .ready }

    /// Whether it finishes its turns and takes no new ones.
    var isDraining: Bool { status.state == .draining }

    var takesAnswers: Bool { status.state.isRunning }

    /// Whether its process is on its way out: it still holds its threads' locks.
    var isEnding: Bool { status.state == .draining || status.state == .stopping }

    /// Whether it will be ready soon without anybody's doing, so that its threads should wait for it.
    func isDueSoon(at now: MonotonicInstant) -> Bool {
        switch status.state {
        case .starting, .initializing, .ready: true
        case .backingOff: status.nextTryAt.map { now.duration(to: $0) <= .seconds(5) } ?? false
        case .idle, .draining, .stopping, .stopped, .parked: false
        }
    }

    /// An entry of `worker/list`.
    func description(threads: Int, at now: MonotonicInstant) -> JSON {
        [
            "worker": .string(identity.name),
            "number": .integer(Int64(identity.number)),
            "group": .string(identity.group),
            "state": .string(status.state.rawValue),
            "pid": status.pid.map { .integer(Int64($0)) } ?? .null,
            "codex": status.codexVersion.map { .string($0) } ?? .null,
            "codexHome": .string(codexHome),
            "generation": .integer(Int64(status.generation)),
            "restarts": .integer(Int64(status.restarts)),
            "spawnRetries": .integer(Int64(status.spawnRetries)),
            "failures": .integer(Int64(status.failures)),
            "threads": .integer(Int64(threads)),
            "inFlight": .integer(Int64(status.inFlight)),
            "queued": .integer(Int64(status.queued)),
            "overloads": .integer(Int64(status.overloads)),
            "nextTryMs": status.nextTryAt.map { .integer(max(0, now.duration(to: $0).milliseconds)) } ?? .null,
            "rssBytes": status.memory.map { .integer(Int64(clamping: $0.resident)) } ?? .null,
            "processes": status.memory.map { .integer(Int64($0.processes)) } ?? .null,
            "lastError": status.lastError.map { .string($0) } ?? .null,
        ]
    }
}
