import JSONRPC

/// bench-client, counting lines.
struct Subscriber {
    private let program: Program
    private let load: Load

    /// What one had.
    struct Result {
        /// Lines a second, from the first to the last.
        let rate: Double
        /// When it had the first and the last, in nanoseconds of the machine's monotonic clock.
        let begun: Double
        let ended: Double
    }

    /// Starts it and waits until it is subscribed.
    ///
    /// - Parameters:
    ///   - load: what it has to get of these topics.
    ///   - isEchoed: the publisher echoes `~sync.` topics.
    ///   - samples: the file for what each line took.
    init(
        _ path: String, to endpoint: String, _ load: Load, topics: [String], isEchoed: Bool, samples: String? = nil,
        _ interruption: Interruption
    ) throws(BenchError) {
        self.load = load
        let arguments =
            ["subscribe", "--endpoint", endpoint, "--count", "\(load.count)"] + topics.flatMap { ["--topic", $0] }
            + (isEchoed ? ["--sync"] : []) + (samples.map { ["--samples", $0] } ?? [])
        program = try Program(path, arguments, interruption)
        _ = try program.line(within: .seconds(30))
    }

    var pid: CInt { program.pid }

    /// Waits for its end; an error when a line was lost.
    func result() throws(BenchError) -> Result {
        let line = try program.line(within: load.limit)
        let json = try? JSON(parsing: line)
        guard let rate = json?["perSecond"]?.doubleValue, let begun = json?["begun"]?.doubleValue,
            let ended = json?["ended"]?.doubleValue
        else { throw BenchError(.wrongAnswer, "bench-client said \(line)") }
        try program.awaitEnd(within: .seconds(30))
        return Result(rate: rate, begun: begun, ended: ended)
    }

    func stop() { program.stop() }
}
