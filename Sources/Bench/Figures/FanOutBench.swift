import BusProtocol
import Glibc

/// Many subscribers, each with threads of its own: through the daemon, and through a bare PUB with the same filters.
struct FanOutBench {
    let programs: Programs
    let interruption: Interruption
    let subscribers: Int
    /// Deltas in all.
    let count: Int

    private static let threadsEach = 2

    /// Deltas a second, of all subscribers together, from the first that one had to the last.
    func run(_ side: Side) throws(BenchError) -> Double {
        let directory = try WorkDirectory()
        let threadCount = subscribers * Self.threadsEach
        var load = Load(count: max(1, count / threadCount) * threadCount)
        switch side {
        case .floor:
            load.threads = (0..<threadCount).map { "00000000-0000-4000-8000-\(100_000_000_000 + $0)" }
            // Two prefixes a thread.
            let floor = try Floor(
                programs, ["bare", "--subscriptions", "\(threadCount * 2)"], in: directory, load,
                topics: load.threads.flatMap { load.topics(ofThread: $0) }, interruption)
            let running = try subscribe(to: floor.endpoint, load, isEchoed: false)
            let rate = try rate(of: running, load)
            _ = try floor.cpuSeconds()
            return rate
        case .daemon:
            let daemon = try ServedDaemon(programs, in: directory, interruption)
            defer { daemon.stop() }
            for _ in 0..<threadCount { load.threads.append(try daemon.startThread()) }
            let running = try subscribe(to: daemon.events, load, isEchoed: true)
            try daemon.startTurn(load.threads[0], load)
            return try rate(of: running, load)
        }
    }

    private func subscribe(to endpoint: String, _ load: Load, isEchoed: Bool) throws(BenchError) -> [Subscriber] {
        var running: [Subscriber] = []
        for index in 0..<subscribers {
            let own = load.threads[index * Self.threadsEach..<(index + 1) * Self.threadsEach]
            let kinds: [EventKind] = [.delta, .event]
            running.append(
                try Subscriber(
                    programs.client, to: endpoint, Load(count: load.count / subscribers),
                    topics: own.flatMap { thread in kinds.map { "\($0.rawValue).\(thread)." } }, isEchoed: isEchoed,
                    interruption))
        }
        return running
    }

    private func rate(of running: [Subscriber], _ load: Load) throws(BenchError) -> Double {
        var begun = Double.infinity
        var ended = 0.0
        for subscriber in running {
            let result = try subscriber.result()
            begun = min(begun, result.begun)
            ended = max(ended, result.ended)
        }
        return Double(load.count) / (ended - begun) * 1e9
    }
}
