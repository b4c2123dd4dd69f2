/// What a worker is called, for as long as the daemon runs: its processes come and go.
package struct WorkerIdentity: Sendable, Hashable {
    /// `main-1`: the group's name and a place in it.
    package let name: String
    /// Unique in the daemon, from 1; it stands in every event's header.
    package let number: UInt64
    package let group: String

    package init(name: String, number: UInt64, group: String) {
        self.name = name
        self.number = number
        self.group = group
    }
}
