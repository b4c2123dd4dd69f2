package import ChildProcess

/// A number of workers of one kind.
package struct GroupConfiguration: Sendable, Equatable {
    /// Its workers are `name-1`, `name-2`, …
    package var name: String
    /// The executable, found in PATH when it has no slash, and its arguments.
    package var command: [String]
    package var workers: Int
    /// Nil: the daemon's own CODEX_HOME, else `~/.codex`.
    package var codexHome: String?
    package var workingDirectory: String?
    package var stdio: Command.Stdio
    /// What its workers get besides the ordinary environment; nil: the daemon's own value.
    package var environment: [String: String?]
    /// Nil: the daemon's own.
    package var user: UserAccount?
    package var limits = Limits()
    package var behavior = GroupBehavior()

    /// What each of its workers may take of the machine; nil: what the daemon started with.
    package struct Limits: Sendable, Equatable {
        /// Open descriptors, the soft limit.
        package var descriptors: Int?
        /// −1000 to 1000.
        package var oomScoreAdjustment: Int?
        /// Bytes that a worker and all that it started may hold; nil: no bound.
        package var memory: Int?

        package init() {}
    }

    package static let defaultName = "main"
    package static let defaultCommand = ["codex", "app-server"]
    package static let largestGroup = 10_000

    package init(
        name: String = GroupConfiguration.defaultName, command: [String] = GroupConfiguration.defaultCommand,
        workers: Int = 1, codexHome: String? = nil, workingDirectory: String? = nil,
        stdio: Command.Stdio = .socketPair, environment: [String: String?] = [:]
    ) {
        self.name = name
        self.command = command
        self.workers = workers
        self.codexHome = codexHome
        self.workingDirectory = workingDirectory
        self.stdio = stdio
        self.environment = environment
    }
}
