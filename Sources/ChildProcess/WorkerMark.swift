/// What a worker and all that it starts carry in the environment: `BOSUN_WORKER=<state id>.<epoch>.<worker>`.
package struct WorkerMark: Sendable, Hashable {
    package static let variable = "BOSUN_WORKER"

    package let stateID: String
    package let epoch: UInt64
    package let worker: String

    package init(stateID: String, epoch: UInt64, worker: String) {
        self.stateID = stateID
        self.epoch = epoch
        self.worker = worker
    }

    /// Nil for a value that no daemon gives.
    package init?(_ value: String) {
        let parts = value.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let epoch = UInt64(parts[1]) else { return nil }
        self.init(stateID: String(parts[0]), epoch: epoch, worker: String(parts[2]))
    }
}
