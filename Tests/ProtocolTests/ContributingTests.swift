import Testing

/// `CONTRIBUTING.md` knows every target.
@Suite struct ContributingTests {
    @Test func eachTargetHasItsParagraph() throws {
        let package = try Checkout.text("Package.swift").split(separator: "// Tests mirror Sources")[0]
        let targets = package.matches(of: /\.(?:target|executableTarget|systemLibrary)\(\s*name: "([\w-]+)"/)
            .map { String($0.output.1) }
        #expect(targets.count > 15)
        let page = try Checkout.text("CONTRIBUTING.md")
        let bold = page.matches(of: /\*\*([^*]+)\*\*/).map { String($0.output.1) }.joined(separator: " ")
        for target in targets { #expect(bold.contains("`\(target)`"), "\(target)") }
    }

    /// The types that the checklists send people to.
    @Test func theNamesInTheChecklistsAreThere() throws {
        let page = try Checkout.text("CONTRIBUTING.md")
        let sources = try Checkout.sources("Sources") + Checkout.sources("Tests")
        let names = Set(page.matches(of: /`([A-Z]\w+[a-z]\w*)(?:\.\w+)?`/).map { String($0.output.1) })
        #expect(names.count > 30)
        for name in names where name != "Sources" {
            #expect(sources.contains(try Regex("(?:class|struct|enum|actor|protocol|import) \(name)\\b")), "\(name)")
        }
    }
}
