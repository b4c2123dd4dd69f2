public import BusProtocol
import EventLoop
import Glibc
public import JSONRPC

/// A client of the command socket that does not give up: what may be sent again is, also to the next daemon, until it has
/// an outcome or the time is up.
///
///     var options = Commander.Options(client: "my-tool")
///     options.timeout = .seconds(30)
///     let commander = Commander(Endpoints(runDirectory: "/run/bosun"), options)
///     let started = try commander.perform("thread/start", ["cwd": "/tmp"])
///     print(started.value["thread"]?["id"]?.stringValue ?? "?")
///
/// Not Sendable: for one thread, which may wait.
public final class Commander {
    public struct Options: Sendable {
        /// What the client calls itself. Keys are its own: another name's are others.
        public var client: String
        /// How long a command may take in all, with all its tries.
        public var timeout = Duration.seconds(60)
        /// Pauses between two tries: the first, and the longest.
        public var pauses = Duration.milliseconds(50)...Duration.seconds(2)
        /// Errors to be told of at once, although the same command may succeed later.
        public var finalReasons: Set<BusErrorReason> = []

        public init(client: String) {
            self.client = client
        }
    }

    private let endpoints: Endpoints
    private let options: Options
    private let clock = MonotonicClock()
    private var link: CommandClient?

    /// No daemon need be there yet.
    public init(_ endpoints: Endpoints, _ options: Options) {
        self.endpoints = endpoints
        self.options = options
    }

    /// Asks for something that does no harm when it is done twice.
    ///
    /// - Parameters:
    ///   - params: An object.
    ///   - meta: An object; `protocols/bus.md` has its members.
    ///   - timeout: In place of the options'.
    public func ask(
        _ method: String, _ params: JSON = [:], meta: JSON = [:], timeout: Duration? = nil
    ) throws(CommanderError) -> CommandResult {
        try send(method, params, meta, timeout)
    }

    /// Has something done once, however often it has to be sent.
    ///
    /// - Parameters:
    ///   - params: An object.
    ///   - meta: An object; `protocols/bus.md` has its members.
    ///   - key: The idempotency key. One that the caller has stored first lets it ask again after its own death.
    ///   - timeout: In place of the options'.
    public func perform(
        _ method: String, _ params: JSON = [:], meta: JSON = [:], key: String = CommandID.random().description,
        timeout: Duration? = nil
    ) throws(CommanderError) -> CommandResult {
        var meta = meta
        meta["idempotencyKey"] = .string(key)
        return try send(method, params, meta, timeout)
    }

    private func send(
        _ method: String, _ params: JSON, _ meta: JSON, _ timeout: Duration?
    ) throws(CommanderError) -> CommandResult {
        let deadline = clock.now.advanced(by: timeout ?? options.timeout)
        var rule = RetryRule(until: deadline, pauses: options.pauses, except: options.finalReasons)
        while true {
            do throws(ClientError) {
                return try attempt(method, params, meta, until: deadline)
            } catch {
                switch rule.failed(error, at: clock.now) {
                case .giveUp(let error): throw error
                case .again(let pause, let afresh):
                    if afresh { link = nil }
                    usleep(UInt32(clamping: pause.milliseconds * 1_000))
                }
            }
        }
    }

    private func attempt(
        _ method: String, _ params: JSON, _ meta: JSON, until deadline: MonotonicInstant
    ) throws(ClientError) -> CommandResult {
        let left = max(.milliseconds(1), clock.now.duration(to: deadline))
        var meta = meta
        meta["client"] = .string(options.client)
        // The daemon is to say what came of it while somebody listens.
        if meta["deadlineMs"] == nil { meta["deadlineMs"] = .integer(min(left.milliseconds, 86_400_000)) }
        let link: CommandClient
        if let open = self.link { link = open } else { link = try CommandClient(endpoints) }
        self.link = link
        return try link.call(method, params: params, meta: meta, timeout: left + Self.grace)
    }

    /// How long a reply may be on its way.
    private static let grace = Duration.seconds(2)
}
