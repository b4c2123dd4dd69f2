// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `fs/changed` tells.
public struct FsChangedNotification: NotificationParams {
    public static let method = "fs/changed"

    public var changedPaths: [AbsolutePathBuf]
    public var watchId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(changedPaths: [AbsolutePathBuf], watchId: String, additional: [String: JSONValue] = [:]) {
        self.changedPaths = changedPaths
        self.watchId = watchId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.changedPaths = try members.required("changedPaths")
        self.watchId = try members.required("watchId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("changedPaths", changedPaths)
        members.set("watchId", watchId)
        return .object(members)
    }
}

/// What `fs/copy` asks. Stable.
public struct FsCopyParams: ClientRequestParams {
    public typealias Response = FsCopyResponse
    public static let method = "fs/copy"

    public var destinationPath: AbsolutePathBuf
    public var recursive: Bool?
    public var sourcePath: AbsolutePathBuf
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        destinationPath: AbsolutePathBuf, recursive: Bool? = nil, sourcePath: AbsolutePathBuf,
        additional: [String: JSONValue] = [:]
    ) {
        self.destinationPath = destinationPath
        self.recursive = recursive
        self.sourcePath = sourcePath
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.destinationPath = try members.required("destinationPath")
        self.recursive = try members.optional("recursive")
        self.sourcePath = try members.required("sourcePath")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("destinationPath", destinationPath)
        members.setOptional("recursive", recursive)
        members.set("sourcePath", sourcePath)
        return .object(members)
    }
}

/// What is answered to `fs/copy`.
public struct FsCopyResponse: JSONCodable {
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

/// What `fs/createDirectory` asks. Stable.
public struct FsCreateDirectoryParams: ClientRequestParams {
    public typealias Response = FsCreateDirectoryResponse
    public static let method = "fs/createDirectory"

    public var path: AbsolutePathBuf
    public var recursive: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(path: AbsolutePathBuf, recursive: Presence<Bool> = .absent, additional: [String: JSONValue] = [:]) {
        self.path = path
        self.recursive = recursive
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.path = try members.required("path")
        self.recursive = try members.presence("recursive")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("path", path)
        members.setPresence("recursive", recursive)
        return .object(members)
    }
}

/// What is answered to `fs/createDirectory`.
public struct FsCreateDirectoryResponse: JSONCodable {
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

/// What `fs/getMetadata` asks. Stable.
public struct FsGetMetadataParams: ClientRequestParams {
    public typealias Response = FsGetMetadataResponse
    public static let method = "fs/getMetadata"

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

/// What is answered to `fs/getMetadata`.
public struct FsGetMetadataResponse: JSONCodable {
    public var createdAtMs: Int
    public var isDirectory: Bool
    public var isFile: Bool
    public var isSymlink: Bool
    public var modifiedAtMs: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        createdAtMs: Int, isDirectory: Bool, isFile: Bool, isSymlink: Bool, modifiedAtMs: Int,
        additional: [String: JSONValue] = [:]
    ) {
        self.createdAtMs = createdAtMs
        self.isDirectory = isDirectory
        self.isFile = isFile
        self.isSymlink = isSymlink
        self.modifiedAtMs = modifiedAtMs
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.createdAtMs = try members.required("createdAtMs")
        self.isDirectory = try members.required("isDirectory")
        self.isFile = try members.required("isFile")
        self.isSymlink = try members.required("isSymlink")
        self.modifiedAtMs = try members.required("modifiedAtMs")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("createdAtMs", createdAtMs)
        members.set("isDirectory", isDirectory)
        members.set("isFile", isFile)
        members.set("isSymlink", isSymlink)
        members.set("modifiedAtMs", modifiedAtMs)
        return .object(members)
    }
}

/// The schema's `FsReadDirectoryEntry`.
public struct FsReadDirectoryEntry: JSONCodable {
    public var fileName: String
    public var isDirectory: Bool
    public var isFile: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(fileName: String, isDirectory: Bool, isFile: Bool, additional: [String: JSONValue] = [:]) {
        self.fileName = fileName
        self.isDirectory = isDirectory
        self.isFile = isFile
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileName = try members.required("fileName")
        self.isDirectory = try members.required("isDirectory")
        self.isFile = try members.required("isFile")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("fileName", fileName)
        members.set("isDirectory", isDirectory)
        members.set("isFile", isFile)
        return .object(members)
    }
}

/// What `fs/readDirectory` asks. Stable.
public struct FsReadDirectoryParams: ClientRequestParams {
    public typealias Response = FsReadDirectoryResponse
    public static let method = "fs/readDirectory"

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

/// What is answered to `fs/readDirectory`.
public struct FsReadDirectoryResponse: JSONCodable {
    public var entries: [FsReadDirectoryEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(entries: [FsReadDirectoryEntry], additional: [String: JSONValue] = [:]) {
        self.entries = entries
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.entries = try members.required("entries")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("entries", entries)
        return .object(members)
    }
}

/// What `fs/readFile` asks. Stable.
public struct FsReadFileParams: ClientRequestParams {
    public typealias Response = FsReadFileResponse
    public static let method = "fs/readFile"

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

/// What is answered to `fs/readFile`.
public struct FsReadFileResponse: JSONCodable {
    public var dataBase64: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(dataBase64: String, additional: [String: JSONValue] = [:]) {
        self.dataBase64 = dataBase64
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.dataBase64 = try members.required("dataBase64")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("dataBase64", dataBase64)
        return .object(members)
    }
}

/// What `fs/remove` asks. Stable.
public struct FsRemoveParams: ClientRequestParams {
    public typealias Response = FsRemoveResponse
    public static let method = "fs/remove"

    public var force: Presence<Bool>
    public var path: AbsolutePathBuf
    public var recursive: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        force: Presence<Bool> = .absent, path: AbsolutePathBuf, recursive: Presence<Bool> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.force = force
        self.path = path
        self.recursive = recursive
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.force = try members.presence("force")
        self.path = try members.required("path")
        self.recursive = try members.presence("recursive")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("force", force)
        members.set("path", path)
        members.setPresence("recursive", recursive)
        return .object(members)
    }
}

/// What is answered to `fs/remove`.
public struct FsRemoveResponse: JSONCodable {
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

/// What `fs/unwatch` asks. Stable.
public struct FsUnwatchParams: ClientRequestParams {
    public typealias Response = FsUnwatchResponse
    public static let method = "fs/unwatch"

    public var watchId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(watchId: String, additional: [String: JSONValue] = [:]) {
        self.watchId = watchId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.watchId = try members.required("watchId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("watchId", watchId)
        return .object(members)
    }
}

/// What is answered to `fs/unwatch`.
public struct FsUnwatchResponse: JSONCodable {
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

/// What `fs/watch` asks. Stable.
public struct FsWatchParams: ClientRequestParams {
    public typealias Response = FsWatchResponse
    public static let method = "fs/watch"

    public var path: AbsolutePathBuf
    public var watchId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(path: AbsolutePathBuf, watchId: String, additional: [String: JSONValue] = [:]) {
        self.path = path
        self.watchId = watchId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.path = try members.required("path")
        self.watchId = try members.required("watchId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("path", path)
        members.set("watchId", watchId)
        return .object(members)
    }
}

/// What is answered to `fs/watch`.
public struct FsWatchResponse: JSONCodable {
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

/// What `fs/writeFile` asks. Stable.
public struct FsWriteFileParams: ClientRequestParams {
    public typealias Response = FsWriteFileResponse
    public static let method = "fs/writeFile"

    public var dataBase64: String
    public var path: AbsolutePathBuf
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(dataBase64: String, path: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
        self.dataBase64 = dataBase64
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.dataBase64 = try members.required("dataBase64")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("dataBase64", dataBase64)
        members.set("path", path)
        return .object(members)
    }
}

/// What is answered to `fs/writeFile`.
public struct FsWriteFileResponse: JSONCodable {
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
