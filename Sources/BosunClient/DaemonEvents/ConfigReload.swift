import JSONRPC

/// What a configuration that was read anew changes: names of groups and workers.
public struct ConfigReload: Sendable, Hashable {
    public let addedGroups: [String]
    public let removedGroups: [String]
    public let changedGroups: [String]
    public let startedWorkers: [String]
    /// They end when their turns have ended.
    public let drainingWorkers: [String]
    /// They are replaced, one after the other.
    public let rollingWorkers: [String]
    /// Settings of the daemon's own.
    public let daemonSettings: [String]

    init?(_ body: JSON) {
        guard let groups = body["groups"], let workers = body["workers"],
            let added = Self.names(groups["added"]), let removed = Self.names(groups["removed"]),
            let changed = Self.names(groups["changed"]), let started = Self.names(workers["started"]),
            let draining = Self.names(workers["draining"]), let rolling = Self.names(workers["rolling"]),
            let daemon = Self.names(body["daemon"])
        else { return nil }
        addedGroups = added
        removedGroups = removed
        changedGroups = changed
        startedWorkers = started
        drainingWorkers = draining
        rollingWorkers = rolling
        daemonSettings = daemon
    }

    private static func names(_ list: JSON?) -> [String]? { list?.arrayValue?.compactMap(\.stringValue) }
}
