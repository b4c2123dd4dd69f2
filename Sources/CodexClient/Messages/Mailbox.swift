private import Synchronization

/// A bounded queue between the client's thread and tasks that wait for what comes.
final class Mailbox<Element: Sendable>: Sendable {
    enum Delivery: Sendable {
        case element(Element)
        case lagged(Int)
    }

    enum Pushed {
        /// It is there; these had to go.
        case taken(dropped: [Element])
        /// Nobody reads any more.
        case closed
    }

    private typealias Waiter = CheckedContinuation<Result<Delivery?, CodexClientError>, Never>

    private struct State {
        var queue: BoundedQueue<Element>
        var waiters: [(token: UInt64, waiter: Waiter)] = []
        var lastToken: UInt64 = 0
        /// Set once: what a reader gets when all is read. A success of nil is the end.
        var ending: Result<Delivery?, CodexClientError>?
        var isClosed = false
        var wasRead = false
        var onClose: (@Sendable ([Element]) -> Void)?
    }

    private let state: Mutex<State>
    private let size: @Sendable (Element) -> Int

    init(_ options: StreamOptions, size: @escaping @Sendable (Element) -> Int = { _ in 0 }) {
        state = Mutex(State(queue: BoundedQueue(options)))
        self.size = size
    }

    /// Whether anybody has ever read from it.
    var wasRead: Bool { state.withLock { $0.wasRead } }

    /// Has `body` called once, when the reader goes, with what was not read; at once when it has gone.
    func onClose(_ body: @escaping @Sendable ([Element]) -> Void) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.onClose = body }
            return state.isClosed
        }
        if isClosed { body([]) }
    }

    @discardableResult
    func push(_ element: Element) -> Pushed {
        let size = size(element)
        let (pushed, waiter) = state.withLock { state -> (Pushed, Waiter?) in
            guard !state.isClosed, state.ending == nil else { return (.closed, nil) }
            if !state.waiters.isEmpty { return (.taken(dropped: []), state.waiters.removeFirst().waiter) }
            let dropped = state.queue.push(element, bytes: size)
            if state.queue.hasFailed {
                state.ending = .failure(CodexClientError(.slowConsumer, "\(state.queue.count) messages wait"))
            }
            return (.taken(dropped: dropped), nil)
        }
        waiter?.resume(returning: .success(.element(element)))
        return pushed
    }

    /// Nothing comes any more: who has read all gets the error, or nil. The first ending counts.
    func finish(_ error: CodexClientError? = nil) {
        let ending: Result<Delivery?, CodexClientError> = error.map { .failure($0) } ?? .success(nil)
        let waiters = state.withLock { state -> [(token: UInt64, waiter: Waiter)] in
            guard state.ending == nil else { return [] }
            state.ending = ending
            defer { state.waiters = [] }
            return state.waiters
        }
        for (_, waiter) in waiters { waiter.resume(returning: ending) }
    }

    /// The reader goes: what is there, and what comes, is nobody's.
    func close() {
        finish()
        let (body, unread) = state.withLock { state -> ((@Sendable ([Element]) -> Void)?, [Element]) in
            guard !state.isClosed else { return (nil, []) }
            state.isClosed = true
            defer { state.onClose = nil }
            return (state.onClose, state.queue.removeAll())
        }
        body?(unread)
    }

    /// The next, in order; nil at the end. Throws what the end was, or `cancelled`.
    func next() async throws(CodexClientError) -> Delivery? {
        let token = state.withLock { state in
            state.wasRead = true
            state.lastToken += 1
            return state.lastToken
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: Waiter) in
                let ready = state.withLock { state in Self.take(from: &state, for: waiter, token) }
                if let ready { waiter.resume(returning: ready) }
            }
        } onCancel: {
            cancel(token)
        }
        return try result.get()
    }

    private static func take(
        from state: inout State, for waiter: Waiter, _ token: UInt64
    ) -> Result<Delivery?, CodexClientError>? {
        switch state.queue.pop() {
        case .element(let element): return .success(.element(element))
        case .lagged(let count): return .success(.lagged(count))
        case nil: break
        }
        if let ending = state.ending { return ending }
        // Read under the lock: a cancellation after this finds the waiter.
        if Task.isCancelled { return .failure(CodexClientError(.cancelled)) }
        state.waiters.append((token, waiter))
        return nil
    }

    private func cancel(_ token: UInt64) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.token == token }) else { return nil }
            return state.waiters.remove(at: index).waiter
        }
        waiter?.resume(returning: .failure(CodexClientError(.cancelled)))
    }
}
