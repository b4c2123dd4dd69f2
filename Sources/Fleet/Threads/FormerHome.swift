/// Whose a thread was that no worker has, and where it is kept: who can have it now is the same for all that share both.
package struct FormerHome: Sendable, Hashable {
    /// Nil: none that the configuration has still.
    package let worker: UInt64?
    package let codexHome: String

    package init(worker: UInt64?, codexHome: String) {
        self.worker = worker
        self.codexHome = codexHome
    }
}
