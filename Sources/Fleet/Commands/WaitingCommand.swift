package import BusProtocol
package import EventLoop

/// A command for a worker, held until the thread it is for has one.
package struct WaitingCommand: Sendable {
    package let token: CommandToken
    package let id: CommandID
    package let method: String
    /// One line of JSON, an object.
    package let params: [UInt8]
    package let deadline: MonotonicInstant
    /// The roles that it takes, with these params.
    let needs: Set<Role>
    /// Whether, with these params, it leaves something in its thread that later turns go by.
    let leavesWords: Bool
    /// Who sent it.
    package let caller: Caller
    /// The thread that it names.
    package var thread: String?
    /// The handle that it names.
    var handle: Handles.Handle?

    var timer: FleetTimer { .waiting(token, thread: thread ?? "") }
}
