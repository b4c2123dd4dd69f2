import ChildProcess
public import CodexProtocol

extension CodexClient {
    /// How codex is started and spoken with.
    public struct Options: Sendable {
        /// A path, or a name that is looked up in the PATH of the environment.
        public var executable = "codex"
        /// Begins with the sub-command.
        public var arguments = ["app-server"]
        /// `-c KEY=VALUE` each: overrides of `config.toml`.
        public var configuration: [String] = []
        /// Adds `--analytics-default-enabled`.
        public var analyticsDefaultEnabled = false
        /// Nil for this process's own.
        public var workingDirectory: String?
        /// Whether codex gets this process's variables.
        public var inheritsEnvironment = true
        /// What codex gets besides, or instead; nil takes a variable away.
        public var environment: [String: String?] = [:]
        /// `CODEX_HOME`; nil leaves it to the environment.
        public var codexHome: String?
        /// What codex is told of this client; the name leads the user agent.
        public var clientInfo = ClientInfo(name: "bosun-codex-client", version: "1.0.0")
        /// What this client can do; nil for nothing in particular.
        public var capabilities: InitializeCapabilities?
        /// Which versions of codex will do.
        public var versionGuard = VersionGuard()
        /// How long things may take.
        public var timeouts = Timeouts()
        /// For the client's own messages, `nextMessage()`; nil when nobody is going to read them.
        public var messages: StreamOptions? = StreamOptions()
        /// Asked first about every tool use that codex wants approved.
        public var hooks: CodexHooks?
        /// What codex's request gets that nobody takes, or nobody answers in time. Requests that can't be declined are refused
        /// with an error.
        public var defaultAnswer = ApprovalAnswer.decline
        /// Where codex's stderr goes.
        public var standardError = StandardErrorHandling.discard
        /// Called with every line of both ways, on the client's thread: it must not block.
        public var mirror: (@Sendable (Direction, String) -> Void)?
        /// Bytes a line of codex may have; a longer one ends it. A resumed thread's history is one line of megabytes.
        public var lineLimit = 64 << 20

        /// A codex from the PATH, in this process's directory and environment.
        public init() {}
    }

    /// Which way a line goes.
    public enum Direction: Sendable { case sent, received }

    /// How long things may take.
    public struct Timeouts: Sendable, Hashable {
        /// From the spawn to the answer of `initialize`.
        public var startup: Duration = .seconds(30)
        /// A request, when it brings none of its own.
        public var request: Duration = .seconds(60)
        /// A turn of a session, from its start to its end.
        public var turn: Duration = .seconds(600)
        /// A request of codex's, until it gets the default answer.
        public var serverRequest: Duration = .seconds(120)
        /// From the end of its input until codex gets SIGTERM.
        public var endOfInput: Duration = .seconds(10)
        /// From SIGTERM until SIGKILL.
        public var terminate: Duration = .seconds(5)
        /// For the whole shutdown.
        public var shutdown: Duration = .seconds(30)

        /// The durations that stand beside each.
        public init() {}
    }

    /// Where codex's stderr goes. It is always drained, and its last 16 KiB are kept.
    public enum StandardErrorHandling: Sendable {
        case discard
        /// Called with each line, 20 a second at most, on the client's thread: it must not block.
        case log(@Sendable (String) -> Void)
        /// For `takeStandardError()`: so many lines are kept until they are read.
        case lines(capacity: Int)
    }
}

extension CodexClient.Options {
    var command: Command {
        var arguments = arguments
        if analyticsDefaultEnabled { arguments.append("--analytics-default-enabled") }
        for override in configuration { arguments += ["-c", override] }
        var environment = inheritsEnvironment ? ProcessEnvironment.current : [:]
        // It would tell tools in codex that another agent runs them.
        environment["CLAUDECODE"] = nil
        if let codexHome { environment["CODEX_HOME"] = codexHome }
        for (name, value) in self.environment { environment[name] = value }
        return Command(
            executable, arguments: arguments, environment: environment, workingDirectory: workingDirectory)
    }

    var transport: StdioTransport.Options {
        var options = StdioTransport.Options(command: command)
        options.lineLimit = lineLimit
        options.stop = StopLadder.Durations(endOfFile: timeouts.endOfInput, terminate: timeouts.terminate)
        if let mirror {
            options.mirror = { line in
                mirror(line.direction == .sent ? .sent : .received, String(decoding: line.bytes, as: UTF8.self))
            }
        }
        return options
    }
}
