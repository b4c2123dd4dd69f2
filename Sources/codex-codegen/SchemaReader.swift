/// Makes a `Schema` of what codex wrote.
struct SchemaReader {
    private let schemas: [String: JSONSchema]
    private let stableMethods: Set<String>
    private var definitions: [String: Definition] = [:]

    /// The four unions over methods, which become `Method`s.
    private static let methodUnions = ["ClientRequest", "ServerRequest", "ServerNotification", "ClientNotification"]

    /// - Parameters:
    ///   - all: the schema with `--experimental`.
    ///   - stable: the schema without.
    static func read(all: JSONSchemaBundle, stable: JSONSchemaBundle) throws(CodegenError) -> Schema {
        let stableMethods = (stable.definitions["ClientRequest"]?.oneOf ?? []).compactMap { $0.constant(of: "method") }
        var reader = SchemaReader(schemas: all.definitions, stableMethods: Set(stableMethods))
        return try reader.read()
    }

    private init(schemas: [String: JSONSchema], stableMethods: Set<String>) {
        self.schemas = schemas
        self.stableMethods = stableMethods
    }

    private mutating func read() throws(CodegenError) -> Schema {
        for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) where !Self.methodUnions.contains(name) {
            define(name, shape(of: schema, named: name))
        }
        var schema = Schema()
        schema.clientRequests = try methods("ClientRequest", haveResponse: true)
        schema.serverRequests = try methods("ServerRequest", haveResponse: true)
        schema.serverNotifications = try methods("ServerNotification", haveResponse: false)
        schema.clientNotifications = try methods("ClientNotification", haveResponse: false)
        schema.definitions = definitions
        return schema
    }

    // MARK: Methods

    private mutating func methods(_ union: String, haveResponse: Bool) throws(CodegenError) -> [Method] {
        guard let alternatives = schemas[union]?.oneOf, !alternatives.isEmpty else {
            throw CodegenError(.schemaNotUnderstood, "no union \(union)")
        }
        var methods: [Method] = []
        for alternative in alternatives {
            guard let name = alternative.constant(of: "method") else {
                throw CodegenError(.schemaNotUnderstood, "a method without a name in \(union)")
            }
            let isRequired = alternative.required.contains("params")
            let params = try params(of: name, alternative.properties["params"], isRequired: isRequired)
            methods.append(
                Method(
                    name: name, params: params, paramsRequired: isRequired,
                    response: haveResponse ? response(of: name, params: params) : nil,
                    isStable: stableMethods.contains(name)))
        }
        return methods.sorted { $0.name < $1.name }
    }

    private mutating func params(
        of method: String, _ schema: JSONSchema?, isRequired: Bool
    ) throws(CodegenError) -> String {
        if let schema, let name = type(of: schema, scope: method).definition, definitions[name] != nil { return name }
        guard !isRequired else { throw CodegenError(.schemaNotUnderstood, "params of \(method)") }
        // The schema knows no params here; the method gets a type all the same, for it to carry the name and response.
        let name = Naming.typeName(ofMethod: method) + "Params"
        if definitions[name] == nil { define(name, .record([])) }
        return name
    }

    /// The schema does not say which response belongs to a request: codex names both alike, but for some.
    private func response(of method: String, params: String) -> String? {
        [Naming.irregularResponses[method], Naming.responseName(ofParams: params)]
            .compactMap(\.self).first { definitions[$0] != nil }
    }

    // MARK: Shapes

    private mutating func define(_ name: String, _ shape: Definition.Shape) {
        definitions[name] = Definition(name: name, shape: shape)
    }

    private mutating func shape(of schema: JSONSchema, named name: String) -> Definition.Shape {
        let alternatives = schema.alternatives.filter { !$0.isNull }
        // A union of one case, so far, is still a union.
        if alternatives.count > 1 || (schema.oneOf.count == 1 && tag(of: alternatives) != nil) {
            return union(of: alternatives, shared: schema, named: name)
        }
        if let words = schema.words { return .words(words) }
        if alternatives.count == 1, schema.alternatives.count == 1 { return shape(of: alternatives[0], named: name) }
        let isMap = schema.additional != nil || schema.allowsAdditional == true
        if schema.isObject, !schema.properties.isEmpty || !isMap {
            return .record(members(of: schema, scope: name))
        }
        return .alias(type(of: schema, scope: name))
    }

    private mutating func union(
        of alternatives: [JSONSchema], shared: JSONSchema, named name: String
    ) -> Definition.Shape {
        if alternatives.allSatisfy(\.isWords) { return .words(alternatives.flatMap { $0.words ?? [] }) }
        if let tag = tag(of: alternatives) {
            return .tagged(by: tag, alternatives.map { taggedCase(of: $0, by: tag, shared: shared, union: name) })
        }
        if alternatives.allSatisfy({ $0.isWords || $0.isMemberCase || $0.isCatchAll }) {
            let members = alternatives.filter(\.isMemberCase).flatMap { alternative in
                alternative.properties.map { (name: $0.key, schema: $0.value) }
            }
            return .wordOrMember(
                words: alternatives.flatMap { $0.words ?? [] },
                members: members.map { member in
                    let scope = name + "." + Naming.typeName(ofCase: member.name)
                    return MemberCase(name: member.name, payload: type(of: member.schema, scope: scope))
                })
        }
        let names = Naming.alternativeNames(of: alternatives)
        return .untagged(
            zip(names, alternatives).map { caseName, alternative in
                let scope = name + "." + Naming.typeName(ofCase: caseName)
                return Alternative(name: caseName, type: type(of: alternative, scope: scope))
            })
    }

    /// The member that has one word in each alternative, and in each another.
    private func tag(of alternatives: [JSONSchema]) -> String? {
        alternatives.first?.properties.keys.sorted().first { property in
            let words = alternatives.compactMap { $0.constant(of: property) }
            return words.count == alternatives.count && Set(words).count == words.count
        }
    }

    private mutating func taggedCase(
        of alternative: JSONSchema, by tag: String, shared: JSONSchema, union: String
    ) -> TaggedCase {
        let word = alternative.constant(of: tag) ?? ""
        let scope = union + "." + Naming.typeName(ofCase: word)
        var untagged = alternative
        untagged.properties[tag] = nil
        var members = members(of: untagged, scope: scope)
        members += self.members(of: shared, scope: union)
        // An alternative of alternatives (`url` or `fileId`): each member may be absent.
        for inner in alternative.alternatives {
            members += self.members(of: inner, scope: scope)
                .map { Member(name: $0.name, type: $0.type, isRequired: false) }
        }
        guard !members.isEmpty else { return TaggedCase(tag: word, payload: nil) }
        define(scope, .record(members.sorted { $0.name < $1.name }))
        return TaggedCase(tag: word, payload: scope)
    }

    private mutating func members(of schema: JSONSchema, scope: String) -> [Member] {
        schema.properties.sorted { $0.key < $1.key }.map { name, property in
            Member(
                name: name, type: type(of: property, scope: scope + Naming.capitalizedName(of: name)),
                isRequired: schema.required.contains(name))
        }
    }

    // MARK: Types

    /// `scope` names the type if it must be defined, since it has no name of its own.
    private mutating func type(of schema: JSONSchema, scope: String) -> TypeReference {
        if let reference = schema.reference { return .named(Self.name(of: reference)) }
        if schema.allOf.count == 1 { return type(of: schema.allOf[0], scope: scope) }
        let alternatives = schema.alternatives.filter { !$0.isNull }
        if alternatives.count == 1 {
            let inner = type(of: alternatives[0], scope: scope)
            return alternatives.count < schema.alternatives.count ? .nullable(inner) : inner
        }
        if alternatives.count > 1 || schema.words != nil || (schema.isObject && !schema.properties.isEmpty) {
            define(scope, shape(of: schema, named: scope))
            return .named(scope)
        }
        let kinds = schema.types.filter { $0 != "null" }
        guard kinds.count == 1, let kind = kinds.first else { return .any }
        let inner = plainType(kind, schema, scope: scope)
        return kinds.count < schema.types.count ? .nullable(inner) : inner
    }

    private mutating func plainType(_ kind: String, _ schema: JSONSchema, scope: String) -> TypeReference {
        switch kind {
        case "string": .string
        case "boolean": .boolean
        case "integer": schema.format == "uint64" ? .unsigned : .integer
        case "number": .number
        case "array": .array(schema.items.map { type(of: $0.schema, scope: scope) } ?? .any)
        case "object": .map(schema.additional.map { type(of: $0.schema, scope: scope) } ?? .any)
        default: .any
        }
    }

    private static func name(of reference: String) -> String {
        String(reference.split(separator: "/").last ?? "")
    }
}

extension JSONSchema {
    /// An object of one member whose name is the case.
    fileprivate var isMemberCase: Bool {
        isObject && properties.count == 1 && required.count == 1 && alternatives.isEmpty
    }

    /// codex's own way to say that more cases may come.
    fileprivate var isCatchAll: Bool { Set(types) == ["string", "object"] }
}
