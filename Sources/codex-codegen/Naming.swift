/// Names in Swift for names on the wire.
enum Naming {
    /// Responses that are not called as their params are.
    static let irregularResponses = [
        "account/gatewayOAuth/cancel": "GatewayOAuthCancelResponse",
        "account/gatewayOAuth/login": "GatewayOAuthLoginResponse",
        "account/gatewayOAuth/read": "GatewayOAuthReadResponse",
        "account/logout": "LogoutAccountResponse",
        "account/rateLimits/read": "GetAccountRateLimitsResponse",
        "account/usage/read": "GetAccountTokenUsageResponse",
        "account/workspaceMessages/read": "GetWorkspaceMessagesResponse",
        "config/batchWrite": "ConfigWriteResponse",
        "config/mcpServer/reload": "McpServerRefreshResponse",
        "config/value/write": "ConfigWriteResponse",
        "externalAgentConfig/import/readHistories": "ExternalAgentConfigImportHistoriesReadResponse",
    ]

    /// Types that a consumer who imports Foundation would otherwise not be able to name.
    private static let takenTypes: Set<String> = [
        "Array", "Bool", "Character", "Data", "Date", "Dictionary", "Double", "Duration", "Error", "Host", "Int",
        "Locale", "Message", "Never", "NoMembers", "Notification", "Operation", "Optional", "Port", "Presence",
        "Process", "Progress", "Result", "Set", "Stream", "String", "Task", "Thread", "Timer", "Unit", "URL",
    ]

    /// Types that the generated code itself names.
    private static let usedTypes: Set<String> = [
        "Bool", "CodexProtocolError", "Double", "Int", "JSONValue", "Members", "NoMembers", "Presence", "Response",
        "String", "UInt64",
    ]

    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat",
        "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
        "try", "typealias", "var", "where", "while", "Type", "Protocol",
    ]

    static func responseName(ofParams params: String) -> String? {
        params.hasSuffix("Params") ? params.dropLast("Params".count) + "Response" : nil
    }

    /// `thread/start` becomes `ThreadStart`.
    static func typeName(ofMethod method: String) -> String { capitalizedName(of: method) }

    /// A definition's name in Swift; dots stay.
    static func typeName(ofDefinition name: String) -> String {
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, takenTypes.contains(first) else { return name }
        return (["Codex" + first] + parts.dropFirst()).joined(separator: ".")
    }

    /// `dangerFullAccess`, `on-request` and `input_text` become `DangerFullAccess`, `OnRequest` and `InputText`.
    static func capitalizedName(of word: String) -> String { words(of: word).map(capitalized).joined() }

    /// The type of a union's case, inside the union.
    static func typeName(ofCase word: String) -> String {
        let name = capitalizedName(of: word)
        return usedTypes.contains(name) || keywords.contains(name) ? name + "Case" : name
    }

    /// Members and cases. `own` are names that the generated type itself has.
    static func memberName(of word: String, own: [String: String] = [:]) -> String {
        let parts = words(of: word)
        var name = parts.dropFirst().reduce(parts.first.map(uncapitalized) ?? "empty") { $0 + capitalized($1) }
        if name.first?.isNumber == true { name = "_" + name }
        if let other = own[name] { name = other }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    static func recordMemberName(of word: String) -> String {
        memberName(of: word, own: ["additional": "additionalMember", "json": "jsonMember"])
    }

    /// Names for the cases of one enum, each another: the schema's own `unknown` makes room for the case that holds
    /// what the schema does not know, and of two that read alike (`openai/form`, `openaiForm`) the one with the
    /// punctuation says so.
    static func caseNames(of words: [String]) -> [String] {
        let names = words.map { memberName(of: $0, own: ["unknown": "namedUnknown"]) }
        return zip(words, names).map { word, name in
            guard names.filter({ $0 == name }).count > 1 else { return name }
            let spelled = word.replacing("/", with: "-slash-").replacing("_", with: "-underscore-")
            return memberName(of: spelled)
        }
    }

    /// What to call the alternatives of a union without a mark: by their types, less what all those have in common, or
    /// by the member that only one requires.
    static func alternativeNames(of schemas: [JSONSchema]) -> [String] {
        let types = schemas.compactMap { $0.reference?.split(separator: "/").last }.map { camelWords(of: String($0)) }
        guard types.count == schemas.count, let first = types.first else {
            return schemas.map { alternativeName(of: $0, among: schemas) }
        }
        let prefix = first.indices.prefix { index in types.allSatisfy { $0.count > index && $0[index] == first[index] }
        }
        let suffix = first.indices.prefix { offset in
            types.allSatisfy {
                $0.count > prefix.count + offset + 1 && $0.reversed()[offset] == first.reversed()[offset]
            }
        }
        return types.map { uncapitalized($0.dropFirst(prefix.count).dropLast(suffix.count).joined()) }
    }

    private static func alternativeName(of schema: JSONSchema, among all: [JSONSchema]) -> String {
        if let reference = schema.reference?.split(separator: "/").last { return uncapitalized(String(reference)) }
        if schema.isObject {
            let own = schema.required.sorted().first { name in
                all.filter { $0.required.contains(name) }.count == 1
            }
            return own ?? "object"
        }
        return schema.types.first ?? "any"
    }

    // MARK: Words

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map { part in
            let isShouted = part.count > 1 && !part.contains { $0.isLowercase }
            return isShouted ? part.lowercased() : String(part)
        }
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// `URLOfPage` becomes `urlOfPage`, `RequestId` `requestId`.
    private static func uncapitalized(_ word: String) -> String {
        let capitals = word.prefix { $0.isUppercase }.count
        let lowered = capitals > 1 && capitals < word.count ? capitals - 1 : capitals
        return word.prefix(lowered).lowercased() + word.dropFirst(lowered)
    }

    /// `JSONRPCError` is `JSONRPC` and `Error`: a capital begins a word when a small letter follows.
    private static func camelWords(of name: String) -> [String] {
        var words: [String] = []
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : character
            if words.isEmpty || (character.isUppercase && next.isLowercase) {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words
    }
}
