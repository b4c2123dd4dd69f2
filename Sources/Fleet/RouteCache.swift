import JSONRPC

/// Where workers' lines about threads belonged lately: asking the fleet's state costs as much as publishing a delta.
///
/// A table of four places for each hash: a run of one thread's lines and those of many threads in turn find theirs alike.
/// `@unchecked Sendable`: only its fleet uses it, on the loop's thread.
final class RouteCache: @unchecked Sendable {
    private var routes = [Route?](repeating: nil, count: RouteCache.places)
    /// Where the next one goes when all four places are taken.
    private var turn = 0
    private var counts: [String: LineCount] = [:]
    private(set) var version: UInt64 = 0

    private static let places = 1_024
    private static let ways = 4

    /// The route of such a line of the worker's, when one was kept and still holds.
    func find(_ worker: UInt64, thread: BorrowedText?) -> Route? {
        guard let thread else { return nil }
        let first = Self.place(worker, thread)
        for index in first..<first + Self.ways {
            if let route = routes[index], route.isFor(worker, thread: thread, version: version) { return route }
        }
        return nil
    }

    /// Keeps a route for the next such lines of the worker.
    func keep(_ route: Route, of worker: UInt64, thread: BorrowedText) {
        let first = Self.place(worker, thread)
        let free = (first..<first + Self.ways).first { routes[$0]?.version != version }
        turn += 1
        routes[free ?? first + turn % Self.ways] = route
    }

    private static func place(_ worker: UInt64, _ thread: BorrowedText) -> Int {
        let end = thread.withUnsafeBytes { bytes in
            let length = bytes.count
            return length < 8 ? UInt64(length) : bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
        }
        // Fibonacci hashing: the product's upper bits depend on all of the number's.
        let hash = (end ^ worker << 48) &* 0x9E37_79B9_7F4A_7C15
        return Int(hash >> 32) % (places / ways) * ways
    }

    /// The count of a thread's lines, which its routes keep up.
    func count(of thread: String) -> LineCount {
        if let count = counts[thread] { return count }
        let count = LineCount()
        counts[thread] = count
        return count
    }

    /// How many lines of a thread have passed since it was heard of.
    func lines(of thread: String) -> UInt64 { counts[thread]?.lines ?? 0 }

    /// The thread is not live any more.
    func forgetLines(of thread: String) { counts[thread] = nil }

    /// Only routes of that version hold from here on: so often it has changed whose the threads are.
    func follow(_ version: UInt64) { self.version = version }
}
