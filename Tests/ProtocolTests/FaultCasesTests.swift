import Testing

/// Each fault that Bosun promises to survive has a test that is named by its number.
@Suite struct FaultCasesTests {
    @Test func eachCaseHasATest() throws {
        let cases = try Checkout.sources("Tests").matches(of: /@Test\(\s*"Case ([0-9]+):/)
        #expect(Set(cases.compactMap { Int($0.output.1) }) == Set(1...43))
    }

    /// And its place in the tables of them.
    @Test func eachCaseIsListed() throws {
        let page = try Checkout.text("CONTRIBUTING.md")
        let rows = page.matches(of: /(?m)^\| ([0-9, ]+) \|/).flatMap { $0.output.1.split(separator: ", ") }
        #expect(rows.compactMap { Int($0) }.sorted() == Array(1...43))
    }
}
