/// What the daemon's configuration is made of, so that it can be made anew.
package struct ConfigurationSource: Sendable {
    private let flags: CommandLineSettings
    private let environment: [String: String]
    private let isRoot: Bool

    /// - Parameter environment: the daemon's own.
    package init(_ flags: CommandLineSettings, environment: [String: String], isRoot: Bool) {
        self.flags = flags
        self.environment = environment
        self.isRoot = isRoot
    }

    /// The file, when there is one: all that can be another one later.
    var file: String? { flags.configFile }

    /// Reads the file, which may take its time, and puts defaults, file and flags together.
    package func load() throws(ConfigurationError) -> Configuration {
        var file: ConfigurationFile?
        if let path = flags.configFile { file = try ConfigurationFile.load(path) }
        return try Configuration.merging(file, flags, environment: environment, isRoot: isRoot)
    }
}
