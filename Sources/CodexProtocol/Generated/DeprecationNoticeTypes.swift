// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `deprecationNotice` tells.
public struct DeprecationNoticeNotification: NotificationParams {
    public static let method = "deprecationNotice"

    public var details: Presence<String>
    public var summary: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(details: Presence<String> = .absent, summary: String, additional: [String: JSONValue] = [:]) {
        self.details = details
        self.summary = summary
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.details = try members.presence("details")
        self.summary = try members.required("summary")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("details", details)
        members.set("summary", summary)
        return .object(members)
    }
}
