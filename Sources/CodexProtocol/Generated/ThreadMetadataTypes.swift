// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadMetadataGitInfoUpdateParams`.
public struct ThreadMetadataGitInfoUpdateParams: JSONCodable {
    public var branch: Presence<String>
    public var originUrl: Presence<String>
    public var sha: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        branch: Presence<String> = .absent, originUrl: Presence<String> = .absent, sha: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.branch = branch
        self.originUrl = originUrl
        self.sha = sha
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.branch = try members.presence("branch")
        self.originUrl = try members.presence("originUrl")
        self.sha = try members.presence("sha")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("branch", branch)
        members.setPresence("originUrl", originUrl)
        members.setPresence("sha", sha)
        return .object(members)
    }
}

/// What `thread/metadata/update` asks. Stable.
public struct ThreadMetadataUpdateParams: ClientRequestParams {
    public typealias Response = ThreadMetadataUpdateResponse
    public static let method = "thread/metadata/update"

    public var daybreakEnabled: Presence<Bool>
    public var gitInfo: Presence<ThreadMetadataGitInfoUpdateParams>
    public var projectId: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        daybreakEnabled: Presence<Bool> = .absent, gitInfo: Presence<ThreadMetadataGitInfoUpdateParams> = .absent,
        projectId: Presence<String> = .absent, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.daybreakEnabled = daybreakEnabled
        self.gitInfo = gitInfo
        self.projectId = projectId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.daybreakEnabled = try members.presence("daybreakEnabled")
        self.gitInfo = try members.presence("gitInfo")
        self.projectId = try members.presence("projectId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("daybreakEnabled", daybreakEnabled)
        members.setPresence("gitInfo", gitInfo)
        members.setPresence("projectId", projectId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/metadata/update`.
public struct ThreadMetadataUpdateResponse: JSONCodable {
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(thread: CodexThread, additional: [String: JSONValue] = [:]) {
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("thread", thread)
        return .object(members)
    }
}
