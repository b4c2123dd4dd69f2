import Foundation
import BusProtocol
import EventLoop
import JSONRPC
import ZeroMQ

/// `bosun serve` as a process of its own, with bench-workers, and a client that gives it commands.
final class ServedDaemon {
    let endpoints: Endpoints
    /// The endpoint of its events.
    let events: String
    private let program: Program
    private let client: CommandClient
    private let interruption: Interruption

    private static let startLimit = Duration.seconds(60)

    /// A worker as the daemon describes it.
    struct Worker {
        let name: String
        let number: UInt64
        let generation: UInt32
        let state: String
        /// 0 when no process runs.
        let pid: CInt
        let spawnRetries: Int
        let failures: Int
        /// Requests that it has not answered yet.
        let inFlight: Int
    }

    /// Starts it in `directory` and waits until all its workers are ready.
    ///
    /// - Parameters:
    ///   - highWaterMark: how many events may wait for a subscriber, 0: any number; nil: the daemon's own default.
    ///   - command: the worker's program; nil for bench-worker itself.
    ///   - settings: what its configuration file has; nil: there is none.
    init(
        _ programs: Programs, in directory: borrowing WorkDirectory, workers: Int = 1,
        stdio: BenchOptions.Stdio = .pipe, highWaterMark: Int? = 0, command: String? = nil,
        settings: String? = nil, _ interruption: Interruption
    ) throws(BenchError) {
        let path = directory.path
        var configuration: [String] = []
        if let settings { configuration = ["--config", try directory.write(settings, to: "bosun.toml")] }
        endpoints = Endpoints(runDirectory: "\(path)/run")
        events = "ipc://\(SocketPaths(runDirectory: "\(path)/run").events)"
        self.interruption = interruption
        program = try Program(
            programs.bosun,
            [
                "serve", "--run-dir", "\(path)/run", "--state-dir", directory.state, "--codex-home",
                "\(path)/home", "--workers", "\(workers)", "--stdio", stdio.rawValue,
            ] + configuration + (highWaterMark.map { ["--events-hwm", "\($0)"] } ?? []) + [
                "--", command ?? programs.worker,
            ],
            interruption)
        client = try CommandClient(endpoints.commands, of: program, interruption)
        try awaitWorkers()
    }

    var reading: ProcessReading { ProcessReading(pid: program.pid) }

    /// Ends it and waits for that.
    func stop() { program.stop() }

    /// The result of a command.
    func result(of method: String, _ params: JSON = [:], meta: JSON? = nil) throws(BenchError) -> JSON {
        try client.result(of: method, params, meta: meta)
    }

    func workers() throws(BenchError) -> [Worker] {
        try Self.workers(in: client.result(of: "worker/list"))
    }

    /// The workers that a `worker/list` gave.
    static func workers(in result: JSON?) throws(BenchError) -> [Worker] {
        try (result?["workers"]?.arrayValue ?? []).map { (entry) throws(BenchError) in
            guard let name = entry["worker"]?.stringValue, let number = entry["number"]?.intValue,
                let state = entry["state"]?.stringValue
            else { throw BenchError(.wrongAnswer, "worker/list: \(entry)") }
            return Worker(
                name: name, number: UInt64(number), generation: UInt32(entry["generation"]?.intValue ?? 0),
                state: state, pid: CInt(entry["pid"]?.intValue ?? 0),
                spawnRetries: Int(entry["spawnRetries"]?.intValue ?? 0),
                failures: Int(entry["failures"]?.intValue ?? 0), inFlight: Int(entry["inFlight"]?.intValue ?? 0))
        }
    }

    /// A new thread's id, of that worker or of any.
    func startThread(on worker: String? = nil) throws(BenchError) -> String {
        let meta: JSON? = worker.map { ["worker": .string($0)] }
        guard let id = try client.result(of: "thread/start", meta: meta)["thread"]?["id"]?.stringValue else {
            throw BenchError(.wrongAnswer, "thread/start gave no thread")
        }
        return id
    }

    /// Lets the worker write its deltas; the answer comes before them.
    func startTurn(_ thread: String, _ load: Load, text: String = "") throws(BenchError) {
        _ = try client.result(
            of: "turn/start",
            [
                "threadId": .string(thread), "input": [["type": "text", "text": .string(text)]],
                "bench": load.params,
            ])
    }

    private func awaitWorkers() throws(BenchError) {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: Self.startLimit)
        while true {
            let workers = try workers()
            if !workers.isEmpty, workers.allSatisfy({ $0.state == "ready" }) { return }
            guard clock.now < deadline else { throw BenchError(.timedOut, "the daemon's workers do not get ready") }
            // The list of many takes the daemon a while, which has better things to do meanwhile.
            try interruption.wait(atMost: .milliseconds(max(10, workers.count / 4)))
        }
    }
}
