package import BusProtocol
package import JSONRPC

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
