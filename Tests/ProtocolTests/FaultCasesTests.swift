import Testing

/// Each fault that Bosun promises to survive has a test that is named by its number.
@Suite struct FaultCasesTests {
    @Test func eachCaseHasATest() throws {
        let cases = try Checkout.sources("Tests").matches(of: /@Test\(\s*"Case ([0-9]+):/)
        #expect(Set(cases.compactMap { Int($0.output.1) }) == Set(1...37))
    }
}
