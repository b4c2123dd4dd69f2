import EventLoop
import Glibc
import JSONRPC

/// Many workers on one daemon: what each costs in memory, how soon all are back when all die at once, and whether the
/// daemon answers meanwhile.
struct FleetBench {
    let programs: Programs
    let interruption: Interruption
    let workers: Int

    struct Run {
        /// Of the daemon, for each worker, after 64 KiB each way, in KiB; and of one that has a single worker, in all.
        let memory: (each: Double, single: Double)
        /// From the kill to the last one's `ready`, in seconds; and as many bare starts, four at a time.
        let recovery: (daemon: Double, floor: Double)
        /// Round trips of `ping` in milliseconds while the workers come back; and, in turn with them, to a bare ROUTER: what
        /// the machine has for anybody while so many processes end and start.
        let ping: (daemon: Samples, floor: Samples)
    }

    private static let carried = 64 << 10
    private static let limit = Duration.seconds(120)
    private static let concurrentStarts = 4

    func run() throws(BenchError) -> Run {
        let floor = try bareStarts()
        let single = try memory(ofDaemonWith: 1)
        let directory = try WorkDirectory()
        let daemon = try ServedDaemon(programs, in: directory, workers: workers, settings: Self.settings, interruption)
        defer { daemon.stop() }
        try carry(daemon)
        let memory = try daemon.reading.anonymousMemory() / Double(workers)
        let events = try WorkerEvents(daemon.endpoints, interruption)
        let endpoint = "ipc://\(directory.path)/floor.sock"
        let echo = try Program(programs.floor, ["echo", "--endpoint", endpoint], interruption)
        defer { echo.stop() }
        _ = try echo.line(within: .seconds(30))
        let echoClient = try CommandClient(endpoint, of: echo, interruption)
        var pings: (daemon: [Double], floor: [Double]) = ([], [])
        let recovery = try killAll(daemon, events) { () throws(BenchError) in
            pings.daemon.append(try timed { () throws(BenchError) in _ = try daemon.result(of: "ping") })
            pings.floor.append(try timed { () throws(BenchError) in _ = try echoClient.reply(to: "ping") })
        }
        guard let ofDaemon = Samples(pings.daemon), let ofFloor = Samples(pings.floor) else {
            throw BenchError(.wrongAnswer, "all workers were back before the first ping")
        }
        return Run(memory: (memory, single), recovery: (recovery, floor), ping: (ofDaemon, ofFloor))
    }

    private func memory(ofDaemonWith workers: Int) throws(BenchError) -> Double {
        let directory = try WorkDirectory()
        let daemon = try ServedDaemon(programs, in: directory, workers: workers, settings: Self.settings, interruption)
        defer { daemon.stop() }
        try carry(daemon)
        return try daemon.reading.anonymousMemory()
    }

    /// The ring has a size of its own, whatever the number of workers: full, it would be taken for theirs.
    private static let settings = "deltas_size = \"1 MiB\"\n"

    /// 64 KiB into each worker, and out of it.
    private func carry(_ daemon: ServedDaemon) throws(BenchError) {
        let text = String(repeating: "x", count: Self.carried)
        let load = Load(count: Self.carried / Load(count: 1).size + 1)
        for worker in try daemon.workers() {
            let thread = try daemon.startThread(on: worker.name)
            try daemon.startTurn(thread, load, text: text)
            // The worker does one thing after the other: its answer says that the turn is over.
            _ = try daemon.result(of: "model/list", meta: ["worker": .string(worker.name)])
        }
    }

    /// Seconds until all are ready again; `ping` is called all the while.
    private func killAll(
        _ daemon: ServedDaemon, _ events: WorkerEvents, _ ping: () throws(BenchError) -> Void
    ) throws(BenchError) -> Double {
        let clock = MonotonicClock()
        let killed = try daemon.workers()
        var missing = Set(killed.map(\.number))
        let start = clock.now
        for worker in killed { kill(worker.pid, SIGKILL) }
        while true {
            while let entry = try events.next(within: .milliseconds(1)) {
                if entry.name == "ready", entry.generation > 1 { missing.remove(entry.worker) }
                guard !missing.isEmpty else { return start.duration(to: entry.at) / .seconds(1) }
            }
            guard start.duration(to: clock.now) < Self.limit else {
                throw BenchError(.timedOut, "\(missing.count) of \(workers) workers were not back in \(Self.limit)")
            }
            try ping()
        }
    }

    /// Milliseconds that `body` takes.
    private func timed(_ body: () throws(BenchError) -> Void) throws(BenchError) -> Double {
        let clock = MonotonicClock()
        let start = clock.now
        try body()
        return start.duration(to: clock.now) / .milliseconds(1)
    }

    /// Seconds for as many starts of the program as there are workers, as many at once as the daemon does.
    private func bareStarts() throws(BenchError) -> Double {
        let clock = MonotonicClock()
        let start = clock.now
        var running: [Program] = []
        for _ in 0..<workers {
            if running.count == Self.concurrentStarts { _ = try running.removeFirst().line(within: .seconds(30)) }
            let worker = try Program(programs.worker, [], interruption)
            try worker.write(#"{"id":1,"method":"initialize","params":{}}"# + "\n")
            running.append(worker)
        }
        for worker in running { _ = try worker.line(within: .seconds(30)) }
        return start.duration(to: clock.now) / .seconds(1)
    }
}
