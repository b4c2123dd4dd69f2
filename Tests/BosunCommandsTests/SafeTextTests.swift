import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("plain, é and 漢字", "plain, é and 漢字"),
        ("\u{1B}[2J\u{1B}]0;title\u{7}", "\\u{1b}[2J\\u{1b}]0;title\\u{7}"),
        ("a\nb\r\tc\0", "a\\nb\\r\\tc\\u{0}"),
        ("\u{9B}31m\u{7F}\u{85}", "\\u{9b}31m\\u{7f}\\u{85}"),
        ("rm \u{202E}txt.exe\u{2066}\u{200B}\u{2028}", "rm \\u{202e}txt.exe\\u{2066}\\u{200b}\\u{2028}"),
        ("\u{E0041}\u{FEFF}", "\\u{e0041}\\u{feff}"),
    ]) func nothingSteersATerminal(text: String, safe: String) {
        #expect(SafeText.oneLine(text) == safe)
    }

    @Test(arguments: [
        #"{"a":"plain"}"#, "{\"a\":\"\u{7F}\u{9B}31m\"}", "{\"\u{202E}\":[\"\u{E0041}\u{2028}é\"]}",
        "{ \"a\" :\n\t1 }", #"{"a":"\u001b[2J"}"#,
    ]) func jsonStaysTheSameValue(text: String) throws {
        let safe = SafeText.json(Array(text.utf8))
        #expect(!safe.unicodeScalars.contains(where: SafeText.isUnsafe))
        #expect(try JSON(parsing: safe) == JSON(parsing: text))
    }
}
