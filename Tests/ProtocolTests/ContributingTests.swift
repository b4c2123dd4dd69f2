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

    /// The types and targets that the page sends people to.
    @Test func theNamesOnItAreThere() throws {
        let page = try Checkout.text("CONTRIBUTING.md")
        let names = Set(page.matches(of: /`([A-Z]\w+[a-z]\w*)(?:\.\w+)?`/).map { String($0.output.1) })
        #expect(names.count > 30)
        let sources = try Checkout.sources("Sources") + Checkout.sources("Tests") + Checkout.text("Package.swift")
        let words = sources.utf8.split { byte in
            !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) && byte != UInt8(ascii: "_")
        }
        let declaring = Set(["class", "struct", "enum", "actor", "protocol", "name"].map { Substring($0) })
        let declared = Set(
            zip(words, words.dropFirst()).filter { declaring.contains(Substring($0.0)) }.map { String($0.1) ?? "" })
        for name in names { #expect(declared.contains(name), "\(name)") }
    }
}
