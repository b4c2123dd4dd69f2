/// A command that was sent with an idempotency key.
package struct KeyRecord: Sendable, Hashable {
    package let name: KeyName
    /// Of the method and the params.
    package let digest: String
    /// The command's UUID.
    package let command: String
    /// Where in the order of events it was taken.
    package let epoch: UInt64
    package let seq: UInt64
    /// When it was taken, in unix milliseconds.
    package let begun: Int64
    /// Nil while nobody knows.
    package var outcome: KeyOutcome?

    package init(
        name: KeyName, digest: String, command: String, epoch: UInt64, seq: UInt64, begun: Int64,
        outcome: KeyOutcome? = nil
    ) {
        self.name = name
        self.digest = digest
        self.command = command
        self.epoch = epoch
        self.seq = seq
        self.begun = begun
        self.outcome = outcome
    }
}
