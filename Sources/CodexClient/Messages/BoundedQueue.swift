/// A queue with a bound in elements and in bytes.
///
/// A value: what it drops comes back to whoever pushed.
struct BoundedQueue<Element> {
    enum Taken {
        case element(Element)
        /// So many that stood here were dropped.
        case lagged(Int)
    }

    private let options: StreamOptions
    private var elements: [(element: Element, bytes: Int)?] = []
    private var head = 0
    private var bytes = 0
    private var lagged = 0
    /// Whether it refused an element: it takes none any more.
    private(set) var hasFailed = false

    init(_ options: StreamOptions) { self.options = options }

    var count: Int { elements.count - head }

    /// Takes the element and gives what had to go for it: the oldest ones, or, when the policy is to fail, itself.
    mutating func push(_ element: Element, bytes size: Int) -> [Element] {
        guard !hasFailed else { return [element] }
        // One element alone always fits: a line has its own limit.
        let isFull = count > 0 && (count >= options.capacity || bytes + size > options.byteCapacity)
        if isFull, options.policy == .failSlowConsumer {
            hasFailed = true
            return [element]
        }
        var dropped: [Element] = []
        while count > 0, count >= options.capacity || bytes + size > options.byteCapacity {
            if let oldest = removeFirst() { dropped.append(oldest) }
        }
        lagged += dropped.count
        elements.append((element, size))
        bytes += size
        return dropped
    }

    mutating func pop() -> Taken? {
        if lagged > 0 {
            defer { lagged = 0 }
            return .lagged(lagged)
        }
        return removeFirst().map { .element($0) }
    }

    mutating func removeAll() -> [Element] {
        defer { self = BoundedQueue(options) }
        return elements[head...].compactMap { $0?.element }
    }

    private mutating func removeFirst() -> Element? {
        guard head < elements.count, let (element, size) = elements[head] else { return nil }
        elements[head] = nil
        head += 1
        bytes -= size
        if head == elements.count || head > 64 && head > elements.count / 2 {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }
}
