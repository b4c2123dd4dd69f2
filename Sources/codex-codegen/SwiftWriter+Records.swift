extension SwiftWriter {
    func writeRecord(_ definition: Definition, named name: String, _ members: [Member], to text: inout SourceText) {
        let methods = methods(withParams: definition.name)
        let fields = members.map { Field($0, writer: self, scope: definition.name) }
        let tag = tag(of: definition)
        text.block("public struct \(name): \(conformance(of: methods))") { text in
            for method in methods.prefix(1) {
                if let response = method.response {
                    text.line("public typealias Response = \(swift(.named(response), in: definition.name))")
                }
                text.line("public static let method = \(SourceText.quoted(method.name))")
                text.line()
            }
            for field in fields { text.line("public var \(field.name): \(field.type)") }
            text.line("/// Members that the schema does not know.")
            text.line("public var additional: [String: JSONValue]")
            text.line()
            let parameters = fields.map(\.parameter) + ["additional: [String: JSONValue] = [:]"]
            text.block("public init(\(parameters.joined(separator: ", ")))") { text in
                for field in fields { text.line("self.\(field.plainName) = \(field.name)") }
                text.line("self.additional = additional")
            }
            text.line()
            text.block("public init(json: JSONValue) throws(CodexProtocolError)") { text in
                let tagged = tag.map { ", tag: \(SourceText.quoted($0))" } ?? ""
                text.line("\(fields.isEmpty ? "let" : "var") members = try Members(of: json\(tagged))")
                for field in fields {
                    text.line("self.\(field.plainName) = try members.\(field.reading)(\(field.quoted))")
                }
                text.line("self.additional = members.rest")
            }
            text.line()
            guard !fields.isEmpty else { return text.line("public var json: JSONValue { .object(additional) }") }
            text.block("public var json: JSONValue") { text in
                text.line("var members = additional")
                for field in fields { text.line("members.\(field.writing)(\(field.quoted), \(field.name))") }
                text.line("return .object(members)")
            }
        }
    }

    private func conformance(of methods: [Method]) -> String {
        guard let method = methods.first else { return "JSONCodable" }
        if method.response == nil { return "NotificationParams" }
        return schema.serverRequests.contains(method) ? "ServerRequestParams" : "ClientRequestParams"
    }

    /// The member by which the union that owns this type chose it.
    private func tag(of definition: Definition) -> String? {
        let union = definition.name.prefix { $0 != "." }
        guard union.count < definition.name.count,
            case .tagged(let tag, let cases) = schema.definitions[String(union)]?.shape,
            cases.contains(where: { $0.payload == definition.name })
        else { return nil }
        return tag
    }
}

/// A member as a stored property.
private struct Field {
    let name: String
    let type: String
    let quoted: String
    let reading: String
    let writing: String
    let parameter: String

    /// After `self.` no name needs backticks.
    var plainName: String { name.replacing("`", with: "") }

    init(_ member: Member, writer: SwiftWriter, scope: String) {
        name = Naming.recordMemberName(of: member.name)
        quoted = SourceText.quoted(member.name)
        let swift = writer.swift(member.type, in: scope)
        let isRequired = member.isRequired && !Compatibility.leftOutByOlder.contains("\(scope).\(member.name)")
        switch (isRequired, member.type) {
        case (let isRequired, .nullable(let inner)):
            // An older codex may leave out what this one requires, where null says as little.
            (type, reading, writing) = ("Presence<\(writer.swift(inner, in: scope))>", "presence", "setPresence")
            parameter = "\(name): \(type)\(isRequired ? "" : " = .absent")"
        case (true, _):
            (type, reading, writing) = (swift, "required", "set")
            parameter = "\(name): \(type)"
        case (false, _):
            (type, reading, writing) = ("\(swift)?", "optional", "setOptional")
            parameter = "\(name): \(type) = nil"
        }
    }
}
