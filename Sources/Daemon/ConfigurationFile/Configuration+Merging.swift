private import Journal
private import BusProtocol

extension Configuration {
    /// The defaults, over them what the file says, and over that what the flags say.
    ///
    /// - Parameter environment: the daemon's own, for the default directories.
    package static func merging(
        _ file: ConfigurationFile?, _ flags: CommandLineSettings, environment: [String: String], isRoot: Bool
    ) throws(ConfigurationError) -> Configuration {
        let file = file ?? ConfigurationFile()
        var faults = flags.faults
        if file.groups != nil {
            let name = flags.configFile ?? "the configuration file"
            faults += flags.groupFlags.map {
                "\($0) is for the group \(GroupConfiguration.defaultName), but \(name) has groups of its own: set it there"
            }
        }
        guard faults.isEmpty else { throw ConfigurationError(.refusedFlags, faults.map { .init($0) }) }

        guard
            let stateDirectory = flags.stateDirectory ?? file.stateDirectory
                ?? defaultStateDirectory(environment: environment, isRoot: isRoot)
        else {
            let message = "no state directory: neither XDG_STATE_HOME nor HOME is an absolute path; give --state-dir"
            throw ConfigurationError(.noStateDirectory, [.init(message)])
        }
        return Configuration(
            runDirectory: flags.runDirectory ?? file.runDirectory
                ?? Endpoints.defaultRunDirectory(environment: environment),
            stateDirectory: stateDirectory,
            eventsHighWaterMark: flags.eventsHighWaterMark ?? file.eventsHighWaterMark ?? defaultEventsHighWaterMark,
            events: EventSettings(
                retention: EventRetention(
                    age: file.eventsAge ?? EventRetention().age, bytes: file.eventsSize ?? EventRetention().bytes),
                deltas: file.deltasSize ?? EventSettings().deltas),
            loops: flags.loops ?? file.loops ?? defaultLoops,
            concurrentStarts: file.concurrentStarts ?? defaultConcurrentStarts,
            stopTimeout: file.stopTimeout ?? defaultStopTimeout,
            users: file.users ?? [], listen: file.listen, audiences: file.audiences ?? [],
            groups: file.groups?.map(GroupConfiguration.init) ?? [GroupConfiguration(flags)])
    }

    /// `$XDG_STATE_HOME/bosun`, else `/var/lib/bosun` for root, else `$HOME/.local/state/bosun`. Nil: none is absolute,
    /// and the XDG base directory specification has others ignored.
    static func defaultStateDirectory(environment: [String: String], isRoot: Bool) -> String? {
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return "\(base)/bosun" }
        if isRoot { return "/var/lib/bosun" }
        if let home = environment["HOME"], home.hasPrefix("/") { return "\(home)/.local/state/bosun" }
        return nil
    }
}

extension GroupConfiguration {
    fileprivate init(_ group: ConfigurationFile.Group) {
        self.init(name: group.name, codexHome: group.codexHome, workingDirectory: group.workingDirectory)
        command = group.command ?? command
        workers = group.workers ?? workers
        stdio = group.stdio ?? stdio
        environment = group.environment
        user = group.user
        limits = group.limits
        behavior = group.behavior
    }

    fileprivate init(_ flags: CommandLineSettings) {
        self.init(codexHome: flags.codexHome, environment: flags.environment)
        command = flags.command ?? command
        workers = flags.workers ?? workers
        stdio = flags.stdio ?? stdio
    }
}
