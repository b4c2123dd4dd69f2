/// The names of workers that were removed, for what is still to be said of their threads.
package struct FormerWorkers: Sendable {
    /// Beyond it the oldest is forgotten, and nobody is told from whom its threads came.
    package static let limit = 1_000

    private var names: [UInt64: String] = [:]
    private var order: [UInt64] = []

    package init() {}

    package subscript(worker: UInt64) -> String? { names[worker] }

    package mutating func add(_ name: String, number: UInt64) {
        guard names.updateValue(name, forKey: number) == nil else { return }
        order.append(number)
        if order.count > Self.limit { names[order.removeFirst()] = nil }
    }
}
