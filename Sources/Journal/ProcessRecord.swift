/// A worker's process, told from every other one that has had its pid.
package struct ProcessRecord: Sendable, Hashable {
    package let worker: String
    package let generation: UInt32
    package let epoch: UInt64
    package let pid: Int32
    /// When it started, in clock ticks since the boot.
    package let started: UInt64
    /// The kernel's name for the boot.
    package let bootID: String

    package init(
        worker: String, generation: UInt32, epoch: UInt64, pid: Int32, started: UInt64, bootID: String
    ) {
        self.worker = worker
        self.generation = generation
        self.epoch = epoch
        self.pid = pid
        self.started = started
        self.bootID = bootID
    }
}
