// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `attestation/generate` asks.
public struct AttestationGenerateParams: ServerRequestParams {
    public typealias Response = AttestationGenerateResponse
    public static let method = "attestation/generate"

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

/// What is answered to `attestation/generate`.
public struct AttestationGenerateResponse: JSONCodable {
    public var token: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(token: String, additional: [String: JSONValue] = [:]) {
        self.token = token
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.token = try members.required("token")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("token", token)
        return .object(members)
    }
}
