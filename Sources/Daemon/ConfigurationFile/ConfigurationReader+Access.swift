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
                case nil: refuseUnknown(setting, "a user", UserConfiguration.Key.allCases.map(\.rawValue))
                }
            }
            let named = Set(settings.map(\.key))
            if named.isDisjoint(with: [UserConfiguration.Key.uid.rawValue, UserConfiguration.Key.curve.rawValue]) {
                refuse(member.keyPosition, "\(member.key) has neither uid nor curve: nobody would be known by it")
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
        if endpoints.isEmpty { refuse(position, "listen has no endpoint: set events, commands, or both") }
        if let events = listen.events, events == listen.commands, let second = endpoints.map(\.value.position).max() {
            refuse(second, "events and commands can't have one endpoint")
        }
        return listen
    }

    // MARK: Parts

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
