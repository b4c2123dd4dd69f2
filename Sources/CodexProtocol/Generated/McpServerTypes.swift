// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `McpElicitationArrayType`.
public enum McpElicitationArrayType: OpenEnum {
    case array
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "array": self = .array
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .array: "array"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationBooleanSchema`.
public struct McpElicitationBooleanSchema: JSONCodable {
    public var `default`: Presence<Bool>
    public var description: Presence<String>
    public var title: Presence<String>
    public var type: McpElicitationBooleanType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<Bool> = .absent, description: Presence<String> = .absent, title: Presence<String> = .absent,
        type: McpElicitationBooleanType, additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationBooleanType`.
public enum McpElicitationBooleanType: OpenEnum {
    case boolean
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "boolean": self = .boolean
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .boolean: "boolean"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationConstOption`.
public struct McpElicitationConstOption: JSONCodable {
    public var const: String
    public var title: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(const: String, title: String, additional: [String: JSONValue] = [:]) {
        self.const = const
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.const = try members.required("const")
        self.title = try members.required("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("const", const)
        members.set("title", title)
        return .object(members)
    }
}

/// The schema's `McpElicitationEnumSchema`.
public indirect enum McpElicitationEnumSchema: JSONCodable {
    case singleSelect(McpElicitationSingleSelectEnumSchema)
    case multiSelect(McpElicitationMultiSelectEnumSchema)
    case legacyTitled(McpElicitationLegacyTitledEnumSchema)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object where json.has("enum", "type", words: ["type": ["string"]]),
            .object where json.has("oneOf", "type", words: ["type": ["string"]]):
            self = .singleSelect(try McpElicitationSingleSelectEnumSchema(json: json))
        case .object
        where json.has("items", "type", words: ["type": ["array"]])
            && json["items"]?.has("enum", "type", words: ["type": ["string"]]) == true,
            .object where json.has("items", "type", words: ["type": ["array"]]) && json["items"]?.has("anyOf") == true:
            self = .multiSelect(try McpElicitationMultiSelectEnumSchema(json: json))
        case .object where json.has("enum", "type", words: ["type": ["string"]]):
            self = .legacyTitled(try McpElicitationLegacyTitledEnumSchema(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .singleSelect(let payload): payload.json
        case .multiSelect(let payload): payload.json
        case .legacyTitled(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `McpElicitationLegacyTitledEnumSchema`.
public struct McpElicitationLegacyTitledEnumSchema: JSONCodable {
    public var `default`: Presence<String>
    public var description: Presence<String>
    public var `enum`: [String]
    public var enumNames: Presence<[String]>
    public var title: Presence<String>
    public var type: McpElicitationStringType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<String> = .absent, description: Presence<String> = .absent, `enum`: [String],
        enumNames: Presence<[String]> = .absent, title: Presence<String> = .absent, type: McpElicitationStringType,
        additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.enum = `enum`
        self.enumNames = enumNames
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.enum = try members.required("enum")
        self.enumNames = try members.presence("enumNames")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.set("enum", `enum`)
        members.setPresence("enumNames", enumNames)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationMultiSelectEnumSchema`.
public indirect enum McpElicitationMultiSelectEnumSchema: JSONCodable {
    case untitled(McpElicitationUntitledMultiSelectEnumSchema)
    case titled(McpElicitationTitledMultiSelectEnumSchema)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object
        where json.has("items", "type", words: ["type": ["array"]])
            && json["items"]?.has("enum", "type", words: ["type": ["string"]]) == true:
            self = .untitled(try McpElicitationUntitledMultiSelectEnumSchema(json: json))
        case .object where json.has("items", "type", words: ["type": ["array"]]) && json["items"]?.has("anyOf") == true:
            self = .titled(try McpElicitationTitledMultiSelectEnumSchema(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .untitled(let payload): payload.json
        case .titled(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `McpElicitationNumberSchema`.
public struct McpElicitationNumberSchema: JSONCodable {
    public var `default`: Presence<Double>
    public var description: Presence<String>
    public var maximum: Presence<Double>
    public var minimum: Presence<Double>
    public var title: Presence<String>
    public var type: McpElicitationNumberType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<Double> = .absent, description: Presence<String> = .absent,
        maximum: Presence<Double> = .absent, minimum: Presence<Double> = .absent, title: Presence<String> = .absent,
        type: McpElicitationNumberType, additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.maximum = maximum
        self.minimum = minimum
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.maximum = try members.presence("maximum")
        self.minimum = try members.presence("minimum")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.setPresence("maximum", maximum)
        members.setPresence("minimum", minimum)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationNumberType`.
public enum McpElicitationNumberType: OpenEnum {
    case number
    case integer
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "number": self = .number
        case "integer": self = .integer
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .number: "number"
        case .integer: "integer"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationObjectType`.
public enum McpElicitationObjectType: OpenEnum {
    case object
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "object": self = .object
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .object: "object"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationPrimitiveSchema`.
public indirect enum McpElicitationPrimitiveSchema: JSONCodable {
    case `enum`(McpElicitationEnumSchema)
    case string(McpElicitationStringSchema)
    case number(McpElicitationNumberSchema)
    case boolean(McpElicitationBooleanSchema)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object where json.has("enum", "type", words: ["type": ["string"]]),
            .object where json.has("oneOf", "type", words: ["type": ["string"]]),
            .object
        where json.has("items", "type", words: ["type": ["array"]])
            && json["items"]?.has("enum", "type", words: ["type": ["string"]]) == true,
            .object where json.has("items", "type", words: ["type": ["array"]]) && json["items"]?.has("anyOf") == true:
            self = .`enum`(try McpElicitationEnumSchema(json: json))
        case .object where json.has("type", words: ["type": ["string"]]):
            self = .string(try McpElicitationStringSchema(json: json))
        case .object where json.has("type", words: ["type": ["number", "integer"]]):
            self = .number(try McpElicitationNumberSchema(json: json))
        case .object where json.has("type", words: ["type": ["boolean"]]):
            self = .boolean(try McpElicitationBooleanSchema(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .`enum`(let payload): payload.json
        case .string(let payload): payload.json
        case .number(let payload): payload.json
        case .boolean(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `McpElicitationSchema`.
public struct McpElicitationSchema: JSONCodable {
    public var schema: Presence<String>
    public var properties: [String: McpElicitationPrimitiveSchema]
    public var required: Presence<[String]>
    public var type: McpElicitationObjectType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        schema: Presence<String> = .absent, properties: [String: McpElicitationPrimitiveSchema],
        required: Presence<[String]> = .absent, type: McpElicitationObjectType, additional: [String: JSONValue] = [:]
    ) {
        self.schema = schema
        self.properties = properties
        self.required = required
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.schema = try members.presence("$schema")
        self.properties = try members.required("properties")
        self.required = try members.presence("required")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("$schema", schema)
        members.set("properties", properties)
        members.setPresence("required", required)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationSingleSelectEnumSchema`.
public indirect enum McpElicitationSingleSelectEnumSchema: JSONCodable {
    case untitled(McpElicitationUntitledSingleSelectEnumSchema)
    case titled(McpElicitationTitledSingleSelectEnumSchema)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object where json.has("enum", "type", words: ["type": ["string"]]):
            self = .untitled(try McpElicitationUntitledSingleSelectEnumSchema(json: json))
        case .object where json.has("oneOf", "type", words: ["type": ["string"]]):
            self = .titled(try McpElicitationTitledSingleSelectEnumSchema(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .untitled(let payload): payload.json
        case .titled(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `McpElicitationStringFormat`.
public enum McpElicitationStringFormat: OpenEnum {
    case email
    case uri
    case date
    case dateTime
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "email": self = .email
        case "uri": self = .uri
        case "date": self = .date
        case "date-time": self = .dateTime
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .email: "email"
        case .uri: "uri"
        case .date: "date"
        case .dateTime: "date-time"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationStringSchema`.
public struct McpElicitationStringSchema: JSONCodable {
    public var `default`: Presence<String>
    public var description: Presence<String>
    public var format: Presence<McpElicitationStringFormat>
    public var maxLength: Presence<Int>
    public var minLength: Presence<Int>
    public var title: Presence<String>
    public var type: McpElicitationStringType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<String> = .absent, description: Presence<String> = .absent,
        format: Presence<McpElicitationStringFormat> = .absent, maxLength: Presence<Int> = .absent,
        minLength: Presence<Int> = .absent, title: Presence<String> = .absent, type: McpElicitationStringType,
        additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.format = format
        self.maxLength = maxLength
        self.minLength = minLength
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.format = try members.presence("format")
        self.maxLength = try members.presence("maxLength")
        self.minLength = try members.presence("minLength")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.setPresence("format", format)
        members.setPresence("maxLength", maxLength)
        members.setPresence("minLength", minLength)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationStringType`.
public enum McpElicitationStringType: OpenEnum {
    case string
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "string": self = .string
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .string: "string"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpElicitationTitledEnumItems`.
public struct McpElicitationTitledEnumItems: JSONCodable {
    public var anyOf: [McpElicitationConstOption]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(anyOf: [McpElicitationConstOption], additional: [String: JSONValue] = [:]) {
        self.anyOf = anyOf
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.anyOf = try members.required("anyOf")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("anyOf", anyOf)
        return .object(members)
    }
}

/// The schema's `McpElicitationTitledMultiSelectEnumSchema`.
public struct McpElicitationTitledMultiSelectEnumSchema: JSONCodable {
    public var `default`: Presence<[String]>
    public var description: Presence<String>
    public var items: McpElicitationTitledEnumItems
    public var maxItems: Presence<UInt64>
    public var minItems: Presence<UInt64>
    public var title: Presence<String>
    public var type: McpElicitationArrayType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<[String]> = .absent, description: Presence<String> = .absent,
        items: McpElicitationTitledEnumItems, maxItems: Presence<UInt64> = .absent,
        minItems: Presence<UInt64> = .absent, title: Presence<String> = .absent, type: McpElicitationArrayType,
        additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.items = items
        self.maxItems = maxItems
        self.minItems = minItems
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.items = try members.required("items")
        self.maxItems = try members.presence("maxItems")
        self.minItems = try members.presence("minItems")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.set("items", items)
        members.setPresence("maxItems", maxItems)
        members.setPresence("minItems", minItems)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationTitledSingleSelectEnumSchema`.
public struct McpElicitationTitledSingleSelectEnumSchema: JSONCodable {
    public var `default`: Presence<String>
    public var description: Presence<String>
    public var oneOf: [McpElicitationConstOption]
    public var title: Presence<String>
    public var type: McpElicitationStringType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<String> = .absent, description: Presence<String> = .absent,
        oneOf: [McpElicitationConstOption], title: Presence<String> = .absent, type: McpElicitationStringType,
        additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.oneOf = oneOf
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.oneOf = try members.required("oneOf")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.set("oneOf", oneOf)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationUntitledEnumItems`.
public struct McpElicitationUntitledEnumItems: JSONCodable {
    public var `enum`: [String]
    public var type: McpElicitationStringType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(`enum`: [String], type: McpElicitationStringType, additional: [String: JSONValue] = [:]) {
        self.enum = `enum`
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.enum = try members.required("enum")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("enum", `enum`)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationUntitledMultiSelectEnumSchema`.
public struct McpElicitationUntitledMultiSelectEnumSchema: JSONCodable {
    public var `default`: Presence<[String]>
    public var description: Presence<String>
    public var items: McpElicitationUntitledEnumItems
    public var maxItems: Presence<UInt64>
    public var minItems: Presence<UInt64>
    public var title: Presence<String>
    public var type: McpElicitationArrayType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<[String]> = .absent, description: Presence<String> = .absent,
        items: McpElicitationUntitledEnumItems, maxItems: Presence<UInt64> = .absent,
        minItems: Presence<UInt64> = .absent, title: Presence<String> = .absent, type: McpElicitationArrayType,
        additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.items = items
        self.maxItems = maxItems
        self.minItems = minItems
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.items = try members.required("items")
        self.maxItems = try members.presence("maxItems")
        self.minItems = try members.presence("minItems")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.set("items", items)
        members.setPresence("maxItems", maxItems)
        members.setPresence("minItems", minItems)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// The schema's `McpElicitationUntitledSingleSelectEnumSchema`.
public struct McpElicitationUntitledSingleSelectEnumSchema: JSONCodable {
    public var `default`: Presence<String>
    public var description: Presence<String>
    public var `enum`: [String]
    public var title: Presence<String>
    public var type: McpElicitationStringType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        `default`: Presence<String> = .absent, description: Presence<String> = .absent, `enum`: [String],
        title: Presence<String> = .absent, type: McpElicitationStringType, additional: [String: JSONValue] = [:]
    ) {
        self.default = `default`
        self.description = description
        self.enum = `enum`
        self.title = title
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("default")
        self.description = try members.presence("description")
        self.enum = try members.required("enum")
        self.title = try members.presence("title")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default", `default`)
        members.setPresence("description", description)
        members.set("enum", `enum`)
        members.setPresence("title", title)
        members.set("type", type)
        return .object(members)
    }
}

/// What `mcpServer/resource/read` asks. Stable.
public struct McpResourceReadParams: ClientRequestParams {
    public typealias Response = McpResourceReadResponse
    public static let method = "mcpServer/resource/read"

    public var connectorId: Presence<String>
    public var originCallId: Presence<String>
    public var server: String
    public var target: Presence<McpResourceReadTarget>
    public var threadId: Presence<String>
    public var uri: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        connectorId: Presence<String> = .absent, originCallId: Presence<String> = .absent, server: String,
        target: Presence<McpResourceReadTarget> = .absent, threadId: Presence<String> = .absent, uri: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.connectorId = connectorId
        self.originCallId = originCallId
        self.server = server
        self.target = target
        self.threadId = threadId
        self.uri = uri
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.connectorId = try members.presence("connectorId")
        self.originCallId = try members.presence("originCallId")
        self.server = try members.required("server")
        self.target = try members.presence("target")
        self.threadId = try members.presence("threadId")
        self.uri = try members.required("uri")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("connectorId", connectorId)
        members.setPresence("originCallId", originCallId)
        members.set("server", server)
        members.setPresence("target", target)
        members.setPresence("threadId", threadId)
        members.set("uri", uri)
        return .object(members)
    }
}

/// What is answered to `mcpServer/resource/read`.
public struct McpResourceReadResponse: JSONCodable {
    public var contents: [ResourceContent]
    public var originCallId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        contents: [ResourceContent], originCallId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.contents = contents
        self.originCallId = originCallId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.contents = try members.required("contents")
        self.originCallId = try members.presence("originCallId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("contents", contents)
        members.setPresence("originCallId", originCallId)
        return .object(members)
    }
}

/// The schema's `McpResourceReadTarget`.
public struct McpResourceReadTarget: JSONCodable {
    public var connectorId: String
    public var linkId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(connectorId: String, linkId: Presence<String>, additional: [String: JSONValue] = [:]) {
        self.connectorId = connectorId
        self.linkId = linkId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.connectorId = try members.required("connectorId")
        self.linkId = try members.presence("linkId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("connectorId", connectorId)
        members.setPresence("linkId", linkId)
        return .object(members)
    }
}

/// The schema's `McpServerElicitationAction`.
public enum McpServerElicitationAction: OpenEnum {
    case accept
    case decline
    case cancel
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "accept": self = .accept
        case "decline": self = .decline
        case "cancel": self = .cancel
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .accept: "accept"
        case .decline: "decline"
        case .cancel: "cancel"
        case .unknown(let word): word
        }
    }
}

/// What `mcpServer/elicitation/request` asks.
public indirect enum McpServerElicitationRequestParams: JSONCodable {
    case openaiUserVerification(McpServerElicitationRequestParams.OpenaiUserVerification)
    case form(McpServerElicitationRequestParams.Form)
    case openaiSlashForm(McpServerElicitationRequestParams.OpenaiForm)
    case openaiForm(McpServerElicitationRequestParams.OpenaiForm)
    case url(McpServerElicitationRequestParams.Url)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("mode") {
        case "openai/userVerification":
            self = .openaiUserVerification(try McpServerElicitationRequestParams.OpenaiUserVerification(json: json))
        case "form": self = .form(try McpServerElicitationRequestParams.Form(json: json))
        case "openai/form": self = .openaiSlashForm(try McpServerElicitationRequestParams.OpenaiForm(json: json))
        case "openaiForm": self = .openaiForm(try McpServerElicitationRequestParams.OpenaiForm(json: json))
        case "url": self = .url(try McpServerElicitationRequestParams.Url(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .openaiUserVerification(let payload): payload.json.tagged("mode", "openai/userVerification")
        case .form(let payload): payload.json.tagged("mode", "form")
        case .openaiSlashForm(let payload): payload.json.tagged("mode", "openai/form")
        case .openaiForm(let payload): payload.json.tagged("mode", "openaiForm")
        case .url(let payload): payload.json.tagged("mode", "url")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var serverName: String? {
        switch self {
        case .openaiUserVerification(let payload): payload.serverName
        case .form(let payload): payload.serverName
        case .openaiSlashForm(let payload): payload.serverName
        case .openaiForm(let payload): payload.serverName
        case .url(let payload): payload.serverName
        case .unknown(let json): json["serverName"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var threadId: String? {
        switch self {
        case .openaiUserVerification(let payload): payload.threadId
        case .form(let payload): payload.threadId
        case .openaiSlashForm(let payload): payload.threadId
        case .openaiForm(let payload): payload.threadId
        case .url(let payload): payload.threadId
        case .unknown(let json): json["threadId"].flatMap { try? String(json: $0) }
        }
    }
}

extension McpServerElicitationRequestParams {
    /// The schema's `McpServerElicitationRequestParams.Form`.
    public struct Form: JSONCodable {
        public var meta: JSONValue?
        public var message: String
        public var requestedSchema: McpElicitationSchema
        public var serverName: String
        public var threadId: String
        public var turnId: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, message: String, requestedSchema: McpElicitationSchema, serverName: String,
            threadId: String, turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.message = message
            self.requestedSchema = requestedSchema
            self.serverName = serverName
            self.threadId = threadId
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "mode")
            self.meta = try members.optional("_meta")
            self.message = try members.required("message")
            self.requestedSchema = try members.required("requestedSchema")
            self.serverName = try members.required("serverName")
            self.threadId = try members.required("threadId")
            self.turnId = try members.presence("turnId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.set("message", message)
            members.set("requestedSchema", requestedSchema)
            members.set("serverName", serverName)
            members.set("threadId", threadId)
            members.setPresence("turnId", turnId)
            return .object(members)
        }
    }
}

extension McpServerElicitationRequestParams {
    /// The schema's `McpServerElicitationRequestParams.OpenaiForm`.
    public struct OpenaiForm: JSONCodable {
        public var meta: JSONValue?
        public var message: String
        public var requestedSchema: JSONValue
        public var serverName: String
        public var threadId: String
        public var turnId: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, message: String, requestedSchema: JSONValue, serverName: String, threadId: String,
            turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.message = message
            self.requestedSchema = requestedSchema
            self.serverName = serverName
            self.threadId = threadId
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "mode")
            self.meta = try members.optional("_meta")
            self.message = try members.required("message")
            self.requestedSchema = try members.required("requestedSchema")
            self.serverName = try members.required("serverName")
            self.threadId = try members.required("threadId")
            self.turnId = try members.presence("turnId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.set("message", message)
            members.set("requestedSchema", requestedSchema)
            members.set("serverName", serverName)
            members.set("threadId", threadId)
            members.setPresence("turnId", turnId)
            return .object(members)
        }
    }
}

extension McpServerElicitationRequestParams {
    /// The schema's `McpServerElicitationRequestParams.OpenaiUserVerification`.
    public struct OpenaiUserVerification: JSONCodable {
        public var meta: JSONValue?
        public var challenge: String
        public var description: String
        public var serverName: String
        public var threadId: String
        public var title: String
        public var turnId: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, challenge: String, description: String, serverName: String, threadId: String,
            title: String, turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.challenge = challenge
            self.description = description
            self.serverName = serverName
            self.threadId = threadId
            self.title = title
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "mode")
            self.meta = try members.optional("_meta")
            self.challenge = try members.required("challenge")
            self.description = try members.required("description")
            self.serverName = try members.required("serverName")
            self.threadId = try members.required("threadId")
            self.title = try members.required("title")
            self.turnId = try members.presence("turnId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.set("challenge", challenge)
            members.set("description", description)
            members.set("serverName", serverName)
            members.set("threadId", threadId)
            members.set("title", title)
            members.setPresence("turnId", turnId)
            return .object(members)
        }
    }
}

extension McpServerElicitationRequestParams {
    /// The schema's `McpServerElicitationRequestParams.Url`.
    public struct Url: JSONCodable {
        public var meta: JSONValue?
        public var elicitationId: String
        public var message: String
        public var serverName: String
        public var threadId: String
        public var turnId: Presence<String>
        public var url: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, elicitationId: String, message: String, serverName: String, threadId: String,
            turnId: Presence<String> = .absent, url: String, additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.elicitationId = elicitationId
            self.message = message
            self.serverName = serverName
            self.threadId = threadId
            self.turnId = turnId
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "mode")
            self.meta = try members.optional("_meta")
            self.elicitationId = try members.required("elicitationId")
            self.message = try members.required("message")
            self.serverName = try members.required("serverName")
            self.threadId = try members.required("threadId")
            self.turnId = try members.presence("turnId")
            self.url = try members.required("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.set("elicitationId", elicitationId)
            members.set("message", message)
            members.set("serverName", serverName)
            members.set("threadId", threadId)
            members.setPresence("turnId", turnId)
            members.set("url", url)
            return .object(members)
        }
    }
}

/// What is answered to `mcpServer/elicitation/request`.
public struct McpServerElicitationRequestResponse: JSONCodable {
    public var meta: JSONValue?
    public var action: McpServerElicitationAction
    public var content: JSONValue?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, action: McpServerElicitationAction, content: JSONValue? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.action = action
        self.content = content
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.action = try members.required("action")
        self.content = try members.optional("content")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.set("action", action)
        members.setOptional("content", content)
        return .object(members)
    }
}

/// The schema's `McpServerEventNotification`.
public struct McpServerEventNotification: JSONCodable {
    public var method: String
    public var params: JSONValue
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(method: String, params: JSONValue, additional: [String: JSONValue] = [:]) {
        self.method = method
        self.params = params
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.method = try members.required("method")
        self.params = try members.required("params")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("method", method)
        members.set("params", params)
        return .object(members)
    }
}

/// What `mcpServer/event/stream/notification` tells.
public struct McpServerEventStreamNotification: NotificationParams {
    public static let method = "mcpServer/event/stream/notification"

    public var notification: McpServerEventNotification
    public var subscriptionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(notification: McpServerEventNotification, subscriptionId: String, additional: [String: JSONValue] = [:])
    {
        self.notification = notification
        self.subscriptionId = subscriptionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.notification = try members.required("notification")
        self.subscriptionId = try members.required("subscriptionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("notification", notification)
        members.set("subscriptionId", subscriptionId)
        return .object(members)
    }
}

/// What `mcpServer/event/stream/start` asks. Experimental.
public struct McpServerEventStreamStartParams: ClientRequestParams {
    public typealias Response = McpServerEventStreamStartResponse
    public static let method = "mcpServer/event/stream/start"

    public var meta: JSONValue?
    public var arguments: JSONValue
    public var name: String
    public var server: String
    public var subscriptionId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, arguments: JSONValue, name: String, server: String, subscriptionId: String,
        threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.arguments = arguments
        self.name = name
        self.server = server
        self.subscriptionId = subscriptionId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.arguments = try members.required("arguments")
        self.name = try members.required("name")
        self.server = try members.required("server")
        self.subscriptionId = try members.required("subscriptionId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.set("arguments", arguments)
        members.set("name", name)
        members.set("server", server)
        members.set("subscriptionId", subscriptionId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `mcpServer/event/stream/start`.
public struct McpServerEventStreamStartResponse: JSONCodable {
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

/// What `mcpServer/event/stream/stop` asks. Experimental.
public struct McpServerEventStreamStopParams: ClientRequestParams {
    public typealias Response = McpServerEventStreamStopResponse
    public static let method = "mcpServer/event/stream/stop"

    public var subscriptionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(subscriptionId: String, additional: [String: JSONValue] = [:]) {
        self.subscriptionId = subscriptionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.subscriptionId = try members.required("subscriptionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("subscriptionId", subscriptionId)
        return .object(members)
    }
}

/// What is answered to `mcpServer/event/stream/stop`.
public struct McpServerEventStreamStopResponse: JSONCodable {
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

/// The schema's `McpServerOauthClientRegistration`.
public enum McpServerOauthClientRegistration: OpenEnum {
    case auto
    case cimd
    case dcr
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "auto": self = .auto
        case "cimd": self = .cimd
        case "dcr": self = .dcr
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .auto: "auto"
        case .cimd: "cimd"
        case .dcr: "dcr"
        case .unknown(let word): word
        }
    }
}

/// What `mcpServer/oauthLogin/completed` tells.
public struct McpServerOauthLoginCompletedNotification: NotificationParams {
    public static let method = "mcpServer/oauthLogin/completed"

    public var error: Presence<String>
    public var loginId: Presence<String>
    public var name: String
    public var success: Bool
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: Presence<String> = .absent, loginId: Presence<String> = .absent, name: String, success: Bool,
        threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.loginId = loginId
        self.name = name
        self.success = success
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.loginId = try members.presence("loginId")
        self.name = try members.required("name")
        self.success = try members.required("success")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.setPresence("loginId", loginId)
        members.set("name", name)
        members.set("success", success)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What `mcpServer/oauth/login` asks. Stable.
public struct McpServerOauthLoginParams: ClientRequestParams {
    public typealias Response = McpServerOauthLoginResponse
    public static let method = "mcpServer/oauth/login"

    public var clientRegistration: Presence<McpServerOauthClientRegistration>
    public var name: String
    public var scopes: Presence<[String]>
    public var threadId: Presence<String>
    public var timeoutSecs: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        clientRegistration: Presence<McpServerOauthClientRegistration> = .absent, name: String,
        scopes: Presence<[String]> = .absent, threadId: Presence<String> = .absent,
        timeoutSecs: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.clientRegistration = clientRegistration
        self.name = name
        self.scopes = scopes
        self.threadId = threadId
        self.timeoutSecs = timeoutSecs
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.clientRegistration = try members.presence("clientRegistration")
        self.name = try members.required("name")
        self.scopes = try members.presence("scopes")
        self.threadId = try members.presence("threadId")
        self.timeoutSecs = try members.presence("timeoutSecs")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("clientRegistration", clientRegistration)
        members.set("name", name)
        members.setPresence("scopes", scopes)
        members.setPresence("threadId", threadId)
        members.setPresence("timeoutSecs", timeoutSecs)
        return .object(members)
    }
}

/// What is answered to `mcpServer/oauth/login`.
public struct McpServerOauthLoginResponse: JSONCodable {
    public var authorizationUrl: String
    public var loginId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(authorizationUrl: String, loginId: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.authorizationUrl = authorizationUrl
        self.loginId = loginId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authorizationUrl = try members.required("authorizationUrl")
        self.loginId = try members.presence("loginId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("authorizationUrl", authorizationUrl)
        members.setPresence("loginId", loginId)
        return .object(members)
    }
}

/// The schema's `McpServerStartupFailureReason`.
public enum McpServerStartupFailureReason: OpenEnum {
    case reauthenticationRequired
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "reauthenticationRequired": self = .reauthenticationRequired
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .reauthenticationRequired: "reauthenticationRequired"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpServerStartupState`.
public enum McpServerStartupState: OpenEnum {
    case starting
    case ready
    case failed
    case cancelled
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "starting": self = .starting
        case "ready": self = .ready
        case "failed": self = .failed
        case "cancelled": self = .cancelled
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .starting: "starting"
        case .ready: "ready"
        case .failed: "failed"
        case .cancelled: "cancelled"
        case .unknown(let word): word
        }
    }
}

/// What `mcpServer/startupStatus/updated` tells.
public struct McpServerStatusUpdatedNotification: NotificationParams {
    public static let method = "mcpServer/startupStatus/updated"

    public var error: Presence<String>
    public var failureReason: Presence<McpServerStartupFailureReason>
    public var name: String
    public var status: McpServerStartupState
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: Presence<String> = .absent, failureReason: Presence<McpServerStartupFailureReason> = .absent,
        name: String, status: McpServerStartupState, threadId: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.failureReason = failureReason
        self.name = name
        self.status = status
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.failureReason = try members.presence("failureReason")
        self.name = try members.required("name")
        self.status = try members.required("status")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.setPresence("failureReason", failureReason)
        members.set("name", name)
        members.set("status", status)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What `mcpServer/tool/call` asks. Stable.
public struct McpServerToolCallParams: ClientRequestParams {
    public typealias Response = McpServerToolCallResponse
    public static let method = "mcpServer/tool/call"

    public var meta: JSONValue?
    public var arguments: JSONValue?
    public var server: String
    public var threadId: String
    public var tool: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, arguments: JSONValue? = nil, server: String, threadId: String, tool: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.arguments = arguments
        self.server = server
        self.threadId = threadId
        self.tool = tool
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.arguments = try members.optional("arguments")
        self.server = try members.required("server")
        self.threadId = try members.required("threadId")
        self.tool = try members.required("tool")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.setOptional("arguments", arguments)
        members.set("server", server)
        members.set("threadId", threadId)
        members.set("tool", tool)
        return .object(members)
    }
}

/// What is answered to `mcpServer/tool/call`.
public struct McpServerToolCallResponse: JSONCodable {
    public var meta: JSONValue?
    public var content: [JSONValue]
    public var isError: Presence<Bool>
    public var structuredContent: JSONValue?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, content: [JSONValue], isError: Presence<Bool> = .absent,
        structuredContent: JSONValue? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.content = content
        self.isError = isError
        self.structuredContent = structuredContent
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.content = try members.required("content")
        self.isError = try members.presence("isError")
        self.structuredContent = try members.optional("structuredContent")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.set("content", content)
        members.setPresence("isError", isError)
        members.setOptional("structuredContent", structuredContent)
        return .object(members)
    }
}

/// The schema's `ResourceContent`.
public indirect enum ResourceContent: JSONCodable {
    case text(ResourceContent.Text)
    case blob(ResourceContent.Blob)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object where json.has("text", "uri"): self = .text(try ResourceContent.Text(json: json))
        case .object where json.has("blob", "uri"): self = .blob(try ResourceContent.Blob(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .text(let payload): payload.json
        case .blob(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

extension ResourceContent {
    /// The schema's `ResourceContent.Blob`.
    public struct Blob: JSONCodable {
        public var meta: JSONValue?
        public var blob: String
        public var mimeType: Presence<String>
        public var uri: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, blob: String, mimeType: Presence<String> = .absent, uri: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.blob = blob
            self.mimeType = mimeType
            self.uri = uri
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.meta = try members.optional("_meta")
            self.blob = try members.required("blob")
            self.mimeType = try members.presence("mimeType")
            self.uri = try members.required("uri")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.set("blob", blob)
            members.setPresence("mimeType", mimeType)
            members.set("uri", uri)
            return .object(members)
        }
    }
}

extension ResourceContent {
    /// The schema's `ResourceContent.Text`.
    public struct Text: JSONCodable {
        public var meta: JSONValue?
        public var mimeType: Presence<String>
        public var text: String
        public var uri: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            meta: JSONValue? = nil, mimeType: Presence<String> = .absent, text: String, uri: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.meta = meta
            self.mimeType = mimeType
            self.text = text
            self.uri = uri
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.meta = try members.optional("_meta")
            self.mimeType = try members.presence("mimeType")
            self.text = try members.required("text")
            self.uri = try members.required("uri")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("_meta", meta)
            members.setPresence("mimeType", mimeType)
            members.set("text", text)
            members.set("uri", uri)
            return .object(members)
        }
    }
}
