/// How much of what went by is kept: the oldest goes first, by whichever of the two is reached.
package struct EventRetention: Sendable, Hashable {
    package var age: Duration
    /// Of topics, headers and bodies; the file is some percent larger.
    package var bytes: Int

    package init(age: Duration = .seconds(24 * 3_600), bytes: Int = 1 << 30) {
        self.age = age
        self.bytes = bytes
    }
}
