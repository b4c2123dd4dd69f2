import Supervision
private import ChildProcess

extension ConfigurationReader {
    /// Nil when it has no name that could be used.
    mutating func group(
        _ members: [TOMLMember], at position: SourcePosition
    ) -> (settings: ConfigurationFile.Group, namePosition: SourcePosition)? {
        var group = ConfigurationFile.Group(name: "")
        var name: TOMLValue?
        var codexHome: SourcePosition?
        var set: [TOMLMember] = []
        var passed: [TOMLValue] = []
        var behaviorPositions: [BehaviorKey: SourcePosition] = [:]
        for member in members {
            let value = member.value
            switch ConfigurationFile.GroupKey(rawValue: member.key) {
            case .name: name = value
            case .command: group.command = command(value)
            case .workers: group.workers = integer(value, in: SettingRules.workers)
            case .codexHome:
                group.codexHome = path(value)
                codexHome = value.position
            case .workingDirectory: group.workingDirectory = path(value)
            case .environment: set = table(value) ?? []
            case .passedEnvironment: passed = elements(value) ?? []
            case .stdio: group.stdio = stdio(value)
            case .user: group.user = user(value)
            case .descriptors: group.limits.descriptors = integer(value, in: SettingRules.descriptors)
            case .oomScoreAdjustment: group.limits.oomScoreAdjustment = integer(value, in: SettingRules.oomScores)
            case .memoryLimit: group.limits.memory = byteCount(value, in: SettingRules.memoryLimits)
            case nil:
                guard let key = BehaviorKey(rawValue: member.key) else {
                    refuseUnknownOfGroup(member)
                    continue
                }
                behaviorPositions[key] = member.keyPosition
                take(key, value, into: &group.behavior)
            }
        }
        check(group.behavior, behaviorPositions)
        let stop = behaviorPositions[.stopEndOfFile] ?? behaviorPositions[.stopTerminate]
        ladders.append((group.behavior.timing.stop, stop))
        group.environment = environment(set: set, passed: passed)
        if let home = group.codexHome, !home.hasPrefix("/"), group.workingDirectory != nil, let codexHome {
            refuse(codexHome, "a relative codex_home would be sought in cwd: write the whole path")
        }
        guard let name else {
            refuse(position, "the group has no name")
            return nil
        }
        guard let text = string(name) else { return nil }
        guard checked(text, name.position, SettingRules.fault(inGroupName: text)) != nil else { return nil }
        group.name = text
        return (group, name.position)
    }

    private mutating func refuseUnknownOfGroup(_ member: TOMLMember) {
        let known = ConfigurationFile.groupKeys.joined(separator: ", ")
        let isDaemons = ConfigurationFile.Key(rawValue: member.key) != nil
        refuse(
            member.keyPosition,
            isDaemons
                ? "\(member.key) is a setting of the whole daemon: it stands above the first [[group]]"
                : "unknown setting \(member.key.quotedBriefly) of a group, not one of \(known)")
    }

    private mutating func command(_ value: TOMLValue) -> [String]? {
        guard let elements = elements(value) else { return nil }
        guard !elements.isEmpty else {
            refuse(value.position, "the command is empty")
            return nil
        }
        return elements.enumerated().compactMap { index, element in
            string(element).flatMap {
                checked($0, element.position, SettingRules.fault(inWord: $0, at: index))
            }
        }
    }

    private mutating func table(_ value: TOMLValue) -> [TOMLMember]? {
        guard case .table(let members) = value.content else {
            refuseKind(value, "a table of strings")
            return nil
        }
        return members
    }

    private mutating func stdio(_ value: TOMLValue) -> Command.Stdio? {
        switch string(value) {
        case "socketpair": return .socketPair
        case "pipe": return .pipe
        case let other?:
            refuse(value.position, "stdio is \"socketpair\" or \"pipe\", not \(other.quotedBriefly)")
            return nil
        case nil: return nil
        }
    }

    private mutating func environment(set: [TOMLMember], passed: [TOMLValue]) -> [String: String?] {
        var result: [String: String?] = [:]
        var firsts: [String: SourcePosition] = [:]
        for member in set {
            firsts[member.key] = member.keyPosition
            guard checked(member.key, member.keyPosition, SettingRules.fault(inVariable: member.key)) != nil,
                let text = string(member.value),
                checked(text, member.value.position, SettingRules.fault(inText: text)) != nil
            else { continue }
            result[member.key] = text
        }
        let named = Set(firsts.keys)
        for element in passed {
            guard let name = string(element),
                checked(name, element.position, SettingRules.fault(inVariable: name)) != nil
            else { continue }
            if let first = firsts[name] {
                let reason = named.contains(name) ? "is set by env" : "is passed on already"
                refuse(element.position, "\(name.quotedBriefly) \(reason), at \(first)")
                continue
            }
            firsts[name] = element.position
            result.updateValue(nil, forKey: name)
        }
        return result
    }
}
