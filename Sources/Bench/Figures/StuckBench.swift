import BusProtocol
import EventLoop
import Glibc

/// Many subscribers of everything, of which one stands still: the publisher's memory, beside that of a bare PUB with the
/// same high-water mark. The others may lose nothing; the stopped one must have, or its mark was not reached.
struct StuckBench {
    let programs: Programs
    let interruption: Interruption
    let subscribers: Int
    /// How long it stands still.
    let seconds: Int
    /// Lines a second, which each subscriber gets.
    let rate: Int

    struct Memory {
        /// How much it grew in the last half of the time, in KiB.
        let growth: Double
        /// At the end of that, in KiB.
        let last: Double
    }

    /// The daemon's own, which `bosun serve --help` tells.
    private static let highWaterMark = 20_000
    /// More than the daemon keeps of them: what it keeps is full, and grows no more.
    private static let deltasBefore = 250_000

    func run(_ side: Side) throws(BenchError) -> Memory {
        let directory = try WorkDirectory()
        // What comes while the subscribers start, or after they went on, counts for nothing.
        var load = Load(count: rate * (seconds + 2), rate: rate)
        switch side {
        case .floor:
            let floor = try Floor(
                programs, ["bare", "--subscriptions", "\(subscribers)"], in: directory, load,
                topics: load.topics(ofThread: "t"), highWaterMark: Self.highWaterMark, interruption)
            defer { floor.stop() }
            let running = try subscribe(to: floor.endpoint, load, isEchoed: false)
            return try watch(floor.reading, running)
        case .daemon:
            let daemon = try ServedDaemon(programs, in: directory, highWaterMark: nil, interruption)
            defer { daemon.stop() }
            let thread = try daemon.startThread()
            try daemon.startTurn(thread, Load(count: Self.deltasBefore))
            // The worker does one thing after the other: its answer says that the turn is over.
            _ = try daemon.result(of: "model/list")
            load.eventsEach = 10
            load.threads = [try daemon.startThread()]
            let running = try subscribe(to: daemon.events, load, isEchoed: true)
            try daemon.startTurn(load.threads[0], load)
            return try watch(daemon.reading, running)
        }
    }

    private func subscribe(to endpoint: String, _ load: Load, isEchoed: Bool) throws(BenchError) -> [Subscriber] {
        // The floor has no thread of a name, and nothing else to say.
        let topics = load.threads.first.map { thread in load.kinds.map { "\($0.rawValue).\(thread)." } } ?? ["dl."]
        var running: [Subscriber] = []
        for _ in 0..<subscribers {
            running.append(
                try Subscriber(
                    programs.client, to: endpoint, load, topics: topics, isEchoed: isEchoed, interruption))
        }
        return running
    }

    private func watch(_ publisher: ProcessReading, _ running: [Subscriber]) throws(BenchError) -> Memory {
        var rest = running
        let stuck = rest.removeFirst()
        try interruption.wait(atMost: .seconds(1))
        kill(stuck.pid, SIGSTOP)
        // A stopped process can't be asked to end.
        defer { kill(stuck.pid, SIGCONT) }
        let half = Duration.milliseconds(seconds * 500)
        try interruption.wait(atMost: half)
        let middle = try publisher.anonymousMemory()
        try interruption.wait(atMost: half)
        let last = try publisher.anonymousMemory()
        kill(stuck.pid, SIGCONT)
        for subscriber in rest { _ = try subscriber.result() }
        var hasLost = false
        do throws(BenchError) {
            _ = try stuck.result()
        } catch  where error.code == .programFailed {
            hasLost = true
        }
        guard hasLost else {
            throw BenchError(.wrongAnswer, "the stopped subscriber lost nothing: its mark was not reached")
        }
        return Memory(growth: last - middle, last: last)
    }
}
