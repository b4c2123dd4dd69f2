import Fleet
import JSONRPC

// `[[group.approvals]]`.
extension ConfigurationReader {
    private typealias Positions = [ApprovalRuleKey: SourcePosition]

    /// The rules in their order. One that could never count is refused as one that is wrong.
    mutating func approvalRules(_ value: TOMLValue) -> [ApprovalRule]? {
        guard case .array(let elements) = value.content else {
            refuse(value.position, "approvals is an array of tables, not \(value.kind): write [[group.approvals]]")
            return nil
        }
        var rules: [(rule: ApprovalRule, position: SourcePosition)] = []
        for element in elements {
            guard case .table(let members) = element.content else {
                refuseKind(element, "a table")
                continue
            }
            guard let rule = approvalRule(members, at: element.position) else { continue }
            if let earlier = rules.first(where: { $0.rule.hides(rule) }) {
                refuse(element.position, "the rule can't match: the one at \(earlier.position) takes all that it could")
            }
            rules.append((rule, element.position))
        }
        return rules.map(\.rule)
    }

    /// Nil when something in it was refused.
    private mutating func approvalRule(_ members: [TOMLMember], at position: SourcePosition) -> ApprovalRule? {
        let before = problems.count
        var rule = ApprovalRule(.deny)
        var terms = ApprovalTerms()
        var result: String?
        var positions: Positions = [:]
        for member in members {
            let value = member.value
            guard let key = ApprovalRuleKey(rawValue: member.key) else {
                let known = ApprovalRuleKey.allCases.map(\.rawValue).joined(separator: ", ")
                refuse(
                    member.keyPosition, "unknown setting \(member.key.quotedBriefly) of a rule, not one of \(known)")
                continue
            }
            positions[key] = member.keyPosition
            switch key {
            case .kind: rule.kinds = kinds(value)
            case .command: rule.command = commandPrefix(value)
            case .cwd: rule.cwd = pathPrefix(value)
            case .hosts: rule.hosts = hosts(value)
            case .network: rule.network = network(value, member.keyPosition)
            case .read: rule.reads = pathPrefixes(value)
            case .write: rule.writes = pathPrefixes(value)
            case .result: result = outcome(value)
            case .users: terms.users = users(value)
            case .quorum: terms.quorum = integer(value, in: SettingRules.quorums) ?? terms.quorum
            case .fourEyes: terms.fourEyes = bool(value) ?? false
            }
        }
        if positions[.result] == nil { refuse(position, "the rule has no result: allow, deny or ask") }
        switch result {
        case "allow": rule.outcome = .allow
        case "ask": rule.outcome = .ask(terms)
        default: break
        }
        check(rule, terms, positions, at: position)
        return problems.count == before ? rule : nil
    }

    // MARK: What contradicts, or can have no effect

    private mutating func check(
        _ rule: ApprovalRule, _ terms: ApprovalTerms, _ positions: Positions, at position: SourcePosition
    ) {
        func refuse(_ key: ApprovalRuleKey, _ reason: String) {
            if let place = positions[key] { self.refuse(place, "\(key.rawValue) \(reason)") }
        }
        func goes(_ key: ApprovalRuleKey, with kinds: Set<ApprovalRule.Kind>) {
            guard positions[key] != nil, !(rule.kinds.map { $0.isSubset(of: kinds) } ?? false) else { return }
            let words = kinds.map(\.rawValue).sorted().joined(separator: ", ")
            refuse(key, "is of \(words) only: say that as kind")
        }
        // A kind that was refused says nothing of the others.
        if positions[.kind] == nil || rule.kinds != nil {
            goes(.command, with: [.command])
            goes(.hosts, with: [.network])
            goes(.network, with: [.command, .permissions])
            goes(.read, with: [.command, .permissions])
            goes(.write, with: [.command, .permissions, .fileChange])
        }
        guard positions[.result] != nil else { return }
        if case .ask = rule.outcome {
            if let users = terms.users, terms.quorum > users.count {
                refuse(.quorum, "contradicts: users are \(users.count)")
            }
        } else {
            for key in [ApprovalRuleKey.users, .quorum, .fourEyes] {
                refuse(key, "has no effect: nobody is asked")
            }
        }
        if rule.outcome == .allow { checkAllow(rule, positions, at: position) }
    }

    /// Nothing is allowed that is not named.
    private mutating func checkAllow(_ rule: ApprovalRule, _ positions: Positions, at position: SourcePosition) {
        guard let kinds = rule.kinds else {
            if positions[.kind] == nil { refuse(position, "a rule that allows has a kind") }
            return
        }
        let place = positions[.kind] ?? position
        for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
            switch kind {
            case .command where positions[.command] == nil:
                refuse(place, "a rule that allows commands names their first words, as command")
            case .network where positions[.hosts] == nil: refuse(place, "a rule that allows hosts names them, as hosts")
            case .fileChange where positions[.write] == nil:
                refuse(place, "a rule that allows changes names where, as write")
            case .permissions where !rule.network && positions[.read] == nil && positions[.write] == nil:
                refuse(place, "a rule that allows permissions names them: network, read, write")
            case .stdin, .userInput, .elicitation:
                refuse(place, "\(kind.rawValue) can't be allowed by a rule: somebody has to look at it")
            default: break
            }
        }
        if let command = rule.command, let program = command.first, ShellCommand.runsOthers(program),
            command.count == 1 || command[1].hasPrefix("-"), let place = positions[.command]
        {
            refuse(place, "command allows everything: \(program.quotedBriefly) runs what it is given")
        }
    }

    // MARK: Values

    private mutating func outcome(_ value: TOMLValue) -> String? {
        guard let word = string(value) else { return nil }
        return checked(
            word, value.position,
            ["allow", "deny", "ask"].contains(word) ? nil : "allow, deny or ask, not \(word.quotedBriefly)")
    }

    private mutating func kinds(_ value: TOMLValue) -> Set<ApprovalRule.Kind>? {
        let elements: [TOMLValue]
        if case .array(let array) = value.content { elements = array } else { elements = [value] }
        if elements.isEmpty { refuse(value.position, "the rule is about no kind: leave kind out for all") }
        let known = ApprovalRule.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        let kinds = elements.compactMap { element -> ApprovalRule.Kind? in
            guard let word = string(element) else { return nil }
            guard let kind = ApprovalRule.Kind(rawValue: word) else {
                refuse(element.position, "unknown kind \(word.quotedBriefly), not one of \(known)")
                return nil
            }
            return kind
        }
        return kinds.isEmpty || kinds.count != elements.count ? nil : Set(kinds)
    }

    private mutating func commandPrefix(_ value: TOMLValue) -> [String]? {
        guard let words = strings(value) else { return nil }
        let fault: String? =
            if words.isEmpty {
                "the rule can't match: no command has no words"
            } else if words[0].isEmpty {
                "the rule can't match: a program has a name"
            } else if words.contains(where: { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
            ) {
                "the rule can't match: a command with control characters is never read"
            } else if ShellCommand.words(of: .array(words.map { .string($0) })) != words {
                "the rule can't match: what a shell is given is looked at, not the shell"
            } else {
                nil
            }
        return checked(words, value.position, fault)
    }

    private mutating func pathPrefix(_ value: TOMLValue) -> PathPrefix? {
        guard let path = string(value) else { return nil }
        guard let prefix = PathPrefix(path) else {
            refuse(value.position, "the rule can't match: a path is absolute and has no ..")
            return nil
        }
        return prefix
    }

    private mutating func pathPrefixes(_ value: TOMLValue) -> [PathPrefix]? {
        guard let elements = elements(value) else { return nil }
        if elements.isEmpty { refuse(value.position, "the rule can't match: there is no path") }
        return elements.compactMap { pathPrefix($0) }
    }

    private mutating func hosts(_ value: TOMLValue) -> Set<String>? {
        guard let names = strings(value) else { return nil }
        if names.isEmpty { refuse(value.position, "the rule can't match: there is no host") }
        for name in names where name.isEmpty || name.unicodeScalars.contains(where: { !Self.isOfHost($0) }) {
            refuse(value.position, "\(name.quotedBriefly) is no host's name, and patterns are not taken")
        }
        return Set(names.map { $0.lowercased() })
    }

    private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", ":", "[", "]": true
        default: false
        }
    }

    private mutating func network(_ value: TOMLValue, _ position: SourcePosition) -> Bool {
        guard let isWanted = bool(value) else { return false }
        if !isWanted { refuse(position, "network has no effect when it is false: leave it out") }
        return isWanted
    }

    private mutating func users(_ value: TOMLValue) -> Set<String>? {
        guard let names = strings(value) else { return nil }
        if names.isEmpty || names.contains("") { refuse(value.position, "users are names, one at least") }
        let set = Set(names)
        if set.count != names.count { refuse(value.position, "a user is named twice") }
        return set
    }

    private mutating func strings(_ value: TOMLValue) -> [String]? {
        guard let elements = elements(value) else { return nil }
        let texts = elements.compactMap { string($0) }
        return texts.count == elements.count ? texts : nil
    }
}
