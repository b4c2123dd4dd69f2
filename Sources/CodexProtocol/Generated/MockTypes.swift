// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `mock/experimentalMethod` asks. Experimental.
public struct MockExperimentalMethodParams: ClientRequestParams {
    public typealias Response = MockExperimentalMethodResponse
    public static let method = "mock/experimentalMethod"

    public var value: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(value: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.value = try members.presence("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("value", value)
        return .object(members)
    }
}

/// What is answered to `mock/experimentalMethod`.
public struct MockExperimentalMethodResponse: JSONCodable {
    public var echoed: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(echoed: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.echoed = echoed
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.echoed = try members.presence("echoed")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("echoed", echoed)
        return .object(members)
    }
}
