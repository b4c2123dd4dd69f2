import Testing

@testable import BosunCommands

@Suite struct CommandLineParserTests {
    private static let file = CommandOption("file", "FILE", help: "a file")
    private static let name = CommandOption("name", "NAME", isRepeatable: true, help: "a name")
    private static let mode = CommandOption("mode", choices: ["slow", "fast"], help: "a mode")
    private static let loud = CommandOption("loud", help: "a flag")
    private static let count = CommandOption("count", "N", help: "a number")
    private static let wait = CommandOption("wait", "SECONDS", help: "a time")

    private let syntax = CommandSyntax(
        "try", "Tries.",
        operands: [CommandOperand("FIRST", help: "one"), CommandOperand("SECOND", .optional, help: "two")],
        options: [file, name, mode, loud, count, wait])

    private func parse(_ words: String...) throws(UsageError) -> ParsedArguments {
        try CommandLineParser.parse(words, as: syntax)
    }

    private func complaint(_ words: [String], _ syntax: CommandSyntax? = nil) throws -> String {
        let error = try #require(throws: UsageError.self) {
            try CommandLineParser.parse(words, as: syntax ?? self.syntax)
        }
        #expect(error.usage == (syntax ?? self.syntax).usage)
        return error.message
    }

    @Test func valuesComeInBothForms() throws {
        let parsed = try parse("--file", "a", "one", "--name=b=c", "--name", "", "two", "--loud", "--mode=fast")
        #expect(parsed.operands == ["one", "two"])
        #expect(parsed.value(Self.file) == "a")
        #expect(parsed[Self.name] == ["b=c", ""])
        #expect(parsed.value(Self.mode) == "fast")
        #expect(parsed.has(Self.loud) && !parsed.has(Self.count))
        #expect(parsed.rest == nil && !parsed.wantsHelp)
    }

    @Test func aDashIsAWordAndTwoEndTheOptions() throws {
        #expect(try parse("-").operands == ["-"])
        #expect(try parse("--", "--file", "-x").operands == ["--file", "-x"])
        #expect(try parse("--file=--loud", "one").value(Self.file) == "--loud")
        #expect(try parse("--file", "-", "one").value(Self.file) == "-")
    }

    @Test(arguments: [
        (["one", "--fil", "x"], "unknown option --fil; did you mean --file?"),
        (["one", "--lodu"], "unknown option --lodu; did you mean --loud?"),
        (["one", "--" + "zzzzzz"], "unknown option --zzzzzz"),
        (["one", "--=x"], "unknown option --"),
        (["one", "-l"], "unknown option -l: options have two dashes"),
        (["one", "--file"], "--file needs a value, FILE"),
        (["one", "--file", "--loud"], "--file needs a value, FILE; one with dashes is --file=--loud"),
        (["one", "--file", "--"], "--file needs a value, FILE; one with dashes is --file=--"),
        (["one", "--loud=yes"], "--loud takes no value"),
        (["one", "--file=a", "--file=b"], "--file is given twice"),
        (["one", "--loud", "--loud"], "--loud is given twice"),
        (["one", "--mode", "medium"], "--mode is one of slow, fast, not medium"),
        (["one", "--mode="], "--mode is one of slow, fast, not "),
        ([], "FIRST is missing"),
        (["one", "two", "three"], "three is one word too many"),
    ]) func whatIsWrongIsNamed(words: [String], message: String) throws {
        #expect(try complaint(words) == message)
    }

    @Test(arguments: [["--help"], ["-h"], ["one", "two", "--help"], ["--file", "x", "-h", "--nonsense"]])
    func helpAsksForNothingElse(words: [String]) throws {
        #expect(try CommandLineParser.parse(words, as: syntax).wantsHelp)
    }

    @Test func wordsForAnotherProgramStayAsTheyAre() throws {
        let serve = CommandSyntax("serve", "", options: [Self.loud], rest: CommandOperand("COMMAND", help: ""))
        let parsed = try CommandLineParser.parse(["--loud", "--", "codex", "--", "--loud", "-h"], as: serve)
        #expect(parsed.rest == ["codex", "--", "--loud", "-h"])
        #expect(try complaint(["--"], serve) == "COMMAND is missing behind --")
        #expect(try complaint(["codex"], serve) == "codex is one word too many")
    }

    @Test func anyNumberOfWords() throws {
        let tail = CommandSyntax("tail", "", operands: [CommandOperand("PREFIX", .any, help: "")])
        #expect(try CommandLineParser.parse([], as: tail).operands == [])
        #expect(try CommandLineParser.parse(["a", "b", "", "--", "--c"], as: tail).operands == ["a", "b", "", "--c"])
    }

    @Test(arguments: ["", "x", "1.5", "0", "11", "-1", "99999999999999999999", "0x2", " 3"])
    func numbersHaveARange(text: String) throws {
        let parsed = try parse("one", "--count=\(text)")
        let error = try #require(throws: UsageError.self) { _ = try parsed.integer(Self.count, in: 1...10) }
        #expect(error.message == "--count is a whole number from 1 to 10, not \(text)")
    }

    @Test(arguments: ["", "x", "0", "-1", "nan", "inf", "1e9", "86401"]) func timesHaveARange(text: String) throws {
        let parsed = try parse("one", "--wait=\(text)")
        #expect(throws: UsageError.self) { _ = try parsed.seconds(Self.wait) }
    }

    @Test func numbersAndTimesAreRead() throws {
        let parsed = try parse("one", "--count=10", "--wait=0.25")
        #expect(try parsed.integer(Self.count, in: 1...10) == 10)
        #expect(try parsed.seconds(Self.wait) == .milliseconds(250))
        #expect(try parse("one").seconds(Self.wait) == nil)
        #expect(try parse("one").integer(Self.count, in: 1...10) == nil)
    }
}
