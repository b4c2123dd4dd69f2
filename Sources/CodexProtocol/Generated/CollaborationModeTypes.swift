// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `collaborationMode/list` asks. Experimental.
public struct CollaborationModeListParams: ClientRequestParams {
    public typealias Response = CollaborationModeListResponse
    public static let method = "collaborationMode/list"

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

/// What is answered to `collaborationMode/list`.
public struct CollaborationModeListResponse: JSONCodable {
    public var data: [CollaborationModeMask]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [CollaborationModeMask], additional: [String: JSONValue] = [:]) {
        self.data = data
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.data = try members.required("data")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("data", data)
        return .object(members)
    }
}

/// The schema's `CollaborationModeMask`.
public struct CollaborationModeMask: JSONCodable {
    public var mode: Presence<ModeKind>
    public var model: Presence<String>
    public var name: String
    public var reasoningEffort: Presence<ReasoningEffort?>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        mode: Presence<ModeKind> = .absent, model: Presence<String> = .absent, name: String,
        reasoningEffort: Presence<ReasoningEffort?> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.mode = mode
        self.model = model
        self.name = name
        self.reasoningEffort = reasoningEffort
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.mode = try members.presence("mode")
        self.model = try members.presence("model")
        self.name = try members.required("name")
        self.reasoningEffort = try members.presence("reasoning_effort")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("mode", mode)
        members.setPresence("model", model)
        members.set("name", name)
        members.setPresence("reasoning_effort", reasoningEffort)
        return .object(members)
    }
}
