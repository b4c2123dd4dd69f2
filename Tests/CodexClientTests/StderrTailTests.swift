import CodexClient
import Testing

@Suite struct StderrTailTests {
    private func append(_ text: String, to tail: inout StderrTail, second: Int64 = 0) -> [String] {
        Array(text.utf8).withUnsafeBytes { tail.append($0, second: second) }
    }

    @Test func linesAreLoggedWholeAndTheTailKept() {
        var tail = StderrTail()
        #expect(append("one\ntw", to: &tail) == ["one"])
        #expect(append("o\n\nthree", to: &tail) == ["two"])
        #expect(tail.text == "one\ntwo\n\nthree")
    }

    @Test func aFloodIsCutToTheLast16KiBAndToSoManyLinesASecond() {
        var tail = StderrTail()
        var logged = 0
        for number in 0..<1_000 {
            logged += append("line \(number) \(String(repeating: "x", count: 90))\n", to: &tail).count
        }
        #expect(logged == StderrTail.linesPerSecond)
        #expect(tail.text.utf8.count == StderrTail.capacity)
        #expect(tail.text.hasSuffix("x\n"))
        #expect(append("later\n", to: &tail, second: 1) == ["(980 lines not logged)", "later"])
    }

    @Test func aLineWithoutEndTakesNoMoreMemory() {
        var tail = StderrTail()
        for _ in 0..<100 { _ = append(String(repeating: "y", count: 10_000), to: &tail) }
        let lines = append("\n", to: &tail)
        #expect(lines.count == 1)
        #expect((lines.first?.utf8.count ?? 0) <= 2_000)
    }

    @Test func coloursAreTakenOutOfTheLog() {
        var tail = StderrTail()
        #expect(append("\u{1B}[2m12:00\u{1B}[0m \u{1B}[31mERROR\u{1B}[0m bad\n", to: &tail) == ["12:00 ERROR bad"])
        #expect(append("cut off \u{1B}[\n", to: &tail) == ["cut off "])
    }
}
