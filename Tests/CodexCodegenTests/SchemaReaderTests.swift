import Foundation
import Testing

@testable import codex_codegen

@Suite struct SchemaReaderTests {
    private func shape(_ schema: String) throws -> Definition.Shape? {
        try read(definitions: #""X": \#(schema)"#).definitions["X"]?.shape
    }

    private func read(definitions: String, requests: String = SchemaReaderTests.method("a/b", params: #"{"$ref":"X"}"#))
        throws -> Schema
    {
        let text = """
            {"definitions": {\(definitions),
              "v2": {"FromV2": {"type": "string"}},
              "ClientRequest": {"oneOf": [\(requests)]}, "ServerRequest": {"oneOf": [\(requests)]},
              "ServerNotification": {"oneOf": [\(requests)]}, "ClientNotification": {"oneOf": [\(requests)]}}}
            """
        let bundle = try JSONDecoder().decode(JSONSchemaBundle.self, from: Data(text.utf8))
        return try SchemaReader.read(all: bundle, stable: bundle)
    }

    private static func method(_ name: String, params: String, required: String = #""params""#) -> String {
        #"{"properties": {"method": {"enum": ["\#(name)"], "type": "string"}, "params": \#(params)}, "required": [\#(required)]}"#
    }

    @Test func readsEachShape() throws {
        #expect(
            try shape(
                #"{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":["integer","null"]},"c":true}}"#
            )
                == .record([
                    Member(name: "a", type: .string, isRequired: true),
                    Member(name: "b", type: .nullable(.integer), isRequired: false),
                    Member(name: "c", type: .any, isRequired: false),
                ]))
        #expect(
            try shape(#"{"oneOf":[{"type":"string","enum":["a"]},{"type":"string","enum":["b","c"]}]}"#)
                == .words(["a", "b", "c"]))
        #expect(
            try shape(
                #"""
                {"oneOf":[{"type":"object","properties":{"type":{"enum":["a"],"type":"string"}}},
                          {"type":"object","properties":{"type":{"enum":["b"],"type":"string"},"n":{"type":"integer"}}}]}
                """#)
                == .tagged(by: "type", [TaggedCase(tag: "a", payload: nil), TaggedCase(tag: "b", payload: "X.B")]))
        #expect(
            try shape(
                #"""
                {"oneOf":[{"type":"string","enum":["a"]},
                          {"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}]}
                """#)
                == .wordOrMember(words: ["a"], members: [MemberCase(name: "b", payload: .string)]))
        #expect(
            try shape(#"{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}"#)
                == .untagged([
                    Alternative(name: "string", type: .string), Alternative(name: "array", type: .array(.string)),
                ]))
        #expect(try shape(#"{"type":"object","additionalProperties":{"type":"boolean"}}"#) == .alias(.map(.boolean)))
        #expect(try shape(#"{"type":"object"}"#) == .record([]))
    }

    @Test func aUnionOfOneCaseIsStillAUnion() throws {
        #expect(
            try shape(#"{"oneOf":[{"type":"object","properties":{"type":{"enum":["a"],"type":"string"}}}]}"#)
                == .tagged(by: "type", [TaggedCase(tag: "a", payload: nil)]))
    }

    @Test func aMethodWithoutParamsGetsATypeOfItsOwn() throws {
        let schema = try read(
            definitions: #""LogoutAccountResponse": {"type":"object"}"#,
            requests: Self.method("account/logout", params: #"{"type":"null"}"#, required: ""))
        let method = try #require(schema.clientRequests.first)
        #expect(method.params == "AccountLogoutParams")
        #expect(!method.paramsRequired)
        #expect(method.response == "LogoutAccountResponse")
        #expect(schema.definitions["AccountLogoutParams"]?.shape == .record([]))
    }

    @Test func aSchemaWithoutMethodsIsRefused() throws {
        let bundle = try JSONDecoder().decode(JSONSchemaBundle.self, from: Data(#"{"definitions":{}}"#.utf8))
        #expect(throws: CodegenError.self) { try SchemaReader.read(all: bundle, stable: bundle) }
    }
}
