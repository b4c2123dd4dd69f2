/// What codex told of threads that have not shown yet: which thread started them.
package struct AnnouncedParents: Sendable {
    package static let limit = 1_000

    private var parents: [String: String] = [:]
    private var order: [String] = []

    package init() {}

    package mutating func add(_ parent: String, of thread: String) {
        if parents.updateValue(parent, forKey: thread) == nil { order.append(thread) }
        if order.count > Self.limit { parents[order.removeFirst()] = nil }
    }

    package mutating func take(_ thread: String) -> String? {
        guard let parent = parents.removeValue(forKey: thread) else { return nil }
        order.removeAll { $0 == thread }
        return parent
    }
}
