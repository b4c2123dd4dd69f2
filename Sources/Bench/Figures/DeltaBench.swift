import BusProtocol
import JSONRPC

/// How one worker's deltas get to one subscriber: through the daemon, and through the floor.
struct DeltaBench {
    let programs: Programs
    let interruption: Interruption
    let stdio: BenchOptions.Stdio
    let load: Load

    struct Run {
        /// Deltas a second, as the subscriber got them.
        let rate: Double
        /// CPU time of the publishing process for a delta, in nanoseconds.
        let cpu: Double
        /// From the worker's stamp to the subscriber, in microseconds; nil when it was not asked for.
        var latency: Samples?
    }

    /// - Parameter isTimed: each delta's latency is kept.
    func run(_ side: Side, isTimed: Bool) throws(BenchError) -> Run {
        let directory = try WorkDirectory()
        let samples = isTimed ? "\(directory.path)/samples" : nil
        let (rate, cpu) =
            switch side {
            case .floor: try runFloor(in: directory, samples)
            case .daemon: try runDaemon(in: directory, samples)
            }
        let latency = isTimed ? try directory.samples("samples") : nil
        return Run(rate: rate, cpu: cpu / Double(load.count), latency: latency)
    }

    private func runDaemon(
        in directory: borrowing WorkDirectory, _ samples: String?
    ) throws(BenchError) -> (rate: Double, cpu: Double) {
        let daemon = try ServedDaemon(programs, in: directory, stdio: stdio, interruption)
        defer { daemon.stop() }
        let thread = try daemon.startThread()
        let subscriber = try Subscriber(
            programs.client, to: daemon.endpoints.events, load, isEchoed: true, samples: samples, interruption)
        let before = try daemon.reading.cpuNanoseconds()
        try daemon.startTurn(thread, load)
        let rate = try subscriber.rate()
        return (rate, try daemon.reading.cpuNanoseconds() - before)
    }

    private func runFloor(
        in directory: borrowing WorkDirectory, _ samples: String?
    ) throws(BenchError) -> (rate: Double, cpu: Double) {
        let endpoint = "ipc://\(directory.path)/floor.sock"
        let floor = try Program(
            programs.floor,
            ["publish", "--endpoint", endpoint, "--hwm", "0"] + (stdio == .socketPair ? ["--socketpair"] : [])
                + [
                    "--count", "\(load.count)", "--rate", "\(load.rate)", "--size", "\(load.size)", "--",
                    programs.worker,
                ],
            interruption)
        _ = try floor.line(within: .seconds(30))
        let subscriber = try Subscriber(
            programs.client, to: endpoint, load, isEchoed: false, samples: samples, interruption)
        let rate = try subscriber.rate()
        let line = try floor.line(within: load.limit)
        try floor.awaitEnd(within: .seconds(60))
        guard let seconds = (try? JSON(parsing: line))?["cpuSeconds"]?.doubleValue else {
            throw BenchError(.wrongAnswer, "bench-floor said \(line)")
        }
        return (rate, seconds * 1e9)
    }
}
