// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `memory/reset` asks. Experimental.
public struct MemoryResetParams: ClientRequestParams {
    public typealias Response = MemoryResetResponse
    public static let method = "memory/reset"

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

/// What is answered to `memory/reset`.
public struct MemoryResetResponse: JSONCodable {
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

/// What `memory/status` asks. Experimental.
public struct MemoryStatusParams: ClientRequestParams {
    public typealias Response = MemoryStatusResponse
    public static let method = "memory/status"

    public var minConsolidatedThreads: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(minConsolidatedThreads: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
        self.minConsolidatedThreads = minConsolidatedThreads
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.minConsolidatedThreads = try members.presence("minConsolidatedThreads")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("minConsolidatedThreads", minConsolidatedThreads)
        return .object(members)
    }
}

/// What is answered to `memory/status`.
public struct MemoryStatusResponse: JSONCodable {
    public var v2ConsolidatedThreads: Int
    public var v2Ready: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(v2ConsolidatedThreads: Int, v2Ready: Bool, additional: [String: JSONValue] = [:]) {
        self.v2ConsolidatedThreads = v2ConsolidatedThreads
        self.v2Ready = v2Ready
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.v2ConsolidatedThreads = try members.required("v2ConsolidatedThreads")
        self.v2Ready = try members.required("v2Ready")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("v2ConsolidatedThreads", v2ConsolidatedThreads)
        members.set("v2Ready", v2Ready)
        return .object(members)
    }
}
