import JSONRPC

/// A bench-floor that publishes.
struct Floor {
    let endpoint: String
    private let program: Program
    private let load: Load

    /// Starts it and waits until it has bound. It begins when it has its subscriptions.
    ///
    /// - Parameters:
    ///   - mode: what it does, with its own options.
    ///   - worker: the program whose lines it publishes; nil when it makes them itself.
    init(
        _ programs: Programs, _ mode: [String], in directory: borrowing WorkDirectory, _ load: Load,
        topics: [String], highWaterMark: Int = 0, worker: String? = nil, _ interruption: Interruption
    ) throws(BenchError) {
        endpoint = "ipc://\(directory.path)/floor.sock"
        self.load = load
        program = try Program(
            programs.floor,
            mode + ["--endpoint", endpoint, "--hwm", "\(highWaterMark)"] + topics.flatMap { ["--topic", $0] } + [
                "--count", "\(load.count)", "--rate", "\(load.rate)", "--size", "\(load.size)", "--events",
                "\(load.eventsEach)",
            ] + (worker.map { ["--", $0] } ?? []), interruption)
        _ = try program.line(within: .seconds(30))
    }

    var reading: ProcessReading { ProcessReading(pid: program.pid) }

    /// Waits for its end; gives the CPU time that it took.
    func cpuSeconds() throws(BenchError) -> Double {
        let line = try program.line(within: load.limit)
        try program.awaitEnd(within: .seconds(60))
        guard let seconds = (try? JSON(parsing: line))?["cpuSeconds"]?.doubleValue else {
            throw BenchError(.wrongAnswer, "bench-floor said \(line)")
        }
        return seconds
    }

    func stop() { program.stop() }
}
