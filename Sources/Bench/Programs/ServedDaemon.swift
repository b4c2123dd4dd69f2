import BusProtocol
import EventLoop
import JSONRPC
import ZeroMQ

/// `bosun serve` as a process of its own, with bench-workers, and a client that gives it commands.
final class ServedDaemon {
    let endpoints: Endpoints
    private let program: Program
    private let client: CommandClient
    private let interruption: Interruption

    private static let startLimit = Duration.seconds(30)

    /// Starts it in `directory` and waits until all its workers are ready.
    init(
        _ programs: Programs, in directory: borrowing WorkDirectory, workers: Int = 1,
        stdio: BenchOptions.Stdio = .pipe, _ interruption: Interruption
    ) throws(BenchError) {
        let path = directory.path
        endpoints = Endpoints(runDirectory: "\(path)/run")
        self.interruption = interruption
        program = try Program(
            programs.bosun,
            [
                "serve", "--run-dir", endpoints.runDirectory, "--state-dir", "\(path)/state", "--codex-home",
                "\(path)/home", "--workers", "\(workers)", "--stdio", stdio.rawValue, "--events-hwm", "0", "--",
                programs.worker,
            ], interruption)
        client = try CommandClient(endpoints.commands, of: program, interruption)
        try awaitWorkers()
    }

    var reading: ProcessReading { ProcessReading(pid: program.pid) }

    /// Ends it and waits for that.
    func stop() { program.stop() }

    /// A new thread's id.
    func startThread() throws(BenchError) -> String {
        guard let id = try client.result(of: "thread/start")["thread"]?["id"]?.stringValue else {
            throw BenchError(.wrongAnswer, "thread/start gave no thread")
        }
        return id
    }

    /// Lets the worker write its deltas; the answer comes before them.
    func startTurn(_ thread: String, _ load: Load) throws(BenchError) {
        _ = try client.result(
            of: "turn/start", ["threadId": .string(thread), "input": [], "bench": load.params])
    }

    private func awaitWorkers() throws(BenchError) {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: Self.startLimit)
        while true {
            let workers = try client.result(of: "worker/list")["workers"]?.arrayValue ?? []
            if !workers.isEmpty, workers.allSatisfy({ $0["state"]?.stringValue == "ready" }) { return }
            guard clock.now < deadline else { throw BenchError(.timedOut, "the daemon's workers do not get ready") }
            try interruption.wait(atMost: .milliseconds(10))
        }
    }
}
