import Testing

@testable import Bench

@Suite struct ProcessReadingTests {
    private let status = "Name:\tbosun\nRssAnon:\t    2412 kB\nvoluntary_ctxt_switches:\t37\nEmpty:\t\n"

    @Test func aValueIsReadByItsName() throws {
        #expect(try ProcessReading.value("RssAnon", in: status) == 2_412)
        #expect(try ProcessReading.value("voluntary_ctxt_switches", in: status) == 37)
    }

    @Test(arguments: ["Rss", "Name", "Empty", "ctxt_switches"]) func anythingElseIsAnError(_ name: String) {
        #expect(throws: BenchError.self) { try ProcessReading.value(name, in: status) }
    }

    @Test func aProcessThatIsGoneIsAnError() {
        let gone = ProcessReading(pid: 1 << 23)
        #expect(throws: BenchError.self) { try gone.cpuNanoseconds() }
        #expect(throws: BenchError.self) { try gone.anonymousMemory() }
        #expect(throws: BenchError.self) { try gone.waits(ofThread: "loop") }
    }
}
