import Fleet
import Testing

@Suite struct PastAuthorsTests {
    @Test func ofThreadsThatAreForgottenNobodyCanTell() {
        var past = PastAuthors()
        past.keep([], of: "none")
        for number in 0..<PastAuthors.limit { past.keep(["ann"], of: "\(number)") }
        #expect(past.names(in: "0") == ["ann"] && past.names(in: "none") == [])
        past.keep(["bob"], of: "0")
        #expect(past.names(in: "0") == ["bob"] && past.names(in: "none") == [])
        past.keep(["ann"], of: "more")
        // The empty name is nobody's: it stands for somebody who can't be told from others.
        #expect(past.names(in: "0") == [""] && past.names(in: "none") == [""])
        #expect(past.names(in: "1") == ["ann"] && past.names(in: "none", isNew: true) == [])
    }
}
