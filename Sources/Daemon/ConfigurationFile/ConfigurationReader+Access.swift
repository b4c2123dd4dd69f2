import BusProtocol

// Settings that say who may do what, and where they are let in.
extension ConfigurationReader {
    mutating func users(_ value: TOMLValue) -> [UserConfiguration]? {
        guard case .table(let members) = value.content else {
            refuse(value.position, "users is a table of tables, not \(value.kind): write [users.NAME]")
            return nil
        }
        if members.isEmpty { refuse(value.position, "users names nobody: leave it out") }
        var uids: [UInt32: SourcePosition] = [:]
        var keys: [String: SourcePosition] = [:]
        // In the file's order, which the document does not keep.
        return members.sorted { $0.keyPosition < $1.keyPosition }.compactMap { member in
            guard checked(member.key, member.keyPosition, SettingRules.fault(inUserName: member.key)) != nil,
                let settings = table(of: "users.\(member.key)", member.value)
            else { return nil }
            var user = UserConfiguration(name: member.key)
            var roles: TOMLMember?
            for setting in settings {
                let position = setting.value.position
                switch UserConfiguration.Key(rawValue: setting.key) {
                case .uid:
                    guard let uid = integer(setting.value, in: SettingRules.uids).map(UInt32.init) else { continue }
                    if let first = uids[uid] { refuse(position, "the uid \(uid) is somebody's already, at \(first)") }
                    uids[uid] = position
                    user.uid = uid
                case .curve:
                    guard let key = keyName(setting.value) else { continue }
                    if let first = keys[key] {
                        refuse(position, "the key \(key.quotedBriefly) is somebody's already, at \(first)")
                    }
                    keys[key] = position
                    user.key = key
                case .roles:
                    roles = setting
                    user.roles = self.roles(setting.value)
                case .audience:
                    guard let name = string(setting.value) else { continue }
                    audienceUses.append((name, position))
                    user.audience = name
                case nil: refuseUnknown(setting, "a user", UserConfiguration.Key.allCases.map(\.rawValue))
                }
            }
            let named = Set(settings.map(\.key))
            if named.isDisjoint(with: [UserConfiguration.Key.uid.rawValue, UserConfiguration.Key.curve.rawValue]) {
                refuse(member.keyPosition, "\(member.key) has neither uid nor curve: nobody would be known by it")
            }
            if user.name == Users.rootName, user.uid != 0 {
                refuse(member.keyPosition, "root is who has the uid 0, and nobody else")
            }
            if let roles, user.audience != nil, user.roles.contains(.admin) {
                refuse(
                    roles.value.position, "an admin can't be confined to an audience: take admin or the audience away")
            }
            if roles == nil { refuse(member.keyPosition, "\(member.key) has no roles") }
            return user
        }
    }

    mutating func listen(_ value: TOMLValue, at position: SourcePosition) -> ListenConfiguration? {
        guard let settings = table(of: "listen", value) else { return nil }
        var listen = ListenConfiguration(key: "")
        var endpoints: [TOMLMember] = []
        for setting in settings {
            switch ListenConfiguration.Key(rawValue: setting.key) {
            case .events:
                listen.events = endpoint(setting.value)
                endpoints.append(setting)
            case .commands:
                listen.commands = endpoint(setting.value)
                endpoints.append(setting)
            case .curve: if let key = keyName(setting.value) { listen.key = key }
            case nil: refuseUnknown(setting, "listen", ListenConfiguration.Key.allCases.map(\.rawValue))
            }
        }
        if !settings.contains(where: { $0.key == ListenConfiguration.Key.curve.rawValue }) {
            let place = endpoints.map(\.value.position).min() ?? position
            refuse(place, "nobody is let in over tcp without CURVE: set curve to the name of the daemon's key")
        }
        if let events = listen.events, events == listen.commands, let second = endpoints.map(\.value.position).max() {
            refuse(second, "events and commands can't have one endpoint")
        }
        if endpoints.isEmpty { emptyListen = position }
        return listen
    }

    mutating func audiences(_ value: TOMLValue) -> [AudienceConfiguration]? {
        guard case .table(let members) = value.content else {
            refuse(value.position, "audiences is a table of tables, not \(value.kind): write [audiences.NAME]")
            return nil
        }
        if members.isEmpty { refuse(value.position, "audiences names none: leave it out") }
        return members.sorted { $0.keyPosition < $1.keyPosition }.compactMap { member in
            guard checked(member.key, member.keyPosition, SettingRules.fault(inAudienceName: member.key)) != nil,
                let settings = table(of: "audiences.\(member.key)", member.value)
            else { return nil }
            var kinds = Set(EventKind.allCases)
            var groups: Set<String>?
            var threads: Set<String>?
            var events: String?
            for setting in settings {
                switch AudienceConfiguration.Key(rawValue: setting.key) {
                case .kinds: kinds = self.kinds(setting.value)
                case .groups:
                    let named = strings(setting.value)
                    audienceGroups += named
                    groups = Set(named.map(\.name))
                case .threads: threads = Set(strings(setting.value).map(\.name))
                case .events:
                    events = endpoint(setting.value)
                    if let events { audienceEndpoints.append((events, setting.value.position)) }
                case nil: refuseUnknown(setting, "an audience", AudienceConfiguration.Key.allCases.map(\.rawValue))
                }
            }
            return AudienceConfiguration(
                Audience(name: member.key, kinds: kinds, groups: groups, threads: threads), events: events)
        }
    }

    /// What an audience names, and what names it, must be there.
    mutating func checkAudiences(_ file: ConfigurationFile) {
        let audiences = Set((file.audiences ?? []).map(\.audience.name))
        for use in audienceUses where !audiences.contains(use.name) {
            refuse(use.position, "there is no audience \(use.name.quotedBriefly)")
        }
        let groups = Set(file.groups?.map(\.name) ?? [GroupConfiguration.defaultName])
        for group in audienceGroups where !groups.contains(group.name) {
            refuse(group.position, "there is no group \(group.name.quotedBriefly)")
        }
        if let emptyListen, audienceEndpoints.isEmpty {
            refuse(emptyListen, "listen has no endpoint: set events, commands, or both")
        }
        var taken = Set([file.listen?.events, file.listen?.commands].compactMap(\.self))
        for (endpoint, position) in audienceEndpoints {
            if file.listen == nil {
                refuse(position, "nobody is let in over tcp without CURVE: a [listen] has the name of the daemon's key")
            }
            if !taken.insert(endpoint).inserted { refuse(position, "\(endpoint) is taken already") }
        }
    }

    // MARK: Parts

    private mutating func strings(_ value: TOMLValue) -> [(name: String, position: SourcePosition)] {
        let elements = elements(value) ?? []
        if elements.isEmpty { refuse(value.position, "nothing is named here: leave it out") }
        return elements.compactMap { element in string(element).map { ($0, element.position) } }
    }

    private mutating func kinds(_ value: TOMLValue) -> Set<EventKind> {
        var result: Set<EventKind> = []
        for (word, position) in strings(value) {
            guard let kind = EventKind(rawValue: word) else {
                let known = EventKind.allCases.map(\.rawValue).joined(separator: ", ")
                refuse(position, "there is no kind \(word.quotedBriefly), but \(known)")
                continue
            }
            result.insert(kind)
        }
        return result
    }

    private mutating func table(of name: String, _ value: TOMLValue) -> [TOMLMember]? {
        guard case .table(let members) = value.content else {
            refuse(value.position, "\(name) is a table, not \(value.kind): write [\(name)]")
            return nil
        }
        return members
    }

    private mutating func refuseUnknown(_ setting: TOMLMember, _ whose: String, _ known: [String]) {
        refuse(
            setting.keyPosition,
            "unknown setting \(setting.key.quotedBriefly) of \(whose), not one of \(known.joined(separator: ", "))")
    }

    private mutating func roles(_ value: TOMLValue) -> Set<Role> {
        var result: Set<Role> = []
        for element in elements(value) ?? [] {
            guard let word = string(element) else { continue }
            guard let role = Role(rawValue: word) else {
                let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                refuse(element.position, "there is no role \(word.quotedBriefly), but \(known)")
                continue
            }
            if !result.insert(role).inserted { refuse(element.position, "\(word) stands there already") }
        }
        return result
    }

    private mutating func keyName(_ value: TOMLValue) -> String? {
        guard let name = string(value) else { return nil }
        return checked(name, value.position, SettingRules.fault(inKeyName: name))
    }

    private mutating func endpoint(_ value: TOMLValue) -> String? {
        guard let endpoint = string(value) else { return nil }
        return checked(endpoint, value.position, SettingRules.fault(inEndpoint: endpoint))
    }
}
