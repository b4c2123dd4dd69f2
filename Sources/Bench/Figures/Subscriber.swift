import JSONRPC

/// bench-client, counting deltas.
struct Subscriber {
    private let program: Program
    private let load: Load

    /// Starts it and waits until it is subscribed.
    ///
    /// - Parameters:
    ///   - isEchoed: the publisher echoes `~sync.` topics.
    ///   - samples: the file for what each delta took.
    init(
        _ path: String, to endpoint: String, _ load: Load, isEchoed: Bool, samples: String? = nil,
        _ interruption: Interruption
    ) throws(BenchError) {
        self.load = load
        let arguments =
            ["subscribe", "--endpoint", endpoint, "--count", "\(load.count)"] + (isEchoed ? ["--sync"] : [])
            + (samples.map { ["--samples", $0] } ?? [])
        program = try Program(path, arguments, interruption)
        _ = try program.line(within: .seconds(30))
    }

    /// Deltas a second, from the first to the last; an error when one was lost.
    func rate() throws(BenchError) -> Double {
        let line = try program.line(within: load.limit)
        guard let rate = (try? JSON(parsing: line))?["perSecond"]?.doubleValue else {
            throw BenchError(.wrongAnswer, "bench-client said \(line)")
        }
        try program.awaitEnd(within: .seconds(30))
        return rate
    }
}
