// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `modelProvider/authRecoveryCompleted` tells.
public struct AuthRecoveryNotification: NotificationParams {
    public static let method = "modelProvider/authRecoveryCompleted"

    public var message: String
    public var provider: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        message: String, provider: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.message = message
        self.provider = provider
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.provider = try members.required("provider")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        members.set("provider", provider)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `modelProvider/capabilities/read` asks. Stable.
public struct ModelProviderCapabilitiesReadParams: ClientRequestParams {
    public typealias Response = ModelProviderCapabilitiesReadResponse
    public static let method = "modelProvider/capabilities/read"

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

/// What is answered to `modelProvider/capabilities/read`.
public struct ModelProviderCapabilitiesReadResponse: JSONCodable {
    public var imageGeneration: Bool
    public var webSearch: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(imageGeneration: Bool, webSearch: Bool, additional: [String: JSONValue] = [:]) {
        self.imageGeneration = imageGeneration
        self.webSearch = webSearch
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.imageGeneration = try members.required("imageGeneration")
        self.webSearch = try members.required("webSearch")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("imageGeneration", imageGeneration)
        members.set("webSearch", webSearch)
        return .object(members)
    }
}
