package import JSONRPC

extension ServerRequestKind {
    /// What codex gets for one of the offered decisions.
    package func answer(ofDecision decision: JSON) -> ServerRequestAnswer {
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval: .result(["decision": decision])
        case .toolCall, .attestation, .tokenRefresh:
            .error(code: Self.refusedCode, message: "refused by who registered for it")
        case .permissions, .userInput, .elicitation, .currentTime, .unknown: .result(decision)
        }
    }

    /// What codex gets when nobody decides.
    package var refusalAnswer: ServerRequestAnswer? {
        guard let refusal else { return nil }
        return isDelegated
            ? .error(code: Self.refusedCode, message: "nobody answered in time") : answer(ofDecision: refusal)
    }

    static let refusedCode = -32000

    /// Whether the answer gives what was asked for, all or in part. What is not known to be a no is a yes.
    package func grants(_ answer: ServerRequestAnswer) -> Bool {
        guard case .result(let result) = answer else { return false }
        switch self {
        case .commandApproval, .fileChangeApproval:
            return result["decision"].map { $0 != "decline" && $0 != "cancel" } ?? true
        case .legacyApproval:
            let noes: [JSON] = ["denied", "abort", "timed_out"]
            return result["decision"].map { !noes.contains($0) && $0["denied"] == nil } ?? true
        case .permissions: return result["permissions"]?.saysSomething ?? true
        case .userInput: return result["answers"]?.saysSomething ?? true
        case .elicitation: return result["action"].map { $0 != "decline" && $0 != "cancel" } ?? true
        case .toolCall, .attestation, .tokenRefresh, .currentTime, .unknown: return true
        }
    }

    /// What is wrong with a whole result, given instead of a decision: it has the kind's shape, no more, and stays within
    /// what was asked for or offered. Nil: nothing is.
    package func fault(in result: JSON, params: JSON, offered: [JSON]) -> String? {
        guard let members = result.objectValue else { return "the result is an object" }
        if let other = members.first(where: { !known.contains($0.key) }) {
            return "the result has \(known.sorted().joined(separator: ", ")), and no \(other.key)"
        }
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval:
            guard let decision = result["decision"], offered.contains(decision) else {
                return "offered are \(JSON.array(offered).description)"
            }
            return nil
        case .permissions: return faultInPermissions(result, asked: params["permissions"] ?? [:])
        case .userInput: return UserInputForm(params).fault(in: result["answers"])
        case .elicitation: return ElicitationForm(params).fault(in: result)
        case .toolCall: return Self.faultInToolResult(result)
        case .attestation: return Self.isText(result["token"]) ? nil : "token is a string"
        case .tokenRefresh:
            guard Self.isText(result["accessToken"]), Self.isText(result["chatgptAccountId"]) else {
                return "accessToken and chatgptAccountId are strings"
            }
            let plan = result["chatgptPlanType"]
            return plan == nil || plan?.isNull == true || plan?.stringValue != nil
                ? nil : "chatgptPlanType is a string or null"
        case .currentTime, .unknown: return "nobody is asked"
        }
    }

    /// The members that a result may have.
    private var known: Set<String> {
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval: ["decision"]
        case .permissions: ["permissions", "scope", "strictAutoReview"]
        case .userInput: ["answers"]
        case .elicitation: ["action", "content", "_meta"]
        case .toolCall: ["contentItems", "success"]
        case .attestation: ["token"]
        case .tokenRefresh: ["accessToken", "chatgptAccountId", "chatgptPlanType"]
        case .currentTime, .unknown: []
        }
    }

    private func faultInPermissions(_ result: JSON, asked: JSON) -> String? {
        guard let granted = result["permissions"], granted.isObject else { return "permissions is an object" }
        guard granted.isWithin(asked) else { return "asked for is \(asked.description), and no more is granted" }
        if let scope = result["scope"], !["turn", "session"].contains(scope) { return "scope is turn or session" }
        if let review = result["strictAutoReview"], review.boolValue == nil, !review.isNull {
            return "strictAutoReview is true, false or null"
        }
        return nil
    }

    private static func faultInToolResult(_ result: JSON) -> String? {
        guard result["success"]?.boolValue != nil else { return "success is true or false" }
        guard let items = result["contentItems"]?.arrayValue else { return "contentItems is an array" }
        let texts = ["inputText": "text", "inputImage": "imageUrl", "inputAudio": "audioUrl"]
        let isWhole = items.allSatisfy { item in
            item["type"]?.stringValue.flatMap { texts[$0] }.map { item[$0]?.stringValue != nil } ?? false
        }
        return isWhole ? nil : "each of contentItems is inputText with text, inputImage or inputAudio with its URL"
    }

    private static func isText(_ value: JSON?) -> Bool { value?.stringValue.map { !$0.isEmpty } ?? false }

    /// What a rule that allows answers; nil where codex does not offer that.
    func allowance(params: JSON, offered: [JSON]) -> ServerRequestAnswer? {
        let decision: JSON? =
            switch self {
            case .commandApproval, .fileChangeApproval: "accept"
            case .legacyApproval: "approved"
            case .permissions: params["permissions"].map { ["permissions": $0] }
            default: nil
            }
        return decision.flatMap { offered.contains($0) ? answer(ofDecision: $0) : nil }
    }
}

extension JSON {
    /// Whether there is anything in it but nulls, `false` and what is empty.
    fileprivate var saysSomething: Bool {
        if let members = objectValue { return members.contains { $0.value.saysSomething } }
        if let elements = arrayValue { return elements.contains { $0.saysSomething } }
        return !isNull && self != false
    }
}
