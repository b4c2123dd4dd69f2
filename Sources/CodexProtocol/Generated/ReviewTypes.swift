// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ReviewDelivery`.
public enum ReviewDelivery: OpenEnum {
    case inline
    case detached
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inline": self = .inline
        case "detached": self = .detached
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inline: "inline"
        case .detached: "detached"
        case .unknown(let word): word
        }
    }
}

/// What `review/start` asks. Stable.
public struct ReviewStartParams: ClientRequestParams {
    public typealias Response = ReviewStartResponse
    public static let method = "review/start"

    public var delivery: Presence<ReviewDelivery>
    public var target: ReviewTarget
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        delivery: Presence<ReviewDelivery> = .absent, target: ReviewTarget, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.delivery = delivery
        self.target = target
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delivery = try members.presence("delivery")
        self.target = try members.required("target")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("delivery", delivery)
        members.set("target", target)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `review/start`.
public struct ReviewStartResponse: JSONCodable {
    public var reviewThreadId: String
    public var turn: Turn
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(reviewThreadId: String, turn: Turn, additional: [String: JSONValue] = [:]) {
        self.reviewThreadId = reviewThreadId
        self.turn = turn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.reviewThreadId = try members.required("reviewThreadId")
        self.turn = try members.required("turn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("reviewThreadId", reviewThreadId)
        members.set("turn", turn)
        return .object(members)
    }
}

/// The schema's `ReviewTarget`.
public indirect enum ReviewTarget: JSONCodable {
    case uncommittedChanges(NoMembers = NoMembers())
    case baseBranch(ReviewTarget.BaseBranch)
    case commit(ReviewTarget.Commit)
    case custom(ReviewTarget.Custom)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "uncommittedChanges": self = .uncommittedChanges(try NoMembers(json: json, tag: "type"))
        case "baseBranch": self = .baseBranch(try ReviewTarget.BaseBranch(json: json))
        case "commit": self = .commit(try ReviewTarget.Commit(json: json))
        case "custom": self = .custom(try ReviewTarget.Custom(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .uncommittedChanges(let payload): payload.json.tagged("type", "uncommittedChanges")
        case .baseBranch(let payload): payload.json.tagged("type", "baseBranch")
        case .commit(let payload): payload.json.tagged("type", "commit")
        case .custom(let payload): payload.json.tagged("type", "custom")
        case .unknown(let json): json
        }
    }
}

extension ReviewTarget {
    /// The schema's `ReviewTarget.BaseBranch`.
    public struct BaseBranch: JSONCodable {
        public var branch: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(branch: String, additional: [String: JSONValue] = [:]) {
            self.branch = branch
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.branch = try members.required("branch")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("branch", branch)
            return .object(members)
        }
    }
}

extension ReviewTarget {
    /// The schema's `ReviewTarget.Commit`.
    public struct Commit: JSONCodable {
        public var sha: String
        public var title: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(sha: String, title: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.sha = sha
            self.title = title
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.sha = try members.required("sha")
            self.title = try members.presence("title")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("sha", sha)
            members.setPresence("title", title)
            return .object(members)
        }
    }
}

extension ReviewTarget {
    /// The schema's `ReviewTarget.Custom`.
    public struct Custom: JSONCodable {
        public var instructions: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(instructions: String, additional: [String: JSONValue] = [:]) {
            self.instructions = instructions
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.instructions = try members.required("instructions")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("instructions", instructions)
            return .object(members)
        }
    }
}
