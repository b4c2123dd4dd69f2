package import ChildProcess

/// Why a conversation could not be begun, or a request has no answer.
package struct TransportError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// The program can't be started; `spawn` says why.
        case spawnFailed
        /// The loop can't be started, or the kernel refuses to watch the process.
        case loopUnavailable
        case watchFailed
        /// There is no process: not started yet, ended, or being stopped.
        case notRunning
        /// Window and queue are full, or the other side does not read what is written to it.
        case busy
        /// The deadline passed.
        case deadline
        /// The process ended before the answer came.
        case ended
        /// The task that waited was cancelled.
        case cancelled
        /// The answer came, but is none: it has neither or both of result and error. `line` has it.
        case invalidResponse
        /// The process did not end in its time; it is killed.
        case stopTimedOut
    }

    package let code: Code
    package let context: String
    /// False when nothing of the request had been written: the other side does not know of it.
    package var mayHaveBeenTaken = false
    package var spawn: SpawnError?
    package var end: ProcessEnd?
    package var line: [UInt8]?

    package init(_ code: Code, _ context: String = "") {
        self.code = code
        self.context = context
    }

    init(spawn: SpawnError) {
        self.init(.spawnFailed, spawn.description)
        self.spawn = spawn
    }

    package var description: String { context.isEmpty ? "\(code)" : "\(code): \(context)" }
}
