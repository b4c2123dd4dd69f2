internal import ChildProcess

extension CodexExec {
    /// How codex is started.
    public struct Options: Sendable {
        /// A path, or a name that is looked up in the PATH of the environment.
        public var executable = "codex"
        /// Nil for this process's own.
        public var workingDirectory: String?
        /// `CODEX_HOME`; nil leaves it to the environment.
        public var codexHome: String?
        /// Whether codex gets this process's variables.
        public var inheritsEnvironment = true
        /// What codex gets besides, or instead; nil takes a variable away. `CLAUDECODE`, which would tell tools in codex that
        /// another agent runs them, is never passed on.
        public var environment: [String: String?] = [:]
        /// `--model`; nil leaves it to the configuration.
        public var model: String?
        /// `--sandbox`; nil leaves it to the configuration.
        public var sandbox: Sandbox?
        /// Whether codex may work outside of a git repository.
        public var skipsGitRepositoryCheck = true
        /// The thread that the prompt is for.
        public var thread = Thread.new
        /// Further arguments of `codex exec`, before the prompt.
        public var arguments: [String] = []
        /// After it the process is stopped as by `Execution.stop()`; nil for no deadline.
        public var deadline: Duration?
        /// From the interrupt until SIGTERM.
        public var interruptGrace: Duration = .seconds(10)
        /// From SIGTERM until SIGKILL.
        public var terminateGrace: Duration = .seconds(5)
        /// How many events may wait for a reader; behind that codex waits in its write.
        public var eventCapacity = 1_024
        /// How many bytes of events may wait.
        public var eventByteCapacity = 16 << 20
        /// Bytes an event may have; a longer one ends codex.
        public var lineLimit = 64 << 20
        /// Called with what comes on stderr, as it comes, on the library's thread: it must not block. Stderr is drained without
        /// it too.
        public var standardError: (@Sendable ([UInt8]) -> Void)?

        /// A new thread by the `codex` of the PATH, with the configuration of its `CODEX_HOME`.
        public init() {}
    }

    /// What the model's commands may do.
    public enum Sandbox: String, Sendable, Hashable, CaseIterable {
        case readOnly = "read-only"
        case workspaceWrite = "workspace-write"
        case dangerFullAccess = "danger-full-access"
    }

    /// The thread that the prompt is for.
    public enum Thread: Sendable, Hashable {
        case new
        /// `codex exec resume`: a thread of the same `CODEX_HOME`, by id or name.
        case resume(String)
        /// The newest thread of the working directory.
        case resumeLast
    }
}

extension CodexExec.Options {
    func command(prompt: String) -> Command {
        var arguments = ["exec", "--json"]
        if skipsGitRepositoryCheck { arguments.append("--skip-git-repo-check") }
        if let model { arguments += ["--model", model] }
        if let sandbox { arguments += ["--sandbox", sandbox.rawValue] }
        arguments += self.arguments
        // Behind "--" a prompt is a prompt, also one that is called "--help" or "resume".
        switch thread {
        case .new: arguments += ["--", prompt]
        case .resume(let thread): arguments += ["resume", "--", thread, prompt]
        case .resumeLast: arguments += ["resume", "--last", "--", prompt]
        }
        return Command(
            executable, arguments: arguments,
            environment: ProcessEnvironment.forCodex(
                inherits: inheritsEnvironment, changes: environment, codexHome: codexHome),
            workingDirectory: workingDirectory, hasNullInput: true)
    }
}

extension ProcessEnvironment {
    /// What a codex of this library's gets.
    static func forCodex(inherits: Bool, changes: [String: String?], codexHome: String?) -> [String: String] {
        var environment = inherits ? current : [:]
        for (name, value) in changes { environment[name] = value }
        if let codexHome { environment["CODEX_HOME"] = codexHome }
        environment["CLAUDECODE"] = nil
        return environment
    }
}
