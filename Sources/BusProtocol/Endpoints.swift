/// Where a daemon takes commands and where it publishes: in its run directory, or over tcp.
public struct Endpoints: Sendable, Hashable {
    /// ROUTER in REP's envelope: commands and approvals.
    public let commands: String
    /// XPUB: everything that happens, in one order, or an audience's part of it. Nil: nobody listens here.
    public let events: String?
    /// Like `commands`, for operators, apart from the work of others: the daemon's own user's alone. Not over tcp.
    public let control: String?
    /// By which this client is known over tcp, and knows the daemon.
    public let keys: ClientKeys?

    /// Those of a daemon on this machine.
    ///
    /// - Parameter audience: whose part is heard; its users hear nothing else.
    public init(runDirectory: String, audience: String? = nil) {
        let paths = SocketPaths(runDirectory: runDirectory)
        commands = "ipc://\(paths.commands)"
        events = "ipc://\(audience.map(paths.events(ofAudience:)) ?? paths.events)"
        control = "ipc://\(paths.control)"
        keys = nil
    }

    /// Those of a daemon's `[listen]`, as `tcp://HOST:PORT`.
    ///
    /// - Parameter events: what only commands needs none. An audience has its own.
    public init(commands: String, events: String? = nil, keys: ClientKeys) {
        self.commands = commands
        self.events = events
        control = nil
        self.keys = keys
    }

    /// `$XDG_RUNTIME_DIR/bosun`, else `/run/bosun`.
    public static func defaultRunDirectory(environment: [String: String]) -> String {
        if let base = environment["XDG_RUNTIME_DIR"], base.hasPrefix("/") { return "\(base)/bosun" }
        return "/run/bosun"
    }
}
