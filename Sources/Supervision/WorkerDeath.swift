/// How one life of a worker ended.
package struct WorkerDeath: Sendable, Equatable {
    /// Bytes of its stderr that are kept: a thousand workers keep sixteen deaths each.
    package static let stderrLimit = 1 << 10

    /// When its end was seen, in nanoseconds since 1970.
    package let at: UInt64
    /// Which life it was: how often the worker had been started.
    package let generation: UInt32
    package let exit: WorkerEvent.Exit
    /// The last that it wrote to stderr, whole characters.
    package let stderrTail: String

    package init(at: UInt64, generation: UInt32, exit: WorkerEvent.Exit, stderrTail: String = "") {
        self.at = at
        self.generation = generation
        self.exit = exit
        let tail = stderrTail.utf8.suffix(Self.stderrLimit)
        // A character that was cut into begins with what only continues one.
        self.stderrTail =
            tail.count == stderrTail.utf8.count
            ? stderrTail : String(decoding: tail.drop { $0 & 0b1100_0000 == 0b1000_0000 }, as: UTF8.self)
    }
}
