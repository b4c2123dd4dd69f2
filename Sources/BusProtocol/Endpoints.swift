/// Where a daemon's sockets are: files in its run directory.
public struct Endpoints: Sendable, Hashable {
    public let runDirectory: String

    public init(runDirectory: String) {
        self.runDirectory = runDirectory
    }

    /// XPUB: everything that happens, in one order.
    public var events: String { "ipc://\(eventsPath)" }
    /// ROUTER in REP's envelope: commands and approvals.
    public var commands: String { "ipc://\(commandsPath)" }

    /// The same for operators, apart from the work of others: the daemon's own user's alone.
    public var control: String { "ipc://\(controlPath)" }

    public var eventsPath: String { "\(runDirectory)/events.sock" }
    /// Where an audience hears its part.
    public func eventsPath(ofAudience name: String) -> String { "\(runDirectory)/audience-\(name).sock" }
    public var commandsPath: String { "\(runDirectory)/commands.sock" }
    public var controlPath: String { "\(runDirectory)/control.sock" }
    /// Held locked by the daemon that serves this directory.
    public var lockPath: String { "\(runDirectory)/lock" }

    /// `$XDG_RUNTIME_DIR/bosun`, else `/run/bosun`.
    public static func defaultRunDirectory(environment: [String: String]) -> String {
        if let base = environment["XDG_RUNTIME_DIR"], base.hasPrefix("/") { return "\(base)/bosun" }
        return "/run/bosun"
    }
}
