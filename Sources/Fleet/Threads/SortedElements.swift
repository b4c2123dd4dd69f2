/// Elements in their order, each once. Most come at the end and leave at the front, where both cost next to nothing;
/// elsewhere the ones behind are moved.
struct SortedElements<Element: Comparable & Sendable>: Sendable {
    /// Those before `start` have left.
    private var elements: [Element] = []
    private var start = 0

    var isEmpty: Bool { start == elements.count }

    var all: ArraySlice<Element> { elements[start...] }

    func first(after element: Element) -> Element? {
        let index = place(of: element)
        let next = index < elements.count && elements[index] == element ? index + 1 : index
        return next < elements.count ? elements[next] : nil
    }

    mutating func insert(_ element: Element) {
        let index = place(of: element)
        if index < elements.count, elements[index] == element { return }
        if index == start, start > 0 {
            start -= 1
            elements[start] = element
        } else {
            elements.insert(element, at: index)
        }
    }

    mutating func remove(_ element: Element) {
        let index = place(of: element)
        guard index < elements.count, elements[index] == element else { return }
        guard index == start else {
            elements.remove(at: index)
            return
        }
        start += 1
        if start > 32, 2 * start > elements.count {
            elements.removeFirst(start)
            start = 0
        }
    }

    /// Where the first one is that is not before `element`.
    private func place(of element: Element) -> Int {
        if let last = elements.last, start < elements.count, last < element { return elements.count }
        var (low, high) = (start, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
