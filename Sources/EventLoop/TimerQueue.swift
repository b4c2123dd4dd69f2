/// The timers of one loop, the earliest first: a binary heap with a table beside it, so that cancelling is cheap.
package struct TimerQueue {
    private struct Entry {
        let deadline: MonotonicInstant
        let id: TimerID

        static func < (a: Entry, b: Entry) -> Bool {
            a.deadline == b.deadline ? a.id.value < b.id.value : a.deadline < b.deadline
        }
    }

    private var heap: [Entry] = []
    private var handlers: [TimerID: () -> Void] = [:]
    private var lastID: UInt64 = 0

    package init() {}

    package var count: Int { handlers.count }
    var heapCount: Int { heap.count }

    package mutating func add(deadline: MonotonicInstant, _ handler: @escaping () -> Void) -> TimerID {
        lastID += 1
        let id = TimerID(value: lastID)
        handlers[id] = handler
        heap.append(Entry(deadline: deadline, id: id))
        siftUp(heap.count - 1)
        return id
    }

    package mutating func remove(_ id: TimerID) {
        guard handlers.removeValue(forKey: id) != nil else { return }
        // A cancelled timer stays in the heap until it comes up; without this, cancelled far deadlines would pile up.
        if heap.count > 64 && heap.count > 2 * handlers.count { compact() }
    }

    /// The earliest deadline, of a live timer or of one that was cancelled lately: never later than the true one.
    package var nextDeadline: MonotonicInstant? { handlers.isEmpty ? nil : heap.first?.deadline }

    package mutating func popDue(at now: MonotonicInstant) -> (() -> Void)? {
        while let first = heap.first, first.deadline <= now {
            popFirst()
            if let handler = handlers.removeValue(forKey: first.id) { return handler }
        }
        return nil
    }

    private mutating func compact() {
        heap = heap.filter { handlers[$0.id] != nil }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    }

    private mutating func popFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        if !heap.isEmpty { siftDown(0) }
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}

/// Names a timer of one loop.
package struct TimerID: Hashable, Sendable {
    let value: UInt64
}
