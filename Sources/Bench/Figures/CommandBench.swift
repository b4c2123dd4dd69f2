import BusProtocol
import JSONRPC

/// Round trips of commands: to the daemon itself, to a worker and back, and to a bare ROUTER that echoes.
struct CommandBench {
    let programs: Programs
    let interruption: Interruption
    /// Requests of each client.
    let count: Int
    let clients: Int

    struct Trips {
        /// Requests a second, of all clients together.
        let rate: Double
        /// In microseconds.
        let latency: Samples
    }

    struct Run {
        let ping: Trips
        /// Of a request that the worker answers.
        let passed: Trips
    }

    func run(_ side: Side) throws(BenchError) -> Run {
        let directory = try WorkDirectory()
        switch side {
        case .floor:
            let endpoint = "ipc://\(directory.path)/floor.sock"
            let floor = try Program(programs.floor, ["echo", "--endpoint", endpoint], interruption)
            defer { floor.stop() }
            _ = try floor.line(within: .seconds(30))
            let trips = try trips("ping", to: endpoint, expecting: "\"ping\"", in: directory)
            return Run(ping: trips, passed: trips)
        case .daemon:
            let daemon = try ServedDaemon(programs, in: directory, interruption)
            defer { daemon.stop() }
            let endpoint = daemon.endpoints.commands
            return Run(
                ping: try trips("ping", to: endpoint, expecting: "\"result\"", in: directory),
                passed: try trips("model/list", to: endpoint, expecting: "\"result\"", in: directory))
        }
    }

    private func trips(
        _ method: String, to endpoint: String, expecting text: String, in directory: borrowing WorkDirectory
    ) throws(BenchError) -> Trips {
        let client = try Program(
            programs.client,
            [
                "request", "--endpoint", endpoint, "--request",
                #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{}}"#, "--expect", text, "--count", "\(count)",
                "--clients", "\(clients)", "--samples", "\(directory.path)/\(method == "ping" ? "ping" : "passed")",
            ], interruption)
        let line = try client.line(within: .seconds(60 + count * clients / 500))
        try client.awaitEnd(within: .seconds(30))
        guard let rate = (try? JSON(parsing: line))?["perSecond"]?.doubleValue else {
            throw BenchError(.wrongAnswer, "bench-client said \(line)")
        }
        return Trips(rate: rate, latency: try directory.samples(method == "ping" ? "ping" : "passed"))
    }
}
