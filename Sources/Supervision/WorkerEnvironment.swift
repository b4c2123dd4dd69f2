package import CodexConversation
package import Diagnostics
package import EventLoop

/// What every worker of a loop shares.
package struct WorkerEnvironment: Sendable {
    package let loop: EventLoop
    package let reader: LineReader
    /// Nil: their output is read on `loop`, too.
    package let readers: ReaderLoops?
    package let observer: any WorkerObserver
    package let host: any WorkerHost
    package let log: Log
    /// `BOSUN_WORKER` of its workers begins with it: the state directory's id and the epoch.
    package let mark: String
    /// The version that is told to codex.
    package let version: String
    /// A number in 0..<1, for jitter.
    package let random: @Sendable () -> Double

    package init(
        loop: EventLoop, reader: LineReader, observer: any WorkerObserver, host: any WorkerHost, log: Log, mark: String,
        version: String, readers: ReaderLoops? = nil,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.loop = loop
        self.reader = reader
        self.readers = readers
        self.observer = observer
        self.host = host
        self.log = log
        self.mark = mark
        self.version = version
        self.random = random
    }
}
