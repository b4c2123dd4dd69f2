import Testing

@testable import StubModel

@Suite struct DirectiveTests {
    @Test func optionsAreReadWithTheirQuotesAndEscapes() throws {
        let text = #"Please. [[stub deltas=2 delay-ms=5 wait-ms=7 cut=1 text="a \"]]\" b\\\n"]] Thanks."#
        let directive = try #require(try DirectiveParser.directives(in: text).first)
        var message = Answer.Message(pieces: ["a \"]]\" b\\\n"], deltas: 2)
        message.delayMilliseconds = 5
        message.cutAfter = 1
        #expect(directive.answer == .message(message))
        #expect(directive.waitMilliseconds == 7)
    }

    @Test func textsWithoutADirectiveHaveNone() throws {
        for text in ["", "[[", "[[stubborn]]", "[stub]", "[[ stub]]"] {
            #expect(try DirectiveParser.directives(in: text).isEmpty)
        }
    }

    @Test func directivesKeepTheirOrder() throws {
        let directives = try DirectiveParser.directives(
            in: #"[[stub run="ls"]][[stubborn]] [[stub fail=503]] [[stub]]"#)
        #expect(directives.map(\.answer) == [.command("ls"), .failure(status: 503), .message(.greeting)])
    }

    @Test(arguments: [
        "[[stub", "[[stub deltas=3", "[[stub deltas]]", "[[stub deltas=]]", "[[stub deltas=-1]]", "[[stub deltas=x]]",
        "[[stub deltas=1000001]]", "[[stub deltas=99999999999999999999]]", "[[stub deltas=1 deltas=2]]",
        "[[stub speed=3]]",
        #"[[stub text="open]]"#, #"[[stub text="\q"]]"#, #"[[stub text="\"#, "[[stub =3]]", "[[stub ] ]]",
        "[[stub fail=200]]",
        "[[stub fail=500 deltas=2]]", #"[[stub run=""]]"#, "[[stub run=ls cut=1]]", "[[stub run=ls fail=500]]",
        "[[stub deltas=2 cut=3]]", "[[stub wait-ms=600001]]", "[[stub]] [[stub nope=1]]",
    ])
    func malformedOnesAreRefused(_ text: String) {
        let error = #expect(throws: StubModelError.self) { try DirectiveParser.directives(in: text) }
        #expect(error?.code == .malformedDirective)
    }

    @Test func anAnswerOfMoreThanTheLimitIsRefused() {
        let text = "[[stub deltas=1000000 text=\"\(String(repeating: "x", count: 68))\"]]"
        #expect(throws: StubModelError.self) { try DirectiveParser.directives(in: text) }
    }
}
