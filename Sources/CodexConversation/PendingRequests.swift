package import EventLoop

/// The requests of one conversation that are not answered yet, each with the token by which its asker knows it.
///
/// At most `window` are with the server at once: codex loses replies when more than 128 are in flight (measured on
/// 0.163.0). `queueLimit` more wait behind them; then a request is refused.
///
/// A value: no clock, no I/O. Times come in, lines to write come out. What each request goes through is there for numbers
/// as tokens, too: otherwise its types would be looked up at run time again and again, a tenth of all that a command costs.
package struct PendingRequests<Token: Sendable> {
    /// How an unanswered request ended.
    package enum Loss: Sendable, Equatable {
        /// Nothing of it had been written: the server does not know of it.
        case unwritten
        /// It had been written, wholly or in part: what came of it is not known.
        case written
    }

    /// A request that has no answer and gets none any more.
    package typealias Lost = (token: Token, loss: Loss, id: Int64?)

    /// A request that nobody waits for any more.
    package struct Abandoned {
        package let token: Token
        package let loss: Loss
        /// Nil when it had not left the queue.
        package let id: Int64?
    }

    /// A request that is to be written now, as its one line.
    package struct Ready {
        package let token: Token
        package let id: Int64
        package let line: [UInt8]
    }

    private struct Request {
        let token: Token
        let deadline: MonotonicInstant
        let line: @Sendable (Int64) -> [UInt8]
        /// It goes out at once, whatever else is under way.
        let isUrgent: Bool
        /// How often the server has refused it as too much for now.
        var refusals = 0
    }

    /// Waits to be asked again.
    private struct Postponed {
        let request: Request
        let due: MonotonicInstant
    }

    private struct InFlight {
        /// Nil when the deadline has passed: the asker has its answer, but the server is still at work on it.
        var token: Token?
        var deadline: MonotonicInstant
        /// Where its line begins in all that was ever written; the line counts as written when a byte of it is.
        let offset: UInt64
        let request: Request
    }

    package var window: Int
    package var queueLimit: Int
    /// How long an overdue request still takes its place in the window: the server is at work on it, or has lost it.
    private let abandonedFor: Duration

    private var lastID: Int64 = 0
    private var inFlight: [Int64: InFlight] = [:]
    private var queue: [Request] = []
    private var postponed: [Postponed] = []

    package init(window: Int = 64, queueLimit: Int = 256, abandonedFor: Duration = .seconds(300)) {
        self.window = window
        self.queueLimit = queueLimit
        self.abandonedFor = abandonedFor
    }

    package var inFlightCount: Int { inFlight.count }
    package var queuedCount: Int { queue.count + postponed.count }

    /// Takes a request; false when the queue is full. `line` makes its one line, newline included, for the id it gets.
    ///
    /// - Parameter isUrgent: neither queue nor window hold it back, but for another urgent one.
    @_specialize(where Token == UInt64)
    package mutating func submit(
        token: Token, deadline: MonotonicInstant, isUrgent: Bool = false, line: @escaping @Sendable (Int64) -> [UInt8]
    ) -> Bool {
        let request = Request(token: token, deadline: deadline, line: line, isUrgent: isUrgent)
        if isUrgent {
            queue.insert(request, at: 0)
            return true
        }
        // What the window has room for waits in the queue too, until it is written.
        guard queuedCount < queueLimit + max(0, window - inFlight.count) else { return false }
        queue.append(request)
        return true
    }

    /// The next request that may go out, or nil. `offset` is how much was written or waits to be written before it.
    @_specialize(where Token == UInt64)
    package mutating func next(offset: UInt64) -> Ready? {
        guard let first = queue.first else { return nil }
        guard inFlight.count < window || first.isUrgent && !isUrgentInFlight else { return nil }
        let request = queue.removeFirst()
        lastID += 1
        inFlight[lastID] = InFlight(
            token: request.token, deadline: request.deadline, offset: offset, request: request)
        return Ready(token: request.token, id: lastID, line: request.line(lastID))
    }

    private var isUrgentInFlight: Bool { inFlight.values.contains { $0.request.isUrgent } }

    /// The server answered `id`. Nil when nobody waits: an unknown id, a second answer, or one after the deadline.
    @_specialize(where Token == UInt64)
    package mutating func answered(_ id: Int64) -> Token? {
        inFlight.removeValue(forKey: id)?.token
    }

    /// How often the server has refused that request so far; nil when nobody waits for it.
    @_specialize(where Token == UInt64)
    package func refusals(of id: Int64) -> Int? {
        inFlight[id].flatMap { $0.token == nil ? nil : $0.request.refusals }
    }

    /// The server can't take `id` now: it is asked again at `due`, with a new id, behind nothing that came meanwhile. False
    /// when that would be past its deadline: then the refusal is its answer.
    package mutating func postpone(_ id: Int64, until due: MonotonicInstant) -> Bool {
        guard let refused = inFlight[id], refused.token != nil, due < refused.deadline else { return false }
        inFlight[id] = nil
        var request = refused.request
        request.refusals += 1
        postponed.append(Postponed(request: request, due: due))
        return true
    }

    /// The requests whose deadline has passed. `written` is how many bytes have gone out in all.
    package mutating func expire(at now: MonotonicInstant, written: UInt64) -> [Lost] {
        var expired: [Lost] = []
        for (id, request) in inFlight.sorted(by: { $0.key < $1.key }) where request.deadline <= now {
            if let token = request.token { expired.append((token, Self.loss(of: request, written: written), id)) }
            // An urgent one has no place in the window to keep.
            if request.token != nil, !request.request.isUrgent {
                inFlight[id]?.token = nil
                inFlight[id]?.deadline = now.advanced(by: abandonedFor)
            } else {
                inFlight[id] = nil
            }
        }
        let due = postponed.filter { $0.due <= now }.sorted { $0.due < $1.due }
        postponed.removeAll { $0.due <= now }
        queue.insert(contentsOf: due.map(\.request), at: queue.prefix(while: \.isUrgent).count)
        for request in queue where request.deadline <= now { expired.append((request.token, .unwritten, nil)) }
        queue.removeAll { $0.deadline <= now }
        return expired
    }

    /// Gives up waiting for the request that `isIt` finds. One that was sent keeps its place in the window for a while.
    package mutating func abandon(
        at now: MonotonicInstant, written: UInt64, where isIt: (Token) -> Bool
    ) -> Abandoned? {
        if let token = recall(where: isIt) { return Abandoned(token: token, loss: .unwritten, id: nil) }
        for (id, request) in inFlight {
            guard let token = request.token, isIt(token) else { continue }
            inFlight[id]?.token = nil
            inFlight[id]?.deadline = now.advanced(by: abandonedFor)
            return Abandoned(token: token, loss: Self.loss(of: request, written: written), id: id)
        }
        return nil
    }

    /// Takes back the request that `isIt` finds, if it waits here; nil when the server has it, or there is none.
    package mutating func recall(where isIt: (Token) -> Bool) -> Token? {
        if let index = queue.firstIndex(where: { isIt($0.token) }) { return queue.remove(at: index).token }
        guard let index = postponed.firstIndex(where: { isIt($0.request.token) }) else { return nil }
        return postponed.remove(at: index).request.token
    }

    /// When `expire` has something to do next.
    package var nextDeadline: MonotonicInstant? {
        let waiting = queue.lazy.map(\.deadline).min()
        let sent = inFlight.values.lazy.map(\.deadline).min()
        let again = postponed.lazy.map(\.due).min()
        return [waiting, sent, again].compactMap(\.self).min()
    }

    /// The conversation is over: every request that somebody still waits for, once.
    package mutating func end(written: UInt64) -> [Lost] {
        let sent = inFlight.sorted { $0.key < $1.key }.compactMap { id, request -> Lost? in
            request.token.map { ($0, Self.loss(of: request, written: written), id) }
        }
        let waiting = (postponed.map(\.request) + queue).map { request -> Lost in (request.token, .unwritten, nil) }
        inFlight = [:]
        queue = []
        postponed = []
        return sent + waiting
    }

    private static func loss(of request: InFlight, written: UInt64) -> Loss {
        written > request.offset ? .written : .unwritten
    }
}
