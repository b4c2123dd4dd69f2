import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct TableTests {
    private var table: Table {
        var table = Table(["NAME", "STATE"])
        table.add([Table.Cell("main-1", .bold), Table.Cell("ready", .green)])
        table.add([Table.Cell("x"), Table.Cell("a\tb\n\u{1B}[2J")])
        return table
    }

    private func output(_ terminal: Output.Terminal?) -> Output { Output(descriptor: -1, terminal: terminal) }

    @Test func withoutATerminalColumnsAreTabs() {
        #expect(table.lines(for: output(nil)) == ["NAME\tSTATE", "main-1\tready", "x\ta\\tb\\n\\u{1b}[2J"])
    }

    @Test func onATerminalColumnsAreAligned() {
        let lines = table.lines(for: output(Output.Terminal(columns: 80, hasColour: false)))
        #expect(lines == ["NAME    STATE", "main-1  ready", "x       a\\tb\\n\\u{1b}[2J"])
    }

    @Test func coloursAreNoPartOfTheWidth() {
        let lines = table.lines(for: output(Output.Terminal(columns: 80, hasColour: true)))
        #expect(lines[1] == "\u{1B}[1mmain-1\u{1B}[0m  \u{1B}[32mready\u{1B}[0m")
        #expect(lines[2] == "x       a\\tb\\n\\u{1b}[2J")
    }

    @Test(
        arguments: [
            (0, "0ms"), (999, "999ms"), (1_000, "1s"), (59_999, "59s"), (60_000, "1m00s"), (272_000, "4m32s"),
            (3_600_000, "1h00m"), (11_100_000, "3h05m"), (.max, "2562047788015h12m"),
        ] as [(Int64, String)]) func durations(milliseconds: Int64, text: String)
    {
        #expect(FieldText.duration(milliseconds: milliseconds) == text)
    }

    @Test func fields() {
        #expect(FieldText.of(nil) == "-" && FieldText.of(.null) == "-")
        #expect(FieldText.of("text") == "text" && FieldText.of(7) == "7" && FieldText.of([1]) == "[1]")
    }
}
