// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ServerDiagnosticsGauge`.
public struct ServerDiagnosticsGauge: JSONCodable {
    public var name: String
    public var value: UInt64
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, value: UInt64, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("value", value)
        return .object(members)
    }
}

/// What `server/diagnostics` asks. Experimental.
public struct ServerDiagnosticsParams: ClientRequestParams {
    public typealias Response = ServerDiagnosticsResponse
    public static let method = "server/diagnostics"

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

/// The schema's `ServerDiagnosticsProcess`.
public struct ServerDiagnosticsProcess: JSONCodable {
    public var id: Int
    public var physicalFootprintBytes: Presence<UInt64>
    public var residentMemoryBytes: Presence<UInt64>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        id: Int, physicalFootprintBytes: Presence<UInt64> = .absent, residentMemoryBytes: Presence<UInt64> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.physicalFootprintBytes = physicalFootprintBytes
        self.residentMemoryBytes = residentMemoryBytes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.id = try members.required("id")
        self.physicalFootprintBytes = try members.presence("physicalFootprintBytes")
        self.residentMemoryBytes = try members.presence("residentMemoryBytes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("id", id)
        members.setPresence("physicalFootprintBytes", physicalFootprintBytes)
        members.setPresence("residentMemoryBytes", residentMemoryBytes)
        return .object(members)
    }
}

/// What is answered to `server/diagnostics`.
public struct ServerDiagnosticsResponse: JSONCodable {
    public var gauges: [ServerDiagnosticsGauge]
    public var process: ServerDiagnosticsProcess
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        gauges: [ServerDiagnosticsGauge], process: ServerDiagnosticsProcess, additional: [String: JSONValue] = [:]
    ) {
        self.gauges = gauges
        self.process = process
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.gauges = try members.required("gauges")
        self.process = try members.required("process")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("gauges", gauges)
        members.set("process", process)
        return .object(members)
    }
}
