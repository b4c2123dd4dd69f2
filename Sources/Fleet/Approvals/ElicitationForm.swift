import JSONRPC

/// What an MCP server wants to know, and what may be answered.
///
/// Source: `McpServerElicitationRequestParams` and `…Response` of codex app-server 0.163.0.
struct ElicitationForm {
    /// Nil where the request does not ask for a form, or for one of another dialect.
    private let schema: JSON?
    private let isURL: Bool

    init(_ params: JSON) {
        schema = params["mode"] == "form" ? params["requestedSchema"] : nil
        isURL = params["mode"] == "url"
    }

    func fault(in result: JSON) -> String? {
        guard let action = result["action"], ["accept", "decline", "cancel"].contains(action) else {
            return "action is accept, decline or cancel"
        }
        guard let content = result["content"], !content.isNull else {
            return action == "accept" && !required.isEmpty ? "content has \(required.joined(separator: ", "))" : nil
        }
        guard action == "accept" else { return "content goes with accept only" }
        guard !isURL else { return "a URL takes no content" }
        guard let schema else { return nil }
        return fault(in: content, schema)
    }

    private var required: [String] { schema?["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] }

    private func fault(in content: JSON, _ schema: JSON) -> String? {
        guard let members = content.objectValue else { return "content is an object" }
        if let missing = required.first(where: { content[$0] == nil }) { return "content has \(missing)" }
        for member in members {
            guard let property = schema["properties"]?[member.key] else { return "nobody asked for \(member.key)" }
            if let fault = Self.fault(in: member.value, property) { return "\(member.key) is \(fault)" }
        }
        return nil
    }

    /// What the value should be, if it is not.
    private static func fault(in value: JSON, _ property: JSON) -> String? {
        switch property["type"]?.stringValue {
        case "boolean": return value.boolValue == nil ? "true or false" : nil
        case "integer": return value.intValue == nil ? "a whole number" : nil
        case "number": return value.doubleValue == nil ? "a number" : nil
        case "array":
            guard let elements = value.arrayValue else { return "an array" }
            let choices = choices(of: property["items"] ?? [:])
            for element in elements { if let fault = faultInText(element, choices) { return fault } }
            return nil
        case "string": return faultInText(value, choices(of: property))
        default: return nil
        }
    }

    private static func faultInText(_ value: JSON, _ choices: [JSON]?) -> String? {
        guard value.stringValue != nil else { return "a string" }
        guard let choices, !choices.contains(value) else { return nil }
        return "one of \(JSON.array(choices).description)"
    }

    private static func choices(of property: JSON) -> [JSON]? {
        if let words = property["enum"]?.arrayValue { return words }
        guard let options = (property["oneOf"] ?? property["anyOf"])?.arrayValue else { return nil }
        return options.compactMap { $0["const"] }
    }
}
