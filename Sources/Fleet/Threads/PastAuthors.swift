/// Whose words stay in threads: they are there still when a thread that was let go of, or archived, comes back.
package struct PastAuthors: Sendable {
    /// Threads that are remembered. Beyond it the oldest is forgotten: from then on it can't be told of a thread that comes
    /// back and is not among them.
    package static let limit = 20_000

    private var byThread: [String: Set<String>] = [:]
    private var order: [String] = []
    private var hasForgotten = false

    package init() {}

    package mutating func keep(_ names: Set<String>, of thread: String) {
        guard !names.isEmpty else { return }
        if byThread.updateValue(names, forKey: thread) == nil { order.append(thread) }
        guard order.count > Self.limit else { return }
        byThread[order.removeFirst()] = nil
        hasForgotten = true
    }

    /// - Parameter isNew: There was no such thread before.
    package func names(in thread: String, isNew: Bool = false) -> Set<String> {
        byThread[thread] ?? (hasForgotten && !isNew ? [TurnAuthors.nobody] : [])
    }
}
