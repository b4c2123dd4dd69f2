@testable import Diagnostics
import Glibc
import Testing

@Suite struct LogTests {
    private func text(_ message: String, _ context: KeyValuePairs<String, String> = [:]) -> String {
        let time = timespec(tv_sec: 1_795_210_907, tv_nsec: 36_400_000)
        return String(
            decoding: LogLine(level: .warning, message: message, context: context, time: time).bytes, as: UTF8.self)
    }

    @Test func aLineHasTimeLevelMessageAndContext() {
        #expect(
            text("worker exited", ["worker": "main-1", "reason": "no such file"])
                == "2026-11-20T21:41:47.036Z warning worker exited worker=main-1 reason=\"no such file\"\n")
    }

    /// What a worker printed is logged; it must not forge a line or send escape sequences to a terminal.
    @Test func strangersTextStaysOnItsLine() {
        let line = text("bad line", ["bytes": "a\n2026 error \u{1B}[2J \"x\""])
        #expect(line.filter { $0 == "\n" }.count == 1)
        #expect(!line.unicodeScalars.contains("\u{1B}"))
        #expect(line.contains("\\\"x\\\""))
    }

    /// The reader of the log has stopped: writing goes on at once, and the loss is said when it reads again.
    @Test func aStoppedReaderHoldsNobodyUpAndLearnsOfTheLoss() {
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let log = Log(minimum: .debug, descriptor: ends[1])
        for number in 0..<60_000 {
            log.info("an entry of some length, to fill the queue quickly", ["number": "\(number)"])
        }
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !String(decoding: seen.suffix(400), as: UTF8.self).contains("log lines dropped") {
            let count = read(ends[0], &buffer, buffer.count)
            guard count > 0 else { break }
            seen += buffer[..<count]
        }
        log.flush()
        #expect(String(decoding: seen.suffix(400), as: UTF8.self).contains("log lines dropped"))
        #expect(seen.count < 4 << 20)
        close(ends[0])
    }
}
