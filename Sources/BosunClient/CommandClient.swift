package import BusProtocol
import EventLoop
package import JSONRPC
import ZeroMQ

/// A client of the command socket that asks one thing at a time and waits for the answer.
///
/// Not Sendable: for one thread, which may wait.
package final class CommandClient {
    /// Above this libzmq cuts the daemon's link before anybody could answer `too_large`.
    package static let largestRequest = 16 << 20
    /// Bytes of the longest reply that is let in; a whole thread's history is one of up to some 25 MB.
    private static let largestReply = 256 << 20
    /// How often it looks whether the other side is still there.
    private static let watchInterval = Duration.milliseconds(100)

    private let endpoint: String
    private let keys: ClientKeys?
    private let socket: Socket
    private let clock = MonotonicClock()
    private var lastID: Int64 = 0
    /// Replies to earlier requests, which had been given up.
    package private(set) var lateReplies = 0

    /// Which of the daemon's sockets for commands.
    package enum Place: Sendable {
        case commands
        /// Operators' own: it takes what is about the daemon and its workers, never behind work.
        case control
    }

    /// Throws `noDaemon` at once when nobody listens.
    package init(_ endpoints: Endpoints, at place: Place = .commands) throws(ClientError) {
        // Over tcp there is no socket apart.
        endpoint = (place == .control ? endpoints.control : nil) ?? endpoints.commands
        keys = endpoints.keys
        try Listener.require(at: endpoint, .dealer, keys)
        do throws(ZeroMQError) {
            socket = try Socket(.dealer, in: Context())
            try socket.set(.maxMessageSize, Self.largestReply)
            // A link that is lost takes its queue along: a command must not reach the next daemon by surprise, and
            // that the socket can't be written to any more shows that the answer is lost.
            try socket.set(.immediate, true)
            try socket.set(.reconnectInterval, Self.watchInterval * 3)
            try socket.use(keys)
            try socket.connect(endpoint)
        } catch {
            throw ClientError(error)
        }
    }

    /// Sends a command and waits for its reply.
    ///
    /// - Parameters:
    ///   - params: An object.
    ///   - meta: An object; see `protocols/bus.md` for its members.
    ///   - timeout: How long this side waits. The daemon's own deadline is `meta.deadlineMs`.
    package func call(
        _ method: String, params: JSON = [:], meta: JSON = [:], timeout: Duration = .seconds(5)
    ) throws(ClientError) -> CommandResult {
        let deadline = clock.now.advanced(by: timeout)
        lastID += 1
        var request: JSON = [
            "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": params,
        ]
        if meta.objectValue?.isEmpty == false { request["meta"] = meta }
        let bytes = request.serialized()
        guard bytes.count <= Self.largestRequest else {
            throw ClientError(
                .requestTooLarge, "a request has at most \(Self.largestRequest) bytes, not \(bytes.count)")
        }
        try awaitLink(until: deadline, timeout)
        let isSent = try ClientError.wrapping { () throws(ZeroMQError) in
            // The empty frame makes it what a REQ sends.
            guard try socket.send(copying: [], more: true) == .sent else { return false }
            return try socket.send(copying: bytes) == .sent
        }
        guard isSent else { throw lost() }
        return try awaitReply(to: .number(lastID), until: deadline, timeout)
    }

    /// Returns once a daemon has taken the link up: at once but for the first call, or after a restart.
    private func awaitLink(until deadline: MonotonicInstant, _ timeout: Duration) throws(ClientError) {
        while !(try wait(for: .writable, until: deadline)) {
            let left = clock.now.duration(to: deadline)
            guard left > .zero else { throw silence(timeout) }
            try Listener.require(at: endpoint, .dealer, keys, within: left)
        }
    }

    private func awaitReply(
        to id: RequestID, until deadline: MonotonicInstant, _ timeout: Duration
    ) throws(ClientError) -> CommandResult {
        while true {
            let isReadable = try wait(for: .readable, until: deadline)
            if isReadable, let result = try takeReply(to: id) { return result }
            guard clock.now < deadline else { throw silence(timeout) }
            if isReadable { continue }
            let events = try ClientError.wrapping { () throws(ZeroMQError) in try socket.events }
            // A reply may have come since.
            guard events.contains(.writable) || events.contains(.readable) else { throw lost() }
        }
    }

    /// Nil when what came answers an earlier request.
    private func takeReply(to id: RequestID) throws(ClientError) -> CommandResult? {
        let message = try ClientError.wrapping { () throws(ZeroMQError) in try socket.receiveMultipart(limit: 2) }
        guard let message else { return nil }
        guard message.count == 2, message.discarded == 0, message[0].isEmpty else {
            throw ClientError(.garbageReply, "the daemon's reply is not an empty frame and one more")
        }
        switch try CommandReply(parsing: message[1].bytes) {
        case .result(id, let result): return result
        case .error(nil, let error), .error(id, let error): throw ClientError(error)
        case .result, .error:
            lateReplies += 1
            return nil
        }
    }

    private func wait(for events: SocketEvents, until deadline: MonotonicInstant) throws(ClientError) -> Bool {
        let left = max(.zero, clock.now.duration(to: deadline))
        return try ClientError.wrapping { () throws(ZeroMQError) in
            try socket.wait(for: events, timeout: min(left, Self.watchInterval)).contains(events)
        }
    }

    private func silence(_ timeout: Duration) -> ClientError {
        ClientError(.noDaemon, "no answer at \(Listener.name(of: endpoint)) within \(timeout)")
    }

    private func lost() -> ClientError {
        ClientError(.noDaemon, "the daemon at \(Listener.name(of: endpoint)) went away before it answered")
    }
}
