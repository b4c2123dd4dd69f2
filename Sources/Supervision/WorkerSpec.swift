package import ChildProcess

/// How to start a worker, and how long to be patient with it.
package struct WorkerSpec: Sendable {
    package var command: Command
    /// Where codex keeps its threads: workers with the same one can resume each other's.
    package var codexHome: String
    package var timing: Timing
    package var restart: RestartPolicy
    package var limits = Limits()
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

    /// What is too much of one worker.
    package struct Limits: Sendable, Equatable {
        /// Requests that are with it at once: codex loses replies above 128 (measured on 0.163.0).
        package var window = 64
        /// Requests that wait behind those; then a request is refused.
        package var queue = 256
        /// Bytes of one line of its output.
        package var line = 64 << 20
        /// Lines a minute that are no messages.
        package var garbage = 1_000

        package init() {}
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
        /// Nil: a silent worker is not asked whether it lives.
        package var liveness: Liveness? = Liveness()

        package init() {}

        package struct Liveness: Sendable, Equatable {
            /// Without a byte of output for so long it is asked.
            package var silence: Duration = .seconds(30)
            /// How long it has to say something then.
            package var answer: Duration = .seconds(10)
            /// So often it may miss that; then it is ended and started again.
            package var misses = 3

            package init() {}
        }
    }
}
