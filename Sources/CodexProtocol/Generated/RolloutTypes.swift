// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `rollout/compress` asks. Experimental.
public struct RolloutCompressParams: ClientRequestParams {
    public typealias Response = RolloutCompressResponse
    public static let method = "rollout/compress"

    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}

/// What is answered to `rollout/compress`.
public struct RolloutCompressResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}
