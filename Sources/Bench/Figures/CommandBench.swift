import EventLoop
import JSONRPC

/// Round trips of commands to the daemon, and to the least that could answer the same: a bare ROUTER that echoes, or one
/// that asks a worker.
struct CommandBench {
    let rig: CommandRig
    /// Requests of each client in a run.
    let count: Int
    let clients: Int

    struct Trips {
        /// Requests a second, of all clients together.
        let rate: Double
        /// In microseconds.
        let latency: Samples
    }

    func trips(_ route: CommandRig.Route, of side: Side) throws(BenchError) -> Trips {
        let client = try rig.client(
            "request", route, of: side,
            ["--count", "\(count)", "--clients", "\(clients)", "--samples", rig.samplesFile])
        let line = try client.line(within: .seconds(60 + count * clients / 500))
        try client.awaitEnd(within: .seconds(30))
        guard let rate = (try? JSON(parsing: line))?["perSecond"]?.doubleValue else {
            throw BenchError(.wrongAnswer, "bench-client said \(line)")
        }
        return Trips(rate: rate, latency: try rig.samples())
    }

    // MARK: Beside slow requests

    /// As many as the daemon leaves with a worker at a time.
    static let slowRequests = 64
    private static let slowness = Duration.milliseconds(500)
    private static let patience = Duration.seconds(30)

    /// Pings of the daemon: alone, which is the floor here, and while its worker has that many requests to answer.
    func besideSlowRequests(_ side: Side) throws(BenchError) -> Trips {
        try awaitWorker(having: 0)
        guard side == .daemon else { return try trips(.ping, of: .daemon) }
        let slow = try rig.client(
            "request", .passed, of: .daemon, params: #"{"late":\#(Self.slowness.milliseconds)}"#,
            ["--count", "1000000", "--clients", "\(Self.slowRequests)"])
        defer { slow.stop() }
        try awaitWorker(having: Self.slowRequests)
        let trips = try trips(.ping, of: .daemon)
        try slow.checkIsRunning()
        return trips
    }

    private func awaitWorker(having count: Int) throws(BenchError) {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: Self.patience)
        while try rig.daemon.workers().first?.inFlight != count {
            guard clock.now < deadline else {
                throw BenchError(.timedOut, "the worker does not come to have \(count) requests")
            }
            try rig.pause(.milliseconds(5))
        }
    }
}
