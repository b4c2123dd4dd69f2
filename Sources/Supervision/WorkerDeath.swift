/// How one life of a worker ended.
package struct WorkerDeath: Sendable, Equatable {
    /// When its end was seen, in nanoseconds since 1970.
    package let at: UInt64
    /// Which life it was: how often the worker had been started.
    package let generation: UInt32
    package let exit: WorkerEvent.Exit

    package init(at: UInt64, generation: UInt32, exit: WorkerEvent.Exit) {
        self.at = at
        self.generation = generation
        self.exit = exit
    }
}
