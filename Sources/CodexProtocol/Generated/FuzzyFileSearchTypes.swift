// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `FuzzyFileSearchMatchType`.
public enum FuzzyFileSearchMatchType: OpenEnum {
    case file
    case directory
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "file": self = .file
        case "directory": self = .directory
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .file: "file"
        case .directory: "directory"
        case .unknown(let word): word
        }
    }
}

/// What `fuzzyFileSearch` asks. Stable.
public struct FuzzyFileSearchParams: ClientRequestParams {
    public typealias Response = FuzzyFileSearchResponse
    public static let method = "fuzzyFileSearch"

    public var cancellationToken: Presence<String>
    public var query: String
    public var roots: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cancellationToken: Presence<String> = .absent, query: String, roots: [String],
        additional: [String: JSONValue] = [:]
    ) {
        self.cancellationToken = cancellationToken
        self.query = query
        self.roots = roots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cancellationToken = try members.presence("cancellationToken")
        self.query = try members.required("query")
        self.roots = try members.required("roots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cancellationToken", cancellationToken)
        members.set("query", query)
        members.set("roots", roots)
        return .object(members)
    }
}

/// What is answered to `fuzzyFileSearch`.
public struct FuzzyFileSearchResponse: JSONCodable {
    public var files: [FuzzyFileSearchResult]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(files: [FuzzyFileSearchResult], additional: [String: JSONValue] = [:]) {
        self.files = files
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.files = try members.required("files")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("files", files)
        return .object(members)
    }
}

/// The schema's `FuzzyFileSearchResult`.
public struct FuzzyFileSearchResult: JSONCodable {
    public var fileName: String
    public var indices: Presence<[Int]>
    public var matchType: FuzzyFileSearchMatchType
    public var path: String
    public var root: String
    public var score: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fileName: String, indices: Presence<[Int]> = .absent, matchType: FuzzyFileSearchMatchType, path: String,
        root: String, score: Int, additional: [String: JSONValue] = [:]
    ) {
        self.fileName = fileName
        self.indices = indices
        self.matchType = matchType
        self.path = path
        self.root = root
        self.score = score
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileName = try members.required("file_name")
        self.indices = try members.presence("indices")
        self.matchType = try members.required("match_type")
        self.path = try members.required("path")
        self.root = try members.required("root")
        self.score = try members.required("score")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("file_name", fileName)
        members.setPresence("indices", indices)
        members.set("match_type", matchType)
        members.set("path", path)
        members.set("root", root)
        members.set("score", score)
        return .object(members)
    }
}

/// What `fuzzyFileSearch/sessionCompleted` tells.
public struct FuzzyFileSearchSessionCompletedNotification: NotificationParams {
    public static let method = "fuzzyFileSearch/sessionCompleted"

    public var sessionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(sessionId: String, additional: [String: JSONValue] = [:]) {
        self.sessionId = sessionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.sessionId = try members.required("sessionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("sessionId", sessionId)
        return .object(members)
    }
}

/// What `fuzzyFileSearch/sessionStart` asks. Experimental.
public struct FuzzyFileSearchSessionStartParams: ClientRequestParams {
    public typealias Response = FuzzyFileSearchSessionStartResponse
    public static let method = "fuzzyFileSearch/sessionStart"

    public var roots: [String]
    public var sessionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(roots: [String], sessionId: String, additional: [String: JSONValue] = [:]) {
        self.roots = roots
        self.sessionId = sessionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.roots = try members.required("roots")
        self.sessionId = try members.required("sessionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("roots", roots)
        members.set("sessionId", sessionId)
        return .object(members)
    }
}

/// What is answered to `fuzzyFileSearch/sessionStart`.
public struct FuzzyFileSearchSessionStartResponse: JSONCodable {
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

/// What `fuzzyFileSearch/sessionStop` asks. Experimental.
public struct FuzzyFileSearchSessionStopParams: ClientRequestParams {
    public typealias Response = FuzzyFileSearchSessionStopResponse
    public static let method = "fuzzyFileSearch/sessionStop"

    public var sessionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(sessionId: String, additional: [String: JSONValue] = [:]) {
        self.sessionId = sessionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.sessionId = try members.required("sessionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("sessionId", sessionId)
        return .object(members)
    }
}

/// What is answered to `fuzzyFileSearch/sessionStop`.
public struct FuzzyFileSearchSessionStopResponse: JSONCodable {
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

/// What `fuzzyFileSearch/sessionUpdate` asks. Experimental.
public struct FuzzyFileSearchSessionUpdateParams: ClientRequestParams {
    public typealias Response = FuzzyFileSearchSessionUpdateResponse
    public static let method = "fuzzyFileSearch/sessionUpdate"

    public var query: String
    public var sessionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(query: String, sessionId: String, additional: [String: JSONValue] = [:]) {
        self.query = query
        self.sessionId = sessionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.query = try members.required("query")
        self.sessionId = try members.required("sessionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("query", query)
        members.set("sessionId", sessionId)
        return .object(members)
    }
}

/// What is answered to `fuzzyFileSearch/sessionUpdate`.
public struct FuzzyFileSearchSessionUpdateResponse: JSONCodable {
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

/// What `fuzzyFileSearch/sessionUpdated` tells.
public struct FuzzyFileSearchSessionUpdatedNotification: NotificationParams {
    public static let method = "fuzzyFileSearch/sessionUpdated"

    public var files: [FuzzyFileSearchResult]
    public var query: String
    public var sessionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(files: [FuzzyFileSearchResult], query: String, sessionId: String, additional: [String: JSONValue] = [:])
    {
        self.files = files
        self.query = query
        self.sessionId = sessionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.files = try members.required("files")
        self.query = try members.required("query")
        self.sessionId = try members.required("sessionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("files", files)
        members.set("query", query)
        members.set("sessionId", sessionId)
        return .object(members)
    }
}
