import CodexProtocol
import Foundation
import Testing

@testable import codex_codegen

@Suite struct SchemaRoundTripTests {
    let manifest: Manifest
    let instances: SchemaInstances

    init() throws {
        manifest = try Fixtures.manifest()
        instances = SchemaInstances(manifest: manifest)
    }

    @Test func everyTypeOfTheManifestIsASwiftTypeAndTheOtherWayRound() {
        #expect(Set(SchemaTypes.all.map(\.name)) == Set(manifest.types.keys))
        #expect(SchemaTypes.all.count > 800)
    }

    @Test(arguments: SchemaInstances.Extent.allCases)
    func everyTypeGoesRound(extent: SchemaInstances.Extent) throws {
        for (name, type) in SchemaTypes.all {
            let all = instances.instances(of: name, extent)
            #expect(!all.isEmpty, "\(name) has no instance")
            for instance in all {
                let value = try read(type, instance, name)
                #expect(value.json == instance, "\(name)")
                let reflection = Reflection(of: value)
                #expect(reflection.unknown.isEmpty, "\(name): unknown at \(reflection.unknown)")
                // The legacy list reads as the untitled one, which has all of its members but `enumNames`.
                if !name.hasPrefix("McpElicitation") {
                    #expect(reflection.additional.isEmpty, "\(name): additional at \(reflection.additional)")
                }
            }
        }
    }

    @Test func everyTypeGoesRoundThroughFoundationsCoders() throws {
        for (name, type) in SchemaTypes.all {
            guard let type = type as? any JSONCodable.Type else { continue }
            for instance in instances.instances(of: name, .full) {
                let value = try JSONDecoder().decode(type, from: Data(instance.bytes))
                #expect(try JSONValue(parsing: Array(JSONEncoder().encode(value))) == instance, "\(name)")
            }
        }
    }

    @Test func everyRecordKeepsWhatTheSchemaDoesNotKnow() throws {
        for (name, type) in SchemaTypes.all where manifest.types[name]?.members != nil {
            for case .object(var members) in instances.instances(of: name, .full) {
                members["aMemberOfTomorrow"] = ["kept": [nil, 1]]
                #expect(try read(type, .object(members), name).json == .object(members), "\(name)")
            }
        }
    }

    @Test func everyUnionKeepsACaseOfTomorrow() throws {
        for (name, type) in SchemaTypes.all {
            guard let entry = manifest.types[name], entry.words != nil || entry.cases != nil else { continue }
            let tomorrow: JSONValue =
                entry.tag.map { .object([$0: "aCaseOfTomorrow", "more": 1]) } ?? "aCaseOfTomorrow"
            let value = try read(type, tomorrow, name)
            #expect(value.json == tomorrow, "\(name)")
            #expect(Reflection(of: value).unknown == [""], "\(name)")
        }
    }

    @Test func everyMemberOfAWrongTypeIsAnErrorThatNamesIt() throws {
        for (name, type) in SchemaTypes.all {
            for (member, entry) in manifest.types[name]?.members ?? [:]
            where entry.type != .any && entry.type != .nullable(.any) {
                for case .object(var members) in instances.instances(of: name, .full) {
                    guard let wrong = wrong(for: entry.type) else { continue }
                    members[member] = wrong
                    #expect("\(name).\(member)") {
                        try type.init(json: .object(members))
                    } throws: { error in
                        let error = error as? CodexProtocolError
                        return error?.code == .wrongType && error?.path.first == member
                    }
                }
            }
        }
    }

    @Test func everyRequiredMemberThatIsAbsentIsAnErrorThatNamesIt() throws {
        for (name, type) in SchemaTypes.all {
            for (member, entry) in manifest.types[name]?.members ?? [:] where entry.required && !entry.type.isNullable {
                guard !Compatibility.leftOutByOlder.contains("\(name).\(member)") else { continue }
                for case .object(var members) in instances.instances(of: name, .full) {
                    members[member] = nil
                    #expect("\(name).\(member)") {
                        try type.init(json: .object(members))
                    } throws: { error in
                        let error = error as? CodexProtocolError
                        return error?.code == .missingMember && error?.path == [member]
                    }
                }
            }
        }
    }

    private func read(
        _ type: any JSONConvertible.Type, _ instance: JSONValue, _ name: String
    ) throws -> any JSONConvertible {
        do {
            return try type.init(json: instance)
        } catch {
            Issue.record("\(name): \(error) in \(instance)")
            throw error
        }
    }

    /// A value that the type can't be; nil where any can.
    private func wrong(for type: TypeReference) -> JSONValue? {
        switch type {
        case .string: 1
        case .boolean, .integer, .unsigned, .number, .array, .map: "text"
        case .any: nil
        case .nullable(let inner): wrong(for: inner)
        case .named(let name):
            switch manifest.types[name] {
            case let entry? where entry.alias != nil: entry.alias.flatMap(wrong(for:))
            case let entry? where entry.alternatives != nil: name == "RequestId" ? true : nil
            default: true
            }
        }
    }
}
