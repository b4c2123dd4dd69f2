/// From where on kills for want of memory may have been a process's own.
///
/// Kills that were counted while it lived on were others': with workers that share a counter, one of them would explain
/// each SIGKILL for months. The look before the last is what counts, since a kill is seen by a look sooner than its end.
package struct MemoryKillsBaseline: Sendable, Hashable {
    package private(set) var before: MemoryKills
    private var last: MemoryKills

    package init(_ start: MemoryKills) {
        before = start
        last = start
    }

    /// The process lives, and so many have been killed by now.
    package mutating func look(_ now: MemoryKills) {
        guard now.path == last.path else { return }
        before = last
        last = now
    }
}
