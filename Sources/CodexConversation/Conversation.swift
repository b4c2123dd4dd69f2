package import EventLoop
package import JSONRPC

/// This side of one conversation: what is asked, what is answered, and what waits to be written.
///
/// A value: no clock, no I/O but `flush`. Requests go out as the window and the reader's pace allow; answers, notifications and
/// refusals go out at once. Specialized as `PendingRequests` is.
package struct Conversation<Token: Sendable> {
    /// Bytes that may wait to be written before further requests stay in the queue, where they can expire.
    private static var requestLimit: Int { 8 << 20 }
    /// Bytes that may wait to be written at all: whoever lets that many lie does not read.
    package static var outboxLimit: Int { 64 << 20 }

    private var outbox = Outbox()
    private var pending: PendingRequests<Token>

    package init(window: Int = 64, queueLimit: Int = 256) {
        pending = PendingRequests(window: window, queueLimit: queueLimit)
    }

    /// What is under way or waits already stays so.
    package mutating func resize(window: Int, queueLimit: Int) {
        pending.window = window
        pending.queueLimit = queueLimit
    }

    package var inFlightCount: Int { pending.inFlightCount }
    package var queuedCount: Int { pending.queuedCount }

    /// When `expire` has something to do next.
    package var nextDeadline: MonotonicInstant? { pending.nextDeadline }

    /// Takes a request; false when window and queue are full. `line` makes its one line, newline included, for its id.
    @_specialize(where Token == UInt64)
    package mutating func request(
        token: Token, deadline: MonotonicInstant, isUrgent: Bool = false, line: @escaping @Sendable (Int64) -> [UInt8]
    ) -> Bool {
        pending.submit(token: token, deadline: deadline, isUrgent: isUrgent, line: line)
    }

    /// Takes a line that waits for no window; false when the other side has not read for too long.
    package mutating func say(_ line: [UInt8]) -> Bool {
        guard outbox.pending + line.count <= Self.outboxLimit else { return false }
        outbox.append(line)
        return true
    }

    /// Writes what may go out and is taken now. `wouldBlock`: call again when it is writable. `bytes(0)`: all is out.
    ///
    /// - Parameter sent: is told each request's id as its line is put out.
    @_specialize(where Token == UInt64)
    package mutating func flush(
        to descriptor: borrowing FileDescriptor, sent: (Token, Int64, [UInt8]) -> Void = { _, _, _ in }
    ) -> FileDescriptor.Transfer {
        flush(sent: sent) { descriptor.write($0) }
    }

    /// The same, to whatever takes bytes as a descriptor does.
    @_specialize(where Token == UInt64)
    package mutating func flush(
        sent: (Token, Int64, [UInt8]) -> Void = { _, _, _ in },
        _ write: (UnsafeRawBufferPointer) -> FileDescriptor.Transfer
    ) -> FileDescriptor.Transfer {
        while outbox.pending < Self.requestLimit, let ready = pending.next(offset: outbox.endOffset) {
            outbox.append(ready.line)
            sent(ready.token, ready.id, ready.line)
        }
        return outbox.flush(write)
    }

    /// Who waits for this answer; nil for nobody: an unknown id, a second answer, or one after the deadline.
    ///
    /// Some servers give a number back as a string: `"7"` answers 7.
    @_specialize(where Token == UInt64)
    package mutating func answered(_ id: RequestID?) -> Token? {
        Self.number(id).flatMap { pending.answered($0) }
    }

    private static func number(_ id: RequestID?) -> Int64? {
        switch id {
        case .number(let number)?: number
        case .string(let text)?: Int64(text)
        case nil: nil
        }
    }

    /// How often the server has refused that request so far as too much for now; nil when nobody waits for it.
    @_specialize(where Token == UInt64)
    package func refusals(of id: RequestID?) -> Int? { Self.number(id).flatMap { pending.refusals(of: $0) } }

    /// The server refused it as too much for now: it is asked again at `due`, which `nextDeadline` and `expire` see to. False
    /// when that would be past its deadline.
    package mutating func postpone(_ id: RequestID?, until due: MonotonicInstant) -> Bool {
        Self.number(id).map { pending.postpone($0, until: due) } ?? false
    }

    /// Nobody waits for it any more: true when it was with the server, which then is at work on it still.
    package mutating func abandon(
        at now: MonotonicInstant, where isIt: (Token) -> Bool
    ) -> PendingRequests<Token>.Abandoned? {
        pending.abandon(at: now, written: outbox.written, where: isIt)
    }

    /// Takes back the request that `isIt` finds, unless it is with the server. False when it was not found, or is.
    package mutating func recall(where isIt: (Token) -> Bool) -> Bool { pending.recall(where: isIt) != nil }

    /// The requests whose deadline has passed.
    package mutating func expire(
        at now: MonotonicInstant
    ) -> [PendingRequests<Token>.Lost] {
        pending.expire(at: now, written: outbox.written)
    }

    /// It is over: every request that somebody still waits for, once.
    package mutating func end() -> [PendingRequests<Token>.Lost] {
        let lost = pending.end(written: outbox.written)
        outbox = Outbox()
        return lost
    }
}
