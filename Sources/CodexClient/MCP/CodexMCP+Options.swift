internal import ChildProcess
internal import CodexProtocol

extension CodexMCP {
    /// How codex is started and spoken with.
    public struct Options: Sendable {
        /// A path, or a name that is looked up in the PATH of the environment.
        public var executable = "codex"
        /// Begins with the sub-command.
        public var arguments = ["mcp-server"]
        /// Nil for this process's own.
        public var workingDirectory: String?
        /// `CODEX_HOME`; nil leaves it to the environment.
        public var codexHome: String?
        /// Whether codex gets this process's variables.
        public var inheritsEnvironment = true
        /// What codex gets besides, or instead; nil takes a variable away. `CLAUDECODE` is never passed on.
        public var environment: [String: String?] = [:]
        /// What the server is told of this client.
        public var clientName = "bosun-codex-client"
        /// The version that goes with the name.
        public var clientVersion = "1.0.0"
        /// The revision of MCP that is offered; codex 0.149.0 takes any and answers with the same.
        public var protocolVersion = "2025-03-26"
        /// From the spawn to the answer of `initialize`.
        public var startTimeout: Duration = .seconds(30)
        /// A request, when it brings none of its own.
        public var requestTimeout: Duration = .seconds(60)
        /// A call of a tool, which is a whole turn, when it brings none of its own.
        public var callTimeout: Duration = .seconds(3600)
        /// For the whole shutdown.
        public var shutdownTimeout: Duration = .seconds(30)
        /// From the end of its input until SIGTERM.
        public var endOfInputGrace: Duration = .seconds(10)
        /// From SIGTERM until SIGKILL.
        public var terminateGrace: Duration = .seconds(5)
        /// Decides what codex wants approved; without one everything is denied. Each question has a task of its own, which is
        /// cancelled when the question is withdrawn.
        public var elicitation: (@Sendable (Elicitation) async -> Elicitation.Decision)?
        /// After it an undecided question is denied.
        public var elicitationTimeout: Duration = .seconds(600)
        /// Called with each line of both ways, without its newline, on the library's thread: it must not block.
        public var mirror: (@Sendable (CodexClient.Direction, String) -> Void)?
        /// Called with what comes on stderr, as it comes, on the library's thread: it must not block. Stderr is drained without
        /// it too.
        public var standardError: (@Sendable ([UInt8]) -> Void)?
        /// Bytes a line may have; a longer one ends the server.
        public var lineLimit = 64 << 20

        /// The MCP server of the `codex` of the PATH.
        public init() {}
    }
}

extension CodexMCP.Options {
    var transport: StdioTransport.Options {
        var options = StdioTransport.Options(
            command: Command(
                executable, arguments: arguments,
                environment: ProcessEnvironment.forCodex(
                    inherits: inheritsEnvironment, changes: environment, codexHome: codexHome),
                workingDirectory: workingDirectory))
        options.dialect = .mcp
        options.stop = StopLadder.Durations(endOfFile: endOfInputGrace, terminate: terminateGrace)
        options.lineLimit = lineLimit
        options.standardError = standardError
        if let mirror {
            options.mirror = { line in
                mirror(line.direction == .sent ? .sent : .received, String(decoding: line.bytes, as: UTF8.self))
            }
        }
        return options
    }

    var initializeParams: JSONValue {
        [
            "protocolVersion": .string(protocolVersion), "capabilities": ["elicitation": [:]],
            "clientInfo": ["name": .string(clientName), "version": .string(clientVersion)],
        ]
    }
}
