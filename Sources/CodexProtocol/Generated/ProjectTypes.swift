// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `Project`.
public struct Project: JSONCodable {
    public var createdAt: Int
    public var id: String
    public var metadata: [String: String]
    public var name: String
    public var position: Int
    public var recencyAt: Presence<Int>
    public var roots: [ProjectRoot]
    public var updatedAt: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        createdAt: Int, id: String, metadata: [String: String], name: String, position: Int,
        recencyAt: Presence<Int> = .absent, roots: [ProjectRoot], updatedAt: Int, additional: [String: JSONValue] = [:]
    ) {
        self.createdAt = createdAt
        self.id = id
        self.metadata = metadata
        self.name = name
        self.position = position
        self.recencyAt = recencyAt
        self.roots = roots
        self.updatedAt = updatedAt
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.createdAt = try members.required("createdAt")
        self.id = try members.required("id")
        self.metadata = try members.required("metadata")
        self.name = try members.required("name")
        self.position = try members.required("position")
        self.recencyAt = try members.presence("recencyAt")
        self.roots = try members.required("roots")
        self.updatedAt = try members.required("updatedAt")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("createdAt", createdAt)
        members.set("id", id)
        members.set("metadata", metadata)
        members.set("name", name)
        members.set("position", position)
        members.setPresence("recencyAt", recencyAt)
        members.set("roots", roots)
        members.set("updatedAt", updatedAt)
        return .object(members)
    }
}

/// The schema's `ProjectChangeType`.
public enum ProjectChangeType: OpenEnum {
    case created
    case updated
    case deleted
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "created": self = .created
        case "updated": self = .updated
        case "deleted": self = .deleted
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .created: "created"
        case .updated: "updated"
        case .deleted: "deleted"
        case .unknown(let word): word
        }
    }
}

/// What `project/changed` tells.
public struct ProjectChangedNotification: NotificationParams {
    public static let method = "project/changed"

    public var changeType: ProjectChangeType
    public var projectId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(changeType: ProjectChangeType, projectId: String, additional: [String: JSONValue] = [:]) {
        self.changeType = changeType
        self.projectId = projectId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.changeType = try members.required("changeType")
        self.projectId = try members.required("projectId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("changeType", changeType)
        members.set("projectId", projectId)
        return .object(members)
    }
}

/// What `project/create` asks. Experimental.
public struct ProjectCreateParams: ClientRequestParams {
    public typealias Response = ProjectCreateResponse
    public static let method = "project/create"

    public var idempotencyKey: String
    public var metadata: Presence<[String: String]>
    public var name: String
    public var roots: [ProjectRoot]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        idempotencyKey: String, metadata: Presence<[String: String]> = .absent, name: String, roots: [ProjectRoot],
        additional: [String: JSONValue] = [:]
    ) {
        self.idempotencyKey = idempotencyKey
        self.metadata = metadata
        self.name = name
        self.roots = roots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.idempotencyKey = try members.required("idempotencyKey")
        self.metadata = try members.presence("metadata")
        self.name = try members.required("name")
        self.roots = try members.required("roots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("idempotencyKey", idempotencyKey)
        members.setPresence("metadata", metadata)
        members.set("name", name)
        members.set("roots", roots)
        return .object(members)
    }
}

/// What is answered to `project/create`.
public struct ProjectCreateResponse: JSONCodable {
    public var project: Project
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(project: Project, additional: [String: JSONValue] = [:]) {
        self.project = project
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.project = try members.required("project")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("project", project)
        return .object(members)
    }
}

/// What `project/delete` asks. Experimental.
public struct ProjectDeleteParams: ClientRequestParams {
    public typealias Response = ProjectDeleteResponse
    public static let method = "project/delete"

    public var projectId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(projectId: String, additional: [String: JSONValue] = [:]) {
        self.projectId = projectId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.projectId = try members.required("projectId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("projectId", projectId)
        return .object(members)
    }
}

/// What is answered to `project/delete`.
public struct ProjectDeleteResponse: JSONCodable {
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

/// What `project/import` asks. Experimental.
public struct ProjectImportParams: ClientRequestParams {
    public typealias Response = ProjectImportResponse
    public static let method = "project/import"

    public var idempotencyKey: String
    public var metadata: Presence<[String: String]>
    public var name: String
    public var roots: [ProjectRoot]
    public var threads: Presence<[String]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        idempotencyKey: String, metadata: Presence<[String: String]> = .absent, name: String, roots: [ProjectRoot],
        threads: Presence<[String]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.idempotencyKey = idempotencyKey
        self.metadata = metadata
        self.name = name
        self.roots = roots
        self.threads = threads
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.idempotencyKey = try members.required("idempotencyKey")
        self.metadata = try members.presence("metadata")
        self.name = try members.required("name")
        self.roots = try members.required("roots")
        self.threads = try members.presence("threads")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("idempotencyKey", idempotencyKey)
        members.setPresence("metadata", metadata)
        members.set("name", name)
        members.set("roots", roots)
        members.setPresence("threads", threads)
        return .object(members)
    }
}

/// What is answered to `project/import`.
public struct ProjectImportResponse: JSONCodable {
    public var project: Project
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(project: Project, additional: [String: JSONValue] = [:]) {
        self.project = project
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.project = try members.required("project")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("project", project)
        return .object(members)
    }
}

/// What `project/list` asks. Experimental.
public struct ProjectListParams: ClientRequestParams {
    public typealias Response = ProjectListResponse
    public static let method = "project/list"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var sortDirection: Presence<SortDirection>
    public var sortKey: Presence<ProjectSortKey>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent,
        sortDirection: Presence<SortDirection> = .absent, sortKey: Presence<ProjectSortKey> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.sortDirection = sortDirection
        self.sortKey = sortKey
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.sortDirection = try members.presence("sortDirection")
        self.sortKey = try members.presence("sortKey")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.setPresence("sortDirection", sortDirection)
        members.setPresence("sortKey", sortKey)
        return .object(members)
    }
}

/// What is answered to `project/list`.
public struct ProjectListResponse: JSONCodable {
    public var data: [Project]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [Project], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
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

/// What `project/move` asks. Experimental.
public struct ProjectMoveParams: ClientRequestParams {
    public typealias Response = ProjectMoveResponse
    public static let method = "project/move"

    public var beforeProjectId: Presence<String>
    public var projectId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(beforeProjectId: Presence<String> = .absent, projectId: String, additional: [String: JSONValue] = [:]) {
        self.beforeProjectId = beforeProjectId
        self.projectId = projectId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.beforeProjectId = try members.presence("beforeProjectId")
        self.projectId = try members.required("projectId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("beforeProjectId", beforeProjectId)
        members.set("projectId", projectId)
        return .object(members)
    }
}

/// What is answered to `project/move`.
public struct ProjectMoveResponse: JSONCodable {
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

/// What `project/read` asks. Experimental.
public struct ProjectReadParams: ClientRequestParams {
    public typealias Response = ProjectReadResponse
    public static let method = "project/read"

    public var projectId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(projectId: String, additional: [String: JSONValue] = [:]) {
        self.projectId = projectId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.projectId = try members.required("projectId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("projectId", projectId)
        return .object(members)
    }
}

/// What is answered to `project/read`.
public struct ProjectReadResponse: JSONCodable {
    public var project: Project
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(project: Project, additional: [String: JSONValue] = [:]) {
        self.project = project
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.project = try members.required("project")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("project", project)
        return .object(members)
    }
}

/// The schema's `ProjectRoot`.
public struct ProjectRoot: JSONCodable {
    public var path: AbsolutePathBuf
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(path: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `ProjectSortKey`.
public enum ProjectSortKey: OpenEnum {
    case position
    case recencyAt
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "position": self = .position
        case "recencyAt": self = .recencyAt
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .position: "position"
        case .recencyAt: "recencyAt"
        case .unknown(let word): word
        }
    }
}

/// What `project/update` asks. Experimental.
public struct ProjectUpdateParams: ClientRequestParams {
    public typealias Response = ProjectUpdateResponse
    public static let method = "project/update"

    public var metadata: Presence<[String: String]>
    public var name: Presence<String>
    public var projectId: String
    public var roots: Presence<[ProjectRoot]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        metadata: Presence<[String: String]> = .absent, name: Presence<String> = .absent, projectId: String,
        roots: Presence<[ProjectRoot]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.metadata = metadata
        self.name = name
        self.projectId = projectId
        self.roots = roots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.metadata = try members.presence("metadata")
        self.name = try members.presence("name")
        self.projectId = try members.required("projectId")
        self.roots = try members.presence("roots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("metadata", metadata)
        members.setPresence("name", name)
        members.set("projectId", projectId)
        members.setPresence("roots", roots)
        return .object(members)
    }
}

/// What is answered to `project/update`.
public struct ProjectUpdateResponse: JSONCodable {
    public var project: Project
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(project: Project, additional: [String: JSONValue] = [:]) {
        self.project = project
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.project = try members.required("project")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("project", project)
        return .object(members)
    }
}
