package import ChildProcess

/// How to start a worker, and how long to be patient with it.
package struct WorkerSpec: Sendable {
    package var command: Command
    /// Where codex keeps its threads: workers with the same one can resume each other's.
    package var codexHome: String
    package var timing: Timing
    package var restart: RestartPolicy
    /// Bytes that it and all that it started may hold before it is drained and started anew; nil: no bound.
    package var memoryLimit: UInt64?

    package init(
        command: Command, codexHome: String, timing: Timing = Timing(), restart: RestartPolicy = RestartPolicy(),
        memoryLimit: UInt64? = nil
    ) {
        self.command = command
        self.codexHome = codexHome
        self.timing = timing
        self.restart = restart
        self.memoryLimit = memoryLimit
    }

    /// The durations that `WorkerStateMachine` works with.
    package struct Timing: Sendable, Equatable {
        package var backoff = Backoff()
        /// Ready and up for this long: the failures before are forgotten.
        package var stable: Duration = .seconds(120)
        /// From the spawn to the answer of `initialize`.
        package var start: Duration = .seconds(30)
        /// How long stdout may stay open after the process's end (a grandchild holds it), or the process live on
        /// after it closed stdout.
        package var outputGrace: Duration = .seconds(2)
        /// How long the process may live on after it closed stdin.
        package var inputGrace: Duration = .milliseconds(100)
        /// How long turns that run may hold up the end of a worker that is drained.
        package var drain: Duration = .seconds(300)
        package var stop = StopLadder.Durations()

        package init() {}
    }
}
