import BusProtocol
import EventLoop
import JSONRPC

/// Codex's own stdio protocol on one side, a fleet on the other, decided: what a client of `codex app-server` writes becomes
/// commands, and its threads' events become the lines that codex would have written.
///
/// A value without clock or I/O. Its topics are in `AppServerBridge+….swift`.
package struct AppServerBridge: Sendable {
    package struct Options: Sendable {
        /// Whether the client is asked for its threads' approvals. Else they are left to the fleet's approvers.
        package var asksApprovals = false
        /// The group whose workers do what names no thread.
        package var group: String?
        /// Where threads and commands work that name no place, as those of a codex of the client's own would.
        package var directory: String?
        /// What the daemon knows the client as.
        package var client = "bosun app-server"

        package init() {}
    }

    package enum Action: Sendable, Equatable {
        /// Write this line, which has its newline, to the client.
        case write([UInt8])
        /// Send this request to the daemon. Its reply goes to `replied`.
        case send([UInt8])
        /// Call `retry` with it after that time.
        case wait(Int64, Duration)
        /// Tell whoever runs this.
        case tell(String)
    }

    enum Stage {
        case new
        case initializing(id: [UInt8], ServerDescription)
        case serving
    }

    /// A request that the daemon has not answered.
    struct Request {
        enum Purpose {
            /// The client's, by its own id.
            case client(id: [UInt8], method: String)
            case workers
            case approvals(thread: String)
            /// - Parameter unkeyed: what is sent without a key where the daemon's disk takes none.
            case respond(Approval, unkeyed: JSON?)
            /// What went by, behind there.
            case replay(after: EventCursor)
            /// A large body of one of the client's threads.
            case body(ref: String, thread: String)
        }

        let purpose: Purpose
        let bytes: [UInt8]
        let command: CommandID
        /// Until then what may be tried again is.
        let patience: MonotonicInstant
        var pause = Duration.milliseconds(50)
    }

    /// An approval that the client was asked for.
    struct Approval: Equatable {
        let name: String
        let thread: String
        let refusal: JSON
        /// Codex's own id of the request.
        var request: JSON?
        /// Somebody else's answer, or its end, was told.
        var isClosed = false
    }

    let options: Options
    var stage = Stage.new
    /// Methods of notifications that the client does not want.
    var unwanted: Set<String> = []
    var requests: [Int64: Request] = [:]
    var lastRequest: Int64 = 0
    /// The client's threads, and their subagents'.
    var threads: Set<String> = []
    /// What the client calls its processes, watches, searches and logins.
    var handles: Set<String> = []
    /// Commands whose events come after their replies, as codex has it.
    var starting: Set<CommandID> = []
    /// Events of a thread that wait for the reply to one of these.
    var held: [String: [Event]] = [:]
    var strangers = StrangerEvents()
    /// Approvals that the client was asked for, by the id that its request had.
    var asked: [Int64: Approval] = [:]
    var lastAsked: Int64 = -1
    /// The last request that codex wrote in each thread: its approval follows.
    var lastAsking: [String: JSON] = [:]
    var epoch: UInt64 = 0
    var order: StreamOrder
    /// Large bodies, as far as they have come.
    var bodies: [String: LargeBody] = [:]

    /// What of the bus it has to hear: threads whose names nobody knows yet, too.
    package static let prefixes = ["ev.", "dl.", "rq.", "sy."]
    /// Requests that the client may have open.
    static let openLimit = 1_000
    /// Processes, watches, searches and logins that are remembered.
    static let handleLimit = 10_000
    /// Events of one thread that wait.
    static let heldLimit = 10_000
    /// How long what may be tried again is, before the client is told; and what the client does not know of.
    static let patience = Duration.seconds(30)
    static let ownPatience = Duration.seconds(600)

    package init(_ options: Options = Options()) {
        self.options = options
        order = StreamOrder(prefixes: Self.prefixes)
    }

    // MARK: The link

    /// The daemon can be reached, for the first time or again: what is open is sent anew. A command that is carried out once
    /// has its idempotency key.
    package func linked() -> [Action] {
        requests.keys.sorted().compactMap { requests[$0].map { .send($0.bytes) } }
    }

    /// Its pause is over.
    package func retry(_ id: Int64) -> [Action] {
        requests[id].map { [.send($0.bytes)] } ?? []
    }

    // MARK: Parts

    /// What codex is to be said to be.
    struct ServerDescription {
        let clientName: String
        let clientVersion: String
    }

    /// Sends a request to the daemon.
    ///
    /// - Parameter isOnce: Whether it does harm to do it twice.
    mutating func send(
        _ method: String, _ params: JSON, for purpose: Request.Purpose, isOnce: Bool = false,
        deadline: Duration = .seconds(10), patience: Duration = patience, at now: MonotonicInstant
    ) -> [Action] {
        lastRequest += 1
        let command = CommandID.random()
        var meta: JSON = [
            "client": .string(options.client), "command": .string(command.description),
            "deadlineMs": .integer(deadline.milliseconds),
        ]
        if isOnce { meta["idempotencyKey"] = .string(command.description) }
        if let group = options.group { meta["group"] = .string(group) }
        let request: JSON = [
            "jsonrpc": "2.0", "id": .integer(lastRequest), "method": .string(method), "params": params, "meta": meta,
        ]
        let bytes = request.serialized()
        requests[lastRequest] = Request(
            purpose: purpose, bytes: bytes, command: command, patience: now.advanced(by: patience))
        return [.send(bytes)]
    }

    /// Codex's own form of a line: without `jsonrpc`.
    static func line(_ message: JSON) -> Action {
        .write(message.serialized() + [UInt8(ascii: "\n")])
    }

    static func error(_ id: [UInt8], code: Int, _ message: String) -> Action {
        line(["id": .raw(id), "error": ["code": .integer(Int64(code)), "message": .string(message)]])
    }
}
