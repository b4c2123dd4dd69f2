internal import Glibc

extension CodexExec {
    /// One `codex exec` that was started. Dropped, with its event sequences, it is killed.
    public final class Execution: Sendable {
        private let process: ExecProcess

        init(_ process: ExecProcess) { self.process = process }

        /// The id of the process, also after its end.
        public var processID: Int32 { process.ending.pid }

        /// What it says, in order, each event to one reader; over when it has ended and all is read.
        public var events: Events { Events(execution: self) }

        /// How it ended; nil while it has not. Does not wait.
        public var ending: Ending? { process.ending.value }

        /// Waits for its end; nil when `timeout` has passed, or when the task is cancelled.
        ///
        /// It does not end while more than `Options.eventCapacity` events wait to be read.
        public func wait(within timeout: Duration? = nil) async -> Ending? {
            await process.awaitEnd(within: timeout)
        }

        /// SIGINT, as Ctrl-C gives: codex breaks off the turn and ends (0.163.0: within 0.2 s, exit code 1).
        public func interrupt() { process.perform { $0.signal(SIGINT) } }

        /// Interrupts it, and ends it by SIGTERM and SIGKILL when that takes too long. Does not wait.
        public func stop() { process.perform { $0.stop() } }

        /// SIGKILL, to it and to what it has started.
        public func kill() { process.perform { $0.signal(SIGKILL) } }

        func next() async -> Event? { await process.next().map(Event.init(line:)) }
    }

    /// How a process ended.
    public struct Ending: Sendable, Hashable {
        /// Its exit code or the signal, and what ended it.
        public let exit: CodexExit
        /// The last of stderr, 16 KiB at most.
        public let standardErrorTail: String
        /// Whether `Options.deadline` had it stopped.
        public let reachedDeadline: Bool
    }

    /// What an execution says. Never fails: a line that is no JSON is an event too.
    public struct Events: AsyncSequence, Sendable {
        public typealias Element = Event
        public typealias Failure = Never

        let execution: Execution

        public func makeAsyncIterator() -> Iterator { Iterator(execution: execution) }

        /// Takes one event after the other.
        public struct Iterator: AsyncIteratorProtocol {
            let execution: Execution

            /// Nil at the end, and when the task is cancelled.
            public mutating func next() async -> Event? { await execution.next() }

            public mutating func next(isolation actor: isolated (any Actor)?) async -> Event? {
                await execution.next()
            }
        }
    }

    /// All that an execution came to.
    public struct Outcome: Sendable, Hashable {
        /// All events, in order.
        public let events: [Event]
        /// How the process ended.
        public let ending: Ending

        /// To resume it later.
        public var threadID: String? {
            events.lazy.compactMap { if case .threadStarted(let id) = $0.content { id } else { nil } }.first
        }

        /// The last message of codex.
        public var message: String? {
            events.lazy.reversed().compactMap { event -> String? in
                guard case .itemCompleted(let item) = event.content, case .agentMessage(let text) = item.content else {
                    return nil
                }
                return text
            }.first
        }

        /// Tokens of the turn; nil when it was not completed.
        public var usage: Usage? {
            events.lazy.reversed().compactMap { if case .turnCompleted(let usage) = $0.content { usage } else { nil } }
                .first
        }

        /// Why the turn failed.
        public var failure: String? {
            events.lazy.compactMap { if case .turnFailed(let message) = $0.content { message } else { nil } }.first
        }

        /// A turn that was completed, by a process that says so.
        public var isSuccess: Bool { usage != nil && failure == nil && ending.exit.code == 0 }
    }
}
