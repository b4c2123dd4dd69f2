import BusProtocol
import EventLoop
package import JSONRPC
package import ZeroMQ

/// The command socket: a ROUTER that speaks REP's envelope, so that any plain REQ client can use it, and that owes each
/// request exactly one reply.
///
/// A request is handed on with a token; the reply may come at once or much later, and holds nobody else up.
/// `@unchecked Sendable`: touched on its loop's thread only; its socket checks that with each use.
package final class CommandServer: @unchecked Sendable {
    /// Takes a request that could be read.
    package typealias Handler = (_ token: UInt64, _ request: CommandRequest, _ sender: CommandSender) -> Void
    /// Says who sent a message, by the name that the door gave its connection; nil: nobody who may do anything.
    package typealias Identifier = (_ userID: String?) -> CommandSender?

    /// What a request may have at most, in bytes; above it the answer is `too_large`.
    package static let largestRequest = 4 << 20
    /// Above this libzmq cuts the link before anything is seen here.
    package static let largestFrame = 16 << 20
    /// Requests that may be unanswered at a time, over all clients.
    package static let openLimit = 10_000
    /// Of one user: the others' requests find room beside them.
    package static let openLimitOfUser = 4_000
    /// Frames of an envelope: several hops of proxies, then the empty one and the request.
    private static let frameLimit = 16

    /// Where a reply goes, and what it answers.
    private struct Open {
        let envelope: [[UInt8]]
        let id: [UInt8]
        let user: String
        /// The door's name of the connection.
        let connection: String?
        /// Who asked may not hear the answer any more.
        var isForbidden = false
    }

    private let socket: LoopSocket
    private var open: [UInt64: Open] = [:]
    private var openOfUser: [String: Int] = [:]
    private var lastToken: UInt64
    private var identify: Identifier?
    /// What every request gets that comes when the server finishes.
    private var refusal: CommandOutcome?
    private var onFinish: (() -> Void)?
    package private(set) var counts = CommandCounters()

    /// Takes a bound ROUTER socket; `start` joins it to the loop.
    ///
    /// - Parameter firstToken: where its tokens begin, so that those of two servers differ.
    package init(_ socket: LoopSocket, firstToken: UInt64 = 0) {
        self.socket = socket
        lastToken = firstToken
    }

    package func start(
        identifying identify: @escaping Identifier, onFailure: @escaping (ZeroMQError) -> Void,
        _ handler: @escaping Handler
    ) throws(ZeroMQError) {
        self.identify = identify
        try socket.start(frameLimit: Self.frameLimit, onFailure: onFailure) { [weak self] message in
            self?.take(message, identify, handler)
        }
    }

    /// Gives the request of that token its reply; a second one is not sent.
    package func reply(_ token: UInt64, _ outcome: CommandOutcome, meta: JSON) {
        guard let open = open.removeValue(forKey: token) else { return }
        openOfUser.leave(open.user)
        let outcome = open.isForbidden ? Self.nobody : outcome
        send(to: open.envelope, outcome.reply(id: open.id, meta: meta))
        finishIfAnswered()
    }

    /// Refuses what comes from here on, and calls `body` once each request that was taken before has its reply.
    package func finish(refusing refusal: CommandOutcome, _ body: @escaping () -> Void) {
        self.refusal = refusal
        onFinish = body
        finishIfAnswered()
    }

    private func finishIfAnswered() {
        guard open.isEmpty, let body = onFinish else { return }
        onFinish = nil
        body()
    }

    /// Gives each open request that reply, and returns how many there were.
    package func replyToAll(_ outcome: CommandOutcome) -> Int {
        let tokens = open.keys.sorted()
        for token in tokens { reply(token, outcome, meta: [:]) }
        return tokens.count
    }

    /// Connections may be others' now, or nobody's: whoever lost theirs gets no answer but that.
    package func usersChanged() {
        guard let identify else { return }
        for (token, request) in open where identify(request.connection)?.user != request.user {
            open[token]?.isForbidden = true
        }
    }

    private static let nobody = CommandOutcome.failure(.forbidden, "whoever sends this may do nothing here")

    /// Leaves the loop; replies that wait are sent while the socket lingers.
    package func close() { socket.close() }

    package var openCount: Int { open.count }

    /// What an operator wants to see.
    package var counters: JSON {
        [
            "requests": .integer(Int64(counts.requests)), "open": .integer(Int64(open.count)),
            "refused": .integer(Int64(counts.refused)), "unreadable": .integer(Int64(counts.unreadable)),
            "undelivered": .integer(Int64(counts.undelivered)),
        ]
    }

    // MARK: In

    private func take(_ message: consuming Multipart, _ identify: Identifier, _ handler: Handler) {
        let connection = message.metadata("User-Id")
        let sender = identify(connection)
        guard let (envelope, request) = Self.split(message) else {
            counts.unreadable += 1
            return
        }
        counts.requests += 1
        func refuse(_ outcome: CommandOutcome, id: [UInt8]? = nil) {
            counts.refused += 1
            send(to: envelope, outcome.reply(id: id ?? Array("null".utf8), meta: [:]))
        }
        guard message[0].isMadeHere else {
            return refuse(.error(["code": -32600, "message": "leave the routing id to the daemon"]))
        }
        guard let request else {
            return refuse(.error(["code": -32600, "message": "one frame behind the envelope is the request"]))
        }
        guard request.count <= Self.largestRequest else {
            return refuse(.failure(.tooLarge, "a request has at most \(Self.largestRequest) bytes"))
        }
        do throws(CommandRequestError) {
            let request = try CommandRequest(parsing: request)
            guard let sender else {
                return refuse(Self.nobody, id: request.id)
            }
            if let refusal { return refuse(refusal, id: request.id) }
            guard open.count < Self.openLimit, openOfUser[sender.user, default: 0] < Self.openLimitOfUser else {
                return refuse(.failure(.overloaded, "too many requests are open"), id: request.id)
            }
            lastToken += 1
            open[lastToken] = Open(envelope: envelope, id: request.id, user: sender.user, connection: connection)
            openOfUser[sender.user, default: 0] += 1
            handler(lastToken, request, sender)
        } catch {
            refuse(.error(["code": .integer(Int64(error.rpcCode)), "message": .string("\(error)")]), id: error.id)
        }
    }

    /// The envelope is the routing id and every frame up to and with the first empty one; without an empty one it is the
    /// routing id alone (a DEALER that sends none). Nil when nothing stands behind the routing id; no request when more
    /// than one frame stands behind the envelope.
    private static func split(_ message: borrowing Multipart) -> (envelope: [[UInt8]], request: [UInt8]?)? {
        guard message.count >= 2 else { return nil }
        let last = message.count - 1
        var end = 1
        for index in 1..<last where message[index].isEmpty {
            end = index + 1
            break
        }
        let isWhole = end == last && message.discarded == 0
        return ((0..<end).map { message[$0].bytes }, isWhole ? message[last].bytes : nil)
    }

    // MARK: Out

    private func send(to envelope: [[UInt8]], _ reply: [UInt8]) {
        let isSent: Bool? = socket.withSocket { socket in
            do throws(ZeroMQError) {
                for (index, frame) in envelope.enumerated() {
                    let result = try socket.send(copying: frame, more: true)
                    // The ROUTER decides with its first frame, the client's own id.
                    if index == 0, result != .sent { return false }
                }
                return try socket.send(copying: reply) == .sent
            } catch {
                return false
            }
        }
        // A client that has gone, or that does not take its replies: it asks again, or does not care.
        if isSent != true { counts.undelivered += 1 }
    }
}

extension Message {
    /// Whether it is a routing id that libzmq has given. Under one of its own choosing a client that comes again, or another
    /// one that takes its name, would get the replies to what was asked before.
    fileprivate var isMadeHere: Bool { count == 5 && withUnsafeBytes { $0[0] == 0 } }
}

extension [String: Int] {
    /// Counts one less; who has none left is forgotten.
    fileprivate mutating func leave(_ key: String) {
        guard let count = self[key] else { return }
        self[key] = count > 1 ? count - 1 : nil
    }
}
