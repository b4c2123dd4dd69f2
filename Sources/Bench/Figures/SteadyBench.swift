import JSONRPC

/// Commands that come at a steady rate, whatever is answered by then: each is owed one reply.
struct SteadyBench {
    let rig: CommandRig
    /// Commands a second, of all clients together.
    let rate: Int
    let seconds: Int

    static let clients = 32

    struct Run {
        /// Answers a second.
        let rate: Double
        /// In microseconds, from when the command was due.
        let latency: Samples
        /// Answers that were no results: who has too much to do may say so.
        let refused: Int
    }

    /// An error when a command stays unanswered, or is answered twice.
    func run(_ route: CommandRig.Route, of side: Side) throws(BenchError) -> Run {
        let count = rate * seconds
        let client = try rig.client(
            "pace", route, of: side, id: #""0000000000""#,
            [
                "--count", "\(count)", "--rate", "\(rate)", "--clients", "\(Self.clients)", "--samples",
                rig.samplesFile,
            ])
        let line = try client.line(within: .seconds(120 + seconds * 4))
        try client.awaitEnd(within: .seconds(30))
        guard let said = try? JSON(parsing: line), let rate = said["perSecond"]?.doubleValue,
            let unanswered = said["unanswered"]?.intValue, let refused = said["refused"]?.intValue
        else { throw BenchError(.wrongAnswer, "bench-client said \(line)") }
        guard unanswered == 0 else {
            throw BenchError(.wrongAnswer, "\(route.rawValue), \(side): \(unanswered) of \(count) got no answer")
        }
        return Run(rate: rate, latency: try rig.samples(), refused: Int(refused))
    }
}
