package import BusProtocol
package import EventLoop
package import JSONRPC

/// What `FleetState` decided; the `Fleet` actor performs it.
package enum FleetAction: Sendable {
    /// Send a request to a worker. Its answer comes back under `token`.
    case send(worker: UInt64, token: UInt64, method: String, params: [UInt8], deadline: MonotonicInstant)
    /// Answer a worker's own request.
    case answer(worker: UInt64, request: RequestID, ServerRequestAnswer)
    case reply(CommandToken, CommandReply, command: CommandID)
    case publish(FleetEvent)
    /// Publish how far each kind of a thread's events has come: what came last can't show its own loss.
    case publishWatermark(thread: String)
    /// The thread is not live any more.
    case rest(thread: String)
    case startTimer(FleetTimer, Duration)
    case cancelTimer(FleetTimer)
    case restart(worker: UInt64)
}

/// An answer to a worker's request.
package enum ServerRequestAnswer: Sendable, Equatable {
    case result(JSON)
    case error(code: Int, message: String)
}

/// The timers of the fleet; each runs once at a time.
package enum FleetTimer: Sendable, Hashable {
    /// A waiting command's deadline.
    case waiting(CommandToken)
    /// An approval's deadline, by its name.
    case approval(String)
    /// A thread whose resume failed is tried again.
    case resume(thread: String)
}

/// An event that the daemon itself makes.
package struct FleetEvent: Sendable, Equatable {
    package var kind: EventKind
    package var scope: String
    package var method: String
    package var body: JSON
    package var worker: UInt64
    package var generation: UInt32
    package var cause: CommandID

    package init(
        _ kind: EventKind, scope: String, method: String, body: JSON, worker: UInt64 = 0, generation: UInt32 = 0,
        cause: CommandID = .none
    ) {
        self.kind = kind
        self.scope = scope
        self.method = method
        self.body = body
        self.worker = worker
        self.generation = generation
        self.cause = cause
    }
}
