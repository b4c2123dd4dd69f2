extension SettingRules {
    /// The last one, −1 as 32 bits, is no user's.
    static let uids = 0...Int(UInt32.max - 1)

    static func fault(inUserName name: String) -> String? { fault(inName: name, of: "a user") }

    static func fault(inAudienceName name: String) -> String? { fault(inName: name, of: "an audience") }

    static func fault(inKeyName name: String) -> String? { fault(inName: name, of: "a key") }

    /// `tcp://ADDRESS:PORT`.
    static func fault(inEndpoint endpoint: String) -> String? {
        let scheme = "tcp://"
        guard endpoint.hasPrefix(scheme) else {
            return "an endpoint is tcp://ADDRESS:PORT, not \(endpoint.quotedBriefly): ipc is there already"
        }
        let rest = endpoint.dropFirst(scheme.count)
        guard let colon = rest.lastIndex(of: ":"), colon > rest.startIndex, fault(inText: endpoint) == nil,
            let port = UInt16(rest[rest.index(after: colon)...]), port > 0
        else { return "\(endpoint.quotedBriefly) has no port: write tcp://ADDRESS:PORT" }
        return nil
    }

    private static func fault(inName name: String, of what: String) -> String? {
        fault(inGroupName: name).map { _ in
            "\(what)'s name has 1 to \(longestGroupName) of A-Z a-z 0-9 _ -, not \(name.quotedBriefly)"
        }
    }
}
