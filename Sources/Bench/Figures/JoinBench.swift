import BosunClient
import BusProtocol
import EventLoop

/// How long joins take while one peer subscribes to a million echoes and is cut for it; the floor is joins with nobody
/// beside them.
struct JoinBench {
    let programs: Programs
    let interruption: Interruption
    /// Joins of a run, one after the other.
    let count: Int

    private static let subscriptions = 1_000_000
    private static let limit = Duration.seconds(10)

    /// Times from a link's beginning to its echo, in microseconds.
    func run(_ side: Side) throws(BenchError) -> Samples {
        let directory = try WorkDirectory()
        let daemon = try ServedDaemon(programs, in: directory, highWaterMark: nil, interruption)
        defer { daemon.stop() }
        var flooder: Program?
        if side == .daemon {
            flooder = try Program(
                programs.client,
                ["flood", "--endpoint", daemon.events, "--count", "\(Self.subscriptions)"], interruption)
        }
        defer { flooder?.stop() }
        let clock = MonotonicClock()
        var times: [Double] = []
        for _ in 0..<count {
            let begin = clock.now
            try join(daemon.endpoints)
            times.append(Double(clock.now.nanoseconds - begin.nanoseconds) / 1_000)
            try interruption.wait(atMost: .milliseconds(2))
        }
        // It has said what it had to say, or the joins were beside nothing.
        if let flooder {
            _ = try flooder.line(within: .seconds(30))
            guard try flooder.line(within: .seconds(30)) == "cut" else {
                throw BenchError(.wrongAnswer, "a peer that subscribes to \(Self.subscriptions) echoes is not cut")
            }
        }
        guard let samples = Samples(times) else { throw BenchError(.usage, "no joins") }
        return samples
    }

    private func join(_ endpoints: Endpoints) throws(BenchError) {
        do throws(ClientError) {
            let subscriber = try EventSubscriber(endpoints)
            try subscriber.subscribe("sy.")
            _ = try subscriber.join(timeout: Self.limit)
        } catch {
            throw BenchError(.wrongAnswer, "a join beside a flood: \(error)")
        }
    }
}
