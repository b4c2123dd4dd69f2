package import ChildProcess

/// What a configuration file says; nil where it says nothing.
package struct ConfigurationFile: Sendable, Equatable {
    package var runDirectory: String?
    package var stateDirectory: String?
    package var eventsHighWaterMark: Int?
    package var eventsAge: Duration?
    package var eventsSize: Int?
    package var deltasSize: Int?
    package var loops: Int?
    package var concurrentStarts: Int?
    package var stopTimeout: Duration?
    package var users: [UserConfiguration]?
    package var listen: ListenConfiguration?
    package var audiences: [AudienceConfiguration]?
    /// In the file's order; nil when it has none.
    package var groups: [Group]?

    /// A `[[group]]`.
    package struct Group: Sendable, Equatable {
        package var name: String
        package var command: [String]?
        package var workers: Int?
        package var codexHome: String?
        package var workingDirectory: String?
        package var stdio: Command.Stdio?
        /// `env` and `pass_env` together; nil: the daemon's own value.
        package var environment: [String: String?] = [:]
        package var user: UserAccount?
        package var limits = GroupConfiguration.Limits()
        package var behavior = GroupBehavior()

        package init(name: String) {
            self.name = name
        }
    }

    package init() {}

    /// Reads a file of at most `TextFile.largest` bytes.
    package static func load(_ path: String) throws(ConfigurationError) -> ConfigurationFile {
        try ConfigurationFile(parsing: try TextFile.read(path), file: path)
    }

    /// - Parameter file: its name, for the problems.
    package init(parsing text: [UInt8], file: String) throws(ConfigurationError) {
        let document = try TOMLDocument(text, file: file)
        var reader = ConfigurationReader(file: file)
        self = reader.read(document)
        guard reader.problems.isEmpty else { throw ConfigurationError(.refusedSettings, reader.problems) }
    }

    /// The settings of the whole daemon.
    enum Key: String, CaseIterable {
        case runDirectory = "run_dir"
        case stateDirectory = "state_dir"
        case eventsHighWaterMark = "events_hwm"
        case eventsAge = "events_age"
        case eventsSize = "events_size"
        case deltasSize = "deltas_size"
        case loops
        case concurrentStarts = "concurrent_starts"
        case stopTimeout = "stop_timeout"
        case users
        case listen
        case audiences
        case groups = "group"
    }

    /// The settings of a group.
    enum GroupKey: String, CaseIterable {
        case name
        case command
        case workers
        case codexHome = "codex_home"
        case workingDirectory = "cwd"
        case environment = "env"
        case passedEnvironment = "pass_env"
        case stdio
        case user
        case descriptors
        case oomScoreAdjustment = "oom_score_adj"
        case memoryLimit = "memory_limit"
    }

    static var groupKeys: [String] { GroupKey.allCases.map(\.rawValue) + BehaviorKey.allCases.map(\.rawValue) }
}
