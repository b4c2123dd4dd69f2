import ChildProcess

/// Takes the settings out of a document, and notes what is wrong with each instead of stopping at the first.
struct ConfigurationReader {
    let file: String
    /// The stop ladders of the groups, and where they are set, if they are.
    var ladders: [(ladder: StopLadder.Durations, position: SourcePosition?)] = []
    /// Where a user's audience, an audience's group, or its tcp endpoint is set.
    var audienceUses: [(name: String, position: SourcePosition)] = []
    var audienceGroups: [(name: String, position: SourcePosition)] = []
    /// Where a `listen` without an endpoint stands.
    var emptyListen: SourcePosition?
    var audienceEndpoints: [(endpoint: String, position: SourcePosition)] = []
    private(set) var problems: [ConfigurationError.Problem] = []

    init(file: String) {
        self.file = file
    }

    mutating func read(_ document: TOMLDocument) -> ConfigurationFile {
        var result = ConfigurationFile()
        for member in document.members {
            switch ConfigurationFile.Key(rawValue: member.key) {
            case .runDirectory: result.runDirectory = path(member.value)
            case .stateDirectory: result.stateDirectory = path(member.value)
            case .eventsHighWaterMark:
                result.eventsHighWaterMark = integer(member.value, in: SettingRules.eventsHighWaterMark)
            case .eventsAge: result.eventsAge = duration(member.value, in: SettingRules.eventAges)
            case .eventsSize: result.eventsSize = byteCount(member.value, in: SettingRules.eventSizes)
            case .deltasSize: result.deltasSize = byteCount(member.value, in: SettingRules.deltaSizes)
            case .loops: result.loops = integer(member.value, in: SettingRules.loops)
            case .concurrentStarts:
                result.concurrentStarts = integer(member.value, in: SettingRules.concurrentStarts)
            case .stopTimeout: result.stopTimeout = duration(member.value)
            case .users: result.users = users(member.value)
            case .listen: result.listen = listen(member.value, at: member.keyPosition)
            case .audiences: result.audiences = audiences(member.value)
            case .groups: result.groups = groups(member.value)
            case nil: refuseUnknown(member)
            }
        }
        checkAudiences(result)
        // The group that there is without any has a ladder, too.
        if !document.members.contains(where: { $0.key == ConfigurationFile.Key.groups.rawValue }) {
            ladders.append((StopLadder.Durations(), nil))
        }
        checkLadders(
            document.members.first { $0.key == ConfigurationFile.Key.stopTimeout.rawValue }, result.stopTimeout)
        return result
    }

    /// The daemon's own stop must leave each group's ladder the time to come to its last step.
    private mutating func checkLadders(_ member: TOMLMember?, _ timeout: Duration?) {
        let timeout = timeout ?? Configuration.defaultStopTimeout
        let late = ladders.filter { $0.ladder.endOfFile + $0.ladder.terminate >= timeout }
        for (_, position) in late {
            guard let position = position ?? member?.keyPosition else { continue }
            refuse(position, "stop_eof and stop_term together are not less than stop_timeout, the daemon's own")
        }
    }

    mutating func refuse(_ position: SourcePosition, _ message: String) {
        problems.append(.init(file: file, position: position, message))
    }

    private mutating func refuseUnknown(_ member: TOMLMember) {
        let known = ConfigurationFile.Key.allCases.map(\.rawValue).joined(separator: ", ")
        let isGroups = ConfigurationFile.groupKeys.contains(member.key)
        refuse(
            member.keyPosition,
            isGroups
                ? "\(member.key) is a setting of a group: it stands below a [[group]]"
                : "unknown setting \(member.key.quotedBriefly), not one of \(known)")
    }

    private mutating func groups(_ value: TOMLValue) -> [ConfigurationFile.Group]? {
        guard case .array(let elements) = value.content else {
            refuse(value.position, "group is an array of tables, not \(value.kind): write [[group]]")
            return nil
        }
        if elements.isEmpty { refuse(value.position, "group names no group: leave it out") }
        var firsts: [String: SourcePosition] = [:]
        var result: [ConfigurationFile.Group] = []
        for element in elements {
            guard case .table(let members) = element.content else {
                refuseKind(element, "a table")
                continue
            }
            guard let group = group(members, at: element.position) else { continue }
            result.append(group.settings)
            let name = group.settings.name
            if let first = firsts[name] {
                refuse(group.namePosition, "the group \(name.quotedBriefly) is there already, at \(first)")
            } else {
                firsts[name] = group.namePosition
            }
        }
        return result
    }
}

// What a value must be: each gives nil for one that was refused.
extension ConfigurationReader {
    mutating func refuseKind(_ value: TOMLValue, _ wanted: String) {
        refuse(value.position, "\(wanted) is wanted here, not \(value.kind)")
    }

    /// Notes the reason, if there is one; then the value is not taken.
    mutating func checked<Value>(_ value: Value, _ position: SourcePosition, _ fault: String?) -> Value? {
        guard let fault else { return value }
        refuse(position, fault)
        return nil
    }

    mutating func string(_ value: TOMLValue) -> String? {
        guard case .string(let text) = value.content else {
            refuseKind(value, "a string")
            return nil
        }
        return text
    }

    mutating func path(_ value: TOMLValue) -> String? {
        guard let path = string(value) else { return nil }
        return checked(path, value.position, SettingRules.fault(inPath: path))
    }

    mutating func integer(_ value: TOMLValue, in range: ClosedRange<Int>) -> Int? {
        guard case .integer(let number) = value.content else {
            refuseKind(value, "an integer")
            return nil
        }
        return checked(Int(number), value.position, SettingRules.fault(in: Int(number), range))
    }

    mutating func elements(_ value: TOMLValue) -> [TOMLValue]? {
        guard case .array(let elements) = value.content else {
            refuseKind(value, "an array of strings")
            return nil
        }
        return elements
    }
}
