// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadBackgroundTerminal`.
public struct ThreadBackgroundTerminal: JSONCodable {
    public var command: String
    public var cpuPercent: Presence<Double>
    public var cwd: LegacyAppPathString
    public var itemId: String
    public var osPid: Presence<Int>
    public var processId: String
    public var rssKb: Presence<UInt64>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        command: String, cpuPercent: Presence<Double> = .absent, cwd: LegacyAppPathString, itemId: String,
        osPid: Presence<Int> = .absent, processId: String, rssKb: Presence<UInt64> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.command = command
        self.cpuPercent = cpuPercent
        self.cwd = cwd
        self.itemId = itemId
        self.osPid = osPid
        self.processId = processId
        self.rssKb = rssKb
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.command = try members.required("command")
        self.cpuPercent = try members.presence("cpuPercent")
        self.cwd = try members.required("cwd")
        self.itemId = try members.required("itemId")
        self.osPid = try members.presence("osPid")
        self.processId = try members.required("processId")
        self.rssKb = try members.presence("rssKb")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("command", command)
        members.setPresence("cpuPercent", cpuPercent)
        members.set("cwd", cwd)
        members.set("itemId", itemId)
        members.setPresence("osPid", osPid)
        members.set("processId", processId)
        members.setPresence("rssKb", rssKb)
        return .object(members)
    }
}

/// What `thread/backgroundTerminals/clean` asks. Experimental.
public struct ThreadBackgroundTerminalsCleanParams: ClientRequestParams {
    public typealias Response = ThreadBackgroundTerminalsCleanResponse
    public static let method = "thread/backgroundTerminals/clean"

    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/backgroundTerminals/clean`.
public struct ThreadBackgroundTerminalsCleanResponse: JSONCodable {
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

/// What `thread/backgroundTerminals/list` asks. Experimental.
public struct ThreadBackgroundTerminalsListParams: ClientRequestParams {
    public typealias Response = ThreadBackgroundTerminalsListResponse
    public static let method = "thread/backgroundTerminals/list"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/backgroundTerminals/list`.
public struct ThreadBackgroundTerminalsListResponse: JSONCodable {
    public var data: [ThreadBackgroundTerminal]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [ThreadBackgroundTerminal], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}

/// What `thread/backgroundTerminals/terminate` asks. Experimental.
public struct ThreadBackgroundTerminalsTerminateParams: ClientRequestParams {
    public typealias Response = ThreadBackgroundTerminalsTerminateResponse
    public static let method = "thread/backgroundTerminals/terminate"

    public var processId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(processId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.processId = processId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.processId = try members.required("processId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("processId", processId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/backgroundTerminals/terminate`.
public struct ThreadBackgroundTerminalsTerminateResponse: JSONCodable {
    public var terminated: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(terminated: Bool, additional: [String: JSONValue] = [:]) {
        self.terminated = terminated
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.terminated = try members.required("terminated")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("terminated", terminated)
        return .object(members)
    }
}
