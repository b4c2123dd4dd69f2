// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `windows/worldWritableWarning` tells.
public struct WindowsWorldWritableWarningNotification: NotificationParams {
    public static let method = "windows/worldWritableWarning"

    public var extraCount: Int
    public var failedScan: Bool
    public var samplePaths: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(extraCount: Int, failedScan: Bool, samplePaths: [String], additional: [String: JSONValue] = [:]) {
        self.extraCount = extraCount
        self.failedScan = failedScan
        self.samplePaths = samplePaths
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.extraCount = try members.required("extraCount")
        self.failedScan = try members.required("failedScan")
        self.samplePaths = try members.required("samplePaths")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("extraCount", extraCount)
        members.set("failedScan", failedScan)
        members.set("samplePaths", samplePaths)
        return .object(members)
    }
}
