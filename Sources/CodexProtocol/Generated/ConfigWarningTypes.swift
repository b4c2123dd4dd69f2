// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `configWarning` tells.
public struct ConfigWarningNotification: NotificationParams {
    public static let method = "configWarning"

    public var details: Presence<String>
    public var path: Presence<String>
    public var range: Presence<TextRange>
    public var summary: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        details: Presence<String> = .absent, path: Presence<String> = .absent, range: Presence<TextRange> = .absent,
        summary: String, additional: [String: JSONValue] = [:]
    ) {
        self.details = details
        self.path = path
        self.range = range
        self.summary = summary
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.details = try members.presence("details")
        self.path = try members.presence("path")
        self.range = try members.presence("range")
        self.summary = try members.required("summary")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("details", details)
        members.setPresence("path", path)
        members.setPresence("range", range)
        members.set("summary", summary)
        return .object(members)
    }
}

/// The schema's `TextPosition`.
public struct TextPosition: JSONCodable {
    public var column: Int
    public var line: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(column: Int, line: Int, additional: [String: JSONValue] = [:]) {
        self.column = column
        self.line = line
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.column = try members.required("column")
        self.line = try members.required("line")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("column", column)
        members.set("line", line)
        return .object(members)
    }
}

/// The schema's `TextRange`.
public struct TextRange: JSONCodable {
    public var end: TextPosition
    public var start: TextPosition
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(end: TextPosition, start: TextPosition, additional: [String: JSONValue] = [:]) {
        self.end = end
        self.start = start
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.end = try members.required("end")
        self.start = try members.required("start")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("end", end)
        members.set("start", start)
        return .object(members)
    }
}
