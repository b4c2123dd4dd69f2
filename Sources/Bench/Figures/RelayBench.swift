import BusProtocol
import JSONRPC

/// How one worker's lines get to one subscriber: through the daemon, and through the floor.
struct RelayBench {
    let programs: Programs
    let interruption: Interruption
    let stdio: BenchOptions.Stdio
    let load: Load

    struct Run {
        /// Lines a second, as the subscriber got them.
        let rate: Double
        /// CPU time of the publishing process for a line, in nanoseconds.
        let cpu: Double
        /// From the worker's stamp to the subscriber, in microseconds; nil when it was not asked for.
        var latency: Samples?
    }

    /// - Parameter isTimed: each line's latency is kept, and the floor is a bare PUB/SUB.
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
            programs.client, to: daemon.events, load, topics: load.kinds.map { "\($0.rawValue)." },
            isEchoed: true, samples: samples, interruption)
        let before = try daemon.reading.cpuNanoseconds()
        try daemon.startTurn(thread, load)
        let result = try subscriber.result()
        return (result.rate, try daemon.reading.cpuNanoseconds() - before)
    }

    private func runFloor(
        in directory: borrowing WorkDirectory, _ samples: String?
    ) throws(BenchError) -> (rate: Double, cpu: Double) {
        let floor =
            if samples == nil {
                try Floor(
                    programs, ["publish"] + (stdio == .socketPair ? ["--socketpair"] : []), in: directory, load,
                    topics: load.topics(ofThread: "t"), worker: programs.worker, interruption)
            } else {
                try Floor(
                    programs, ["bare"], in: directory, load, topics: load.topics(ofThread: "t"), interruption)
            }
        let subscriber = try Subscriber(
            programs.client, to: floor.endpoint, load, topics: load.kinds.map { "\($0.rawValue)." }, isEchoed: false,
            samples: samples, interruption)
        let result = try subscriber.result()
        return (result.rate, try floor.cpuSeconds() * 1e9)
    }
}
