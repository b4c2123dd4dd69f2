import JSONRPC

/// Where each worker's last line about a thread belonged: most lines come in long runs of the same one.
///
/// `@unchecked Sendable`: only its fleet uses it, on the loop's thread.
final class RouteCache: @unchecked Sendable {
    /// By the worker's number: they are given from 1 on.
    private var routes: [Route?] = []
    private var counts: [String: LineCount] = [:]
    /// How often what the fleet knows of threads has changed.
    private(set) var version: UInt64 = 0

    /// The route of the worker's last line, when this one names the same thread.
    func last(of worker: UInt64, thread: BorrowedText?) -> Route? {
        guard let thread, worker < routes.count, let route = routes[Int(worker)],
            route.isFor(thread: thread, version: version)
        else { return nil }
        return route
    }

    /// Keeps a route to a thread for the worker's next lines.
    func keep(_ route: Route, of worker: UInt64) {
        guard let index = Int(exactly: worker) else { return }
        if index >= routes.count { routes = routes + [Route?](repeating: nil, count: index + 1 - routes.count) }
        routes[index] = route
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

    /// Forgets all: what the fleet knows of threads has changed.
    func forget() { version += 1 }
}
