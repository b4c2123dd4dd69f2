// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `userVerification/cancel` asks. Experimental.
public struct UserVerificationCancelParams: ClientRequestParams {
    public typealias Response = UserVerificationCancelResponse
    public static let method = "userVerification/cancel"

    public var requestId: RequestId
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(requestId: RequestId, additional: [String: JSONValue] = [:]) {
        self.requestId = requestId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.requestId = try members.required("requestId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("requestId", requestId)
        return .object(members)
    }
}

/// What is answered to `userVerification/cancel`.
public struct UserVerificationCancelResponse: JSONCodable {
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

/// What `userVerification/delete` asks. Experimental.
public struct UserVerificationDeleteParams: ClientRequestParams {
    public typealias Response = UserVerificationDeleteResponse
    public static let method = "userVerification/delete"

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

/// What is answered to `userVerification/delete`.
public struct UserVerificationDeleteResponse: JSONCodable {
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

/// What `userVerification/enroll` asks. Experimental.
public struct UserVerificationEnrollParams: ClientRequestParams {
    public typealias Response = UserVerificationEnrollResponse
    public static let method = "userVerification/enroll"

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

/// What is answered to `userVerification/enroll`.
public struct UserVerificationEnrollResponse: JSONCodable {
    public var algorithm: Presence<String>
    public var credentialId: String
    public var publicKey: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        algorithm: Presence<String> = .absent, credentialId: String, publicKey: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.algorithm = algorithm
        self.credentialId = credentialId
        self.publicKey = publicKey
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.algorithm = try members.presence("algorithm")
        self.credentialId = try members.required("credentialId")
        self.publicKey = try members.presence("publicKey")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("algorithm", algorithm)
        members.set("credentialId", credentialId)
        members.setPresence("publicKey", publicKey)
        return .object(members)
    }
}

/// The schema's `UserVerificationProof`.
public struct UserVerificationProof: JSONCodable {
    public var credentialId: String
    public var signature: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(credentialId: String, signature: String, additional: [String: JSONValue] = [:]) {
        self.credentialId = credentialId
        self.signature = signature
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.credentialId = try members.required("credentialId")
        self.signature = try members.required("signature")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("credentialId", credentialId)
        members.set("signature", signature)
        return .object(members)
    }
}

/// What `userVerification/status` asks. Experimental.
public struct UserVerificationStatusParams: ClientRequestParams {
    public typealias Response = UserVerificationStatusResponse
    public static let method = "userVerification/status"

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

/// What is answered to `userVerification/status`.
public struct UserVerificationStatusResponse: JSONCodable {
    public var credentialId: Presence<String>
    public var unavailableMessage: Presence<String>
    public var unavailableReason: Presence<UserVerificationUnavailableReason>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        credentialId: Presence<String> = .absent, unavailableMessage: Presence<String> = .absent,
        unavailableReason: Presence<UserVerificationUnavailableReason> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.credentialId = credentialId
        self.unavailableMessage = unavailableMessage
        self.unavailableReason = unavailableReason
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.credentialId = try members.presence("credentialId")
        self.unavailableMessage = try members.presence("unavailableMessage")
        self.unavailableReason = try members.presence("unavailableReason")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("credentialId", credentialId)
        members.setPresence("unavailableMessage", unavailableMessage)
        members.setPresence("unavailableReason", unavailableReason)
        return .object(members)
    }
}

/// The schema's `UserVerificationUnavailableReason`.
public enum UserVerificationUnavailableReason: OpenEnum {
    case credentialMissing
    case biometricsUnavailable
    case providerUnavailable
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "credentialMissing": self = .credentialMissing
        case "biometricsUnavailable": self = .biometricsUnavailable
        case "providerUnavailable": self = .providerUnavailable
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .credentialMissing: "credentialMissing"
        case .biometricsUnavailable: "biometricsUnavailable"
        case .providerUnavailable: "providerUnavailable"
        case .unknown(let word): word
        }
    }
}

/// What `userVerification/verify` asks. Experimental.
public struct UserVerificationVerifyParams: ClientRequestParams {
    public typealias Response = UserVerificationVerifyResponse
    public static let method = "userVerification/verify"

    public var challenge: String
    public var description: String
    public var title: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(challenge: String, description: String, title: String, additional: [String: JSONValue] = [:]) {
        self.challenge = challenge
        self.description = description
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.challenge = try members.required("challenge")
        self.description = try members.required("description")
        self.title = try members.required("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("challenge", challenge)
        members.set("description", description)
        members.set("title", title)
        return .object(members)
    }
}

/// What is answered to `userVerification/verify`.
public struct UserVerificationVerifyResponse: JSONCodable {
    public var proof: UserVerificationProof
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(proof: UserVerificationProof, additional: [String: JSONValue] = [:]) {
        self.proof = proof
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.proof = try members.required("proof")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("proof", proof)
        return .object(members)
    }
}
