import JSONRPC

/// Where each worker's last line belonged: most lines come in long runs of the same thread.
///
/// `@unchecked Sendable`: only its fleet uses it, on the loop's thread.
final class RouteCache: @unchecked Sendable {
    private struct Entry {
        let route: Route
        let thread: [UInt8]
        let version: UInt64
    }

    /// By the worker's number: they are given from 1 on.
    private var entries: [Entry?] = []
    private var version: UInt64 = 0

    /// The route of the worker's last line, when this one names the same thread.
    func last(of worker: UInt64, thread: BorrowedText?) -> Route? {
        guard let thread, worker < entries.count, let entry = entries[Int(worker)], entry.version == version,
            thread == entry.thread
        else { return nil }
        return entry.route
    }

    /// Keeps a route to a thread for the worker's next lines.
    func keep(_ route: Route, of worker: UInt64) {
        guard let thread = route.thread, let index = Int(exactly: worker) else { return }
        if index >= entries.count { entries += [Entry?](repeating: nil, count: index + 1 - entries.count) }
        entries[index] = Entry(route: route, thread: Array(thread.utf8), version: version)
    }

    /// Forgets all: what the fleet knows of threads has changed.
    func forget() { version += 1 }
}
