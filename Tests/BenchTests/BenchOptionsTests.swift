import Bench
import Testing

@Suite struct BenchOptionsTests {
    @Test func flagsAreRead() throws {
        var options = try BenchOptions(parsing: ["deltas", "--stdio", "socketpair", "--count", "7", "--pairs", "3"])
        #expect(options.subject == .deltas)
        #expect(options.stdio == .socketPair)
        #expect(options.count == 7)
        #expect(options.pairs == 3)
        options = try BenchOptions(parsing: ["latency", "--rate", "50", "--quick", "--bosun", "/b"])
        #expect(options.rate == 50)
        #expect(options.isQuick)
        #expect(options.bosun == "/b")
        #expect(try BenchOptions(parsing: ["latency"]).rate == nil)
        options = try BenchOptions(parsing: ["events", "--stdio", "socketpair", "--count", "7", "--pairs", "3"])
        #expect(options.subject == .events)
        #expect(options.count == 7)
        options = try BenchOptions(parsing: ["fanout", "--subscribers", "4", "--count", "7", "--pairs", "3"])
        #expect(options.subject == .fanout)
        #expect(options.subscribers == 4)
        options = try BenchOptions(parsing: ["stuck", "--seconds", "9", "--subscribers", "2", "--rate", "5000"])
        #expect(options.seconds == 9)
        #expect(options.subscribers == 2)
        #expect(options.rate == 5_000)
        options = try BenchOptions(parsing: ["commands", "--clients", "8", "--rate", "9", "--seconds", "7"])
        #expect(options.clients == 8)
        #expect(options.rate == 9)
        #expect(options.seconds == 7)
        #expect(try BenchOptions(parsing: ["idle", "--seconds", "2"]).seconds == 2)
        #expect(try BenchOptions(parsing: ["restart", "--count", "9"]).count == 9)
        #expect(try BenchOptions(parsing: ["spawns", "--count", "9"]).count == 9)
        #expect(try BenchOptions(parsing: ["fleet", "--workers", "9"]).workers == 9)
        options = try BenchOptions(parsing: ["soak", "--seconds", "3600", "--workers", "500", "--seed", "0"])
        #expect(options.subject == .soak)
        #expect(options.seconds == 3_600)
        #expect(options.workers == 500)
        #expect(options.seed == 0)
        #expect(try BenchOptions(parsing: ["soak"]).seed == nil)
        #expect(try BenchOptions(parsing: ["--help"]).showsHelp)
    }

    @Test(arguments: [
        [], ["nothing"], ["--quick"], ["deltas", "--stdio"], ["deltas", "--stdio", "tty"], ["deltas", "--count", "0"],
        ["deltas", "--count", "-1"], ["deltas", "--count", "1e6"], ["deltas", "--count", "100000001"],
        ["all", "--pairs", "100"], ["soak", "--seconds", "9"], ["soak", "--seed", "-1"], ["soak", "--workers", "1"],
        ["deltas", "extra"], [""], ["fanout", "--subscribers", "1"], ["stuck", "--subscribers", "65"],
        ["stuck", "--rate", "0"],
    ])
    func whatIsNotKnownIsRefused(_ arguments: [String]) {
        let error = #expect(throws: BenchError.self) { try BenchOptions(parsing: arguments) }
        #expect(error?.code == .usage)
    }

    /// A flag that would change nothing is a mistake of who gave it.
    @Test(arguments: [
        ["deltas", "--rate", "1"], ["deltas", "--clients", "1"], ["commands", "--stdio", "pipe"],
        ["events", "--rate", "1"], ["fanout", "--stdio", "pipe"], ["fanout", "--rate", "1"], ["stuck", "--count", "1"],
        ["stuck", "--pairs", "1"], ["deltas", "--subscribers", "2"], ["all", "--subscribers", "2"],
        ["idle", "--pairs", "1"], ["idle", "--count", "1"], ["latency", "--seconds", "1"], ["all", "--count", "1"],
        ["all", "--stdio", "pipe"], ["all", "--seed", "1"], ["fleet", "--count", "2"], ["fleet", "--pairs", "2"],
        ["restart", "--workers", "2"], ["spawns", "--seconds", "10"], ["soak", "--quick"], ["soak", "--pairs", "1"],
    ])
    func whatHasNoEffectIsRefused(_ arguments: [String]) {
        let error = #expect(throws: BenchError.self) { try BenchOptions(parsing: arguments) }
        #expect(error?.code == .usage)
    }
}
