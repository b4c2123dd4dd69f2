import Testing

@testable import codex_codegen

@Suite struct NamingTests {
    @Test(arguments: [
        ("thread/decrement_elicitation", "threadDecrementElicitation"), ("on-request", "onRequest"),
        ("DISABLED_BY_ADMIN", "disabledByAdmin"), ("_meta", "meta"), ("$schema", "schema"), ("default", "`default`"),
        ("URLOfPage", "urlOfPage"), ("2fa", "_2fa"), ("", "empty"), ("gatewayOAuth", "gatewayOAuth"),
    ])
    func members(word: String, name: String) {
        #expect(Naming.memberName(of: word) == name)
    }

    @Test func casesOfOneEnumNeverShareAName() {
        #expect(Naming.caseNames(of: ["openai/form", "openaiForm"]) == ["openaiSlashForm", "openaiForm"])
        #expect(Naming.caseNames(of: ["unknown", "known"]) == ["namedUnknown", "known"])
    }

    @Test func whatFoundationHasGetsAnotherName() {
        #expect(Naming.typeName(ofDefinition: "Thread") == "CodexThread")
        #expect(Naming.typeName(ofDefinition: "ThreadItem.Plan") == "ThreadItem.Plan")
    }
}
