import EventLoop
import Glibc
import JSONRPC

/// From a worker's crash to its next process being ready, without the delay that the daemon had announced: beside a bare
/// start of the same program, which is the part that is the worker's own.
struct RestartBench {
    let programs: Programs
    let interruption: Interruption
    /// Workers, each killed once.
    let count: Int

    struct Run {
        /// In milliseconds.
        let daemon: Samples
        let floor: Samples
    }

    /// One after the other: what several do at once is the fleet's figure.
    private static let pause = Duration.milliseconds(25)
    private static let limit = Duration.seconds(30)

    func run() throws(BenchError) -> Run {
        let directory = try WorkDirectory()
        let before = try floor(count / 2)
        let daemon = try ServedDaemon(programs, in: directory, workers: count, interruption)
        defer { daemon.stop() }
        let events = try WorkerEvents(daemon.endpoints, interruption)
        let restarts = try restarts(of: daemon, events)
        daemon.stop()
        guard let samples = Samples(restarts), let floor = Samples(before + (try floor(count - count / 2))) else {
            throw BenchError(.usage, "there is nothing to restart")
        }
        return Run(daemon: samples, floor: floor)
    }

    private func restarts(of daemon: ServedDaemon, _ events: WorkerEvents) throws(BenchError) -> [Double] {
        let clock = MonotonicClock()
        var waiting: [UInt64: (killedAt: MonotonicInstant, delay: Duration)] = [:]
        var samples: [Double] = []
        func take(_ entry: WorkerEvents.Entry) throws(BenchError) {
            switch entry.name {
            case "exited":
                guard let delay = entry.body["nextTryMs"]?.intValue else {
                    throw BenchError(.wrongAnswer, "exited without nextTryMs")
                }
                // It is rounded up, so that this is never more than the real delay.
                waiting[entry.worker]?.delay = .milliseconds(delay - 1)
            case "ready":
                guard let restart = waiting.removeValue(forKey: entry.worker) else { return }
                samples.append((restart.killedAt.duration(to: entry.at) - restart.delay) / .milliseconds(1))
            default: break
            }
        }
        for worker in try daemon.workers() {
            waiting[worker.number] = (clock.now, .zero)
            kill(worker.pid, SIGKILL)
            let next = clock.now.advanced(by: Self.pause)
            while let entry = try events.next(within: max(.zero, clock.now.duration(to: next))) { try take(entry) }
        }
        let deadline = clock.now.advanced(by: Self.limit)
        while !waiting.isEmpty {
            guard let entry = try events.next(within: max(.zero, clock.now.duration(to: deadline))) else {
                throw BenchError(.timedOut, "\(waiting.count) workers were not ready again within \(Self.limit)")
            }
            try take(entry)
        }
        return samples
    }

    /// Milliseconds from the start of the program to its answer.
    private func floor(_ count: Int) throws(BenchError) -> [Double] {
        let clock = MonotonicClock()
        var samples: [Double] = []
        for _ in 0..<count {
            let start = clock.now
            let worker = try Program(programs.worker, [], interruption)
            try worker.write(#"{"id":1,"method":"initialize","params":{}}"# + "\n")
            _ = try worker.line(within: Self.limit)
            samples.append(start.duration(to: clock.now) / .milliseconds(1))
        }
        return samples
    }
}
