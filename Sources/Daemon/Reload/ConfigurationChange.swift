import BusProtocol
import Journal
package import JSONRPC

/// What a new configuration changes, in the terms of what has to be done.
package struct ConfigurationChange: Sendable, Equatable {
    /// A worker of a group.
    package struct Place: Sendable, Hashable {
        package let group: String
        /// From 1.
        package let number: Int

        package var name: String { "\(group)-\(number)" }
    }

    /// Groups by what has become of them.
    package struct Groups: Sendable, Equatable {
        package var added: [String] = []
        package var removed: [String] = []
        package var changed: [String] = []

        package init(added: [String] = [], removed: [String] = [], changed: [String] = []) {
            self.added = added
            self.removed = removed
            self.changed = changed
        }
    }

    /// Workers that there have to be from here on, and those that there are not to be any more.
    package private(set) var added: [Place] = []
    package private(set) var removed: [Place] = []
    /// Workers that stay and need new processes.
    package private(set) var rolling: [Place] = []
    /// Groups that are new, gone, or otherwise than before.
    package private(set) var groups = Groups()
    /// Groups whose workers need new processes.
    package private(set) var replaced: [String] = []
    /// Groups of which something is new that takes effect at once.
    package private(set) var adjusted: [String] = []
    /// The daemon's own settings that are new.
    package private(set) var daemon: [String] = []

    package init(from old: Configuration, to new: Configuration) {
        let before = Dictionary(old.groups.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.groups.map { ($0.name, $0) }) { first, _ in first }
        for group in old.groups {
            removed += Self.places(of: group, above: after[group.name]?.workers ?? 0)
            if after[group.name] == nil { groups.removed.append(group.name) }
        }
        for group in new.groups {
            added += Self.places(of: group, above: before[group.name]?.workers ?? 0)
            guard let old = before[group.name] else {
                groups.added.append(group.name)
                continue
            }
            if group != old { groups.changed.append(group.name) }
            if group.needsNewProcesses(after: old) {
                replaced.append(group.name)
                rolling += (1...min(old.workers, group.workers)).map { Place(group: group.name, number: $0) }
            } else if group.isTreatedOtherwise(than: old) {
                adjusted.append(group.name)
            }
        }
        if old.events.retention.age != new.events.retention.age { daemon.append(Key.eventsAge.rawValue) }
        if old.events.retention.bytes != new.events.retention.bytes { daemon.append(Key.eventsSize.rawValue) }
        if old.concurrentStarts != new.concurrentStarts { daemon.append(Key.concurrentStarts.rawValue) }
        if old.stopTimeout != new.stopTimeout { daemon.append(Key.stopTimeout.rawValue) }
        if old.users != new.users { daemon.append(Key.users.rawValue) }
    }

    private typealias Key = ConfigurationFile.Key

    package var isEmpty: Bool {
        added.isEmpty && removed.isEmpty && replaced.isEmpty && adjusted.isEmpty && daemon.isEmpty
    }

    /// The result of `config/reload`, and the body of its event.
    package var json: JSON {
        func names(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
        func names(_ places: [Place]) -> JSON { names(places.map(\.name)) }
        return [
            "groups": [
                "added": names(groups.added), "removed": names(groups.removed), "changed": names(groups.changed),
            ],
            "workers": ["started": names(added), "draining": names(removed), "rolling": names(rolling)],
            "daemon": names(daemon),
        ]
    }

    /// What is other than before and can't be while the daemon runs: a sentence for each.
    package static func obstacles(from old: Configuration, to new: Configuration) -> [String] {
        func obstacle(_ key: Key, _ old: String, _ new: String) -> [String] {
            guard old != new else { return [] }
            return [
                "\(key.rawValue) is \(new.quotedBriefly) there and \(old.quotedBriefly) here: only a new start of the "
                    + "daemon changes it"
            ]
        }
        return obstacle(.runDirectory, old.runDirectory, new.runDirectory)
            + obstacle(.stateDirectory, old.stateDirectory, new.stateDirectory)
            + obstacle(.eventsHighWaterMark, "\(old.eventsHighWaterMark)", "\(new.eventsHighWaterMark)")
            + obstacle(.loops, "\(old.loops)", "\(new.loops)")
            + obstacle(.deltasSize, "\(old.events.deltas)", "\(new.events.deltas)")
            + obstacle(.listen, describe(old.listen), describe(new.listen))
            + obstacle(.audiences, describe(old.audiences), describe(new.audiences))
    }

    private static func describe(_ audiences: [AudienceConfiguration]) -> String {
        audiences.map { entry in
            let audience = entry.audience
            func names(_ what: String, _ names: Set<String>?) -> String? {
                names.map { "\(what) \($0.sorted().joined(separator: " "))" }
            }
            let parts = [
                names("groups", audience.groups), names("threads", audience.threads),
                names("kinds", Set(audience.kinds.map(\.rawValue))), entry.events,
            ]
            return "\(audience.name): \(parts.compactMap(\.self).joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    private static func describe(_ listen: ListenConfiguration?) -> String {
        guard let listen else { return "nothing" }
        let endpoints = [listen.events.map { "events \($0)" }, listen.commands.map { "commands \($0)" }]
        return (endpoints.compactMap { $0 } + ["key \(listen.key)"]).joined(separator: ", ")
    }

    private static func places(of group: GroupConfiguration, above count: Int) -> [Place] {
        guard count < group.workers else { return [] }
        return (count + 1...group.workers).map { Place(group: group.name, number: $0) }
    }
}

extension GroupConfiguration {
    /// Whether a process that was started for `old` is not what this one asks for. All that is not known to take effect in
    /// a running one counts as that.
    func needsNewProcesses(after old: GroupConfiguration) -> Bool {
        var comparable = self
        comparable.workers = old.workers
        comparable.behavior = old.behavior
        comparable.limits.memory = old.limits.memory
        return comparable != old
    }

    func isTreatedOtherwise(than old: GroupConfiguration) -> Bool {
        behavior != old.behavior || limits.memory != old.limits.memory
    }
}
