import JSONRPC
import BusProtocol
import EventLoop
import Glibc

/// The daemon of a soak: started, killed and started again over the same directories.
final class SoakedDaemon {
    let endpoints: Endpoints
    let stateDirectory: String
    private let bosun: String
    private let configuration: String
    private let interruption: Interruption
    private var program: Program?

    init(
        _ programs: Programs, in directory: borrowing WorkDirectory, workers: Int, _ interruption: Interruption
    ) throws(BenchError) {
        let path = directory.path
        endpoints = Endpoints(runDirectory: "\(path)/run")
        stateDirectory = "\(path)/state"
        bosun = programs.bosun
        configuration = "\(path)/bosun.toml"
        self.interruption = interruption
        // Patience is short, so that much happens: a worker that hangs is noticed while the soak runs. The ring of deltas is
        // small, so that it is full at once: what grows then is what should not.
        let text = """
            run_dir = "\(path)/run"
            state_dir = "\(stateDirectory)"
            events_hwm = 0
            deltas_size = "1 MiB"
            [[group]]
            name = "main"
            command = ["\(programs.worker)"]
            codex_home = "\(path)/home"
            workers = \(workers)
            backoff_base = "200ms"
            backoff_cap = "2s"
            liveness_silence = "4s"
            liveness_answer = "4s"
            liveness_misses = 2
            stop_eof = "500ms"
            stop_term = "500ms"
            idle_threads = "off"

            """
        try Self.write(text, to: configuration)
    }

    deinit { stop() }

    var pid: CInt? { program?.pid }

    func start() throws(BenchError) {
        program = try Program(bosun, ["serve", "--config", configuration], interruption)
    }

    func client() throws(BenchError) -> CommandClient {
        guard let program else { throw BenchError(.programFailed, "there is no daemon") }
        return try CommandClient(endpoints.commands, of: program, interruption)
    }

    func workers() throws(BenchError) -> [ServedDaemon.Worker] {
        try ServedDaemon.workers(in: client().result(of: "worker/list"))
    }

    /// As a machine that is short of memory would end it.
    func kill() throws(BenchError) {
        try program?.kill()
        program = nil
    }

    /// An error when it has ended by itself.
    func checkIsRunning() throws(BenchError) { try program?.checkIsRunning() }

    /// Asks it to end, and waits for that; an error when its end is not a good one.
    func end() throws(BenchError) {
        program?.terminate()
        try program?.awaitEnd(within: .seconds(30))
        program = nil
    }

    /// Ends it by whatever it takes.
    func stop() {
        program?.stop()
        program = nil
    }

    private static func write(_ text: String, to path: String) throws(BenchError) {
        let raw = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard raw >= 0 else { throw BenchError(.systemRefused, path, errno: errno) }
        let file = FileDescriptor(owning: raw)
        guard case .bytes(text.utf8.count) = Array(text.utf8).withUnsafeBytes({ file.write($0) }) else {
            throw BenchError(.systemRefused, path, errno: errno)
        }
    }
}
