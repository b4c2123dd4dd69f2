/// Writes the Swift of a schema: one file a family of methods, one for what families share, one a union over methods.
struct SwiftWriter {
    let schema: Schema
    /// The version of codex, for the head of each file.
    let codex: String

    private static let command = "codex-codegen generate"

    func files() -> [String: String] {
        var files: [String: String] = [:]
        for (family, names) in Families(of: schema).files {
            let definitions = names.compactMap { schema.definitions[$0] }
            files[family + "Types.swift"] = file { text in
                for definition in definitions { write(definition, to: &text) }
            }
        }
        files["ClientRequest.swift"] = file { writeUnion(.clientRequest, of: schema.clientRequests, to: &$0) }
        files["ServerRequest.swift"] = file { writeUnion(.serverRequest, of: schema.serverRequests, to: &$0) }
        files["ServerNotification.swift"] = file {
            writeUnion(.serverNotification, of: schema.serverNotifications, to: &$0)
        }
        files["ClientNotification.swift"] = file {
            writeUnion(.clientNotification, of: schema.clientNotifications, to: &$0)
        }
        files["SchemaTypes.swift"] = file { writeTypeList(to: &$0) }
        return files
    }

    private func file(_ body: (inout SourceText) -> Void) -> String {
        var text = SourceText()
        text.line("// Written by `\(Self.command)` from the schema of codex \(codex). Do not edit.")
        body(&text)
        return text.text
    }

    private func write(_ definition: Definition, to text: inout SourceText) {
        text.line()
        let parts = Naming.typeName(ofDefinition: definition.name).split(separator: ".").map(String.init)
        let scope = parts.dropLast().joined(separator: ".")
        guard !scope.isEmpty else { return writeType(definition, named: parts[0], to: &text) }
        text.block("extension \(scope)") { writeType(definition, named: parts[parts.count - 1], to: &$0) }
    }

    private func writeType(_ definition: Definition, named name: String, to text: inout SourceText) {
        text.line("/// \(summary(of: definition))")
        switch definition.shape {
        case .record(let members): writeRecord(definition, named: name, members, to: &text)
        case .words(let words): writeWords(words, named: name, to: &text)
        case .tagged(let tag, let cases): writeTagged(definition, named: name, by: tag, cases, to: &text)
        case .wordOrMember(let words, let members):
            writeWordOrMember(definition, named: name, words, members, to: &text)
        case .untagged(let alternatives): writeUntagged(definition, named: name, alternatives, to: &text)
        case .alias(let type): text.line("public typealias \(name) = \(swift(type, in: definition.name))")
        }
    }

    private func summary(of definition: Definition) -> String {
        if let method = methods(withParams: definition.name).first {
            return "What `\(method.name)` \(method.response == nil ? "tells" : "asks").\(stability(of: method))"
        }
        let answers = schema.methods.filter { $0.response == definition.name }.map { "`\($0.name)`" }
        if !answers.isEmpty { return "What is answered to \(answers.joined(separator: " and "))." }
        return "The schema's `\(definition.name)`."
    }

    func stability(of method: Method) -> String {
        guard schema.clientRequests.contains(method) else { return "" }
        return method.isStable ? " Stable." : " Experimental."
    }

    func methods(withParams name: String) -> [Method] { schema.methods.filter { $0.params == name } }

    // MARK: Types

    /// The type's name where it is used inside the definition `scope`, whose own nested types hide others.
    func swift(_ type: TypeReference, in scope: String) -> String {
        switch type {
        case .string: "String"
        case .boolean: "Bool"
        case .integer: "Int"
        case .unsigned: "UInt64"
        case .number: "Double"
        case .any: "JSONValue"
        case .named(let name): qualified(name, in: scope)
        case .array(let element): "[\(swift(element, in: scope))]"
        case .map(let value): "[String: \(swift(value, in: scope))]"
        case .nullable(let inner): "\(swift(inner, in: scope))?"
        }
    }

    private func qualified(_ name: String, in scope: String) -> String {
        let union = scope.prefix { $0 != "." }
        let swift = Naming.typeName(ofDefinition: name)
        return schema.definitions["\(union).\(name)"] == nil ? swift : "CodexProtocol.\(swift)"
    }

    private func writeTypeList(to text: inout SourceText) {
        text.line()
        text.line("/// Every type of the schema by its name there.")
        text.block("package enum SchemaTypes") { text in
            text.line("package static let all: [(name: String, type: any JSONConvertible.Type)] = [")
            for name in schema.definitions.keys.sorted() {
                let type = swift(.named(name), in: "")
                text.line("    (\(SourceText.quoted(name)), \(type).self),")
            }
            text.line("]")
        }
    }
}
