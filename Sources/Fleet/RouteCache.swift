import JSONRPC

/// Where each worker's last line about a thread belonged: most lines come in long runs of the same one.
///
/// `@unchecked Sendable`: only its fleet uses it, on the loop's thread.
final class RouteCache: @unchecked Sendable {
    /// By the worker's number: they are given from 1 on.
    private var routes: [Route?] = []
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

    /// Forgets all: what the fleet knows of threads has changed.
    func forget() { version += 1 }
}
