import Supervision
import ChildProcess
import EventLoop
import Glibc
import JSONRPC

/// A process of codex as far as its supervisor can tell: streams, signals, an end. What it answers is in its extensions.
final class SimulatedCodex {
    let pid: Int32
    let home: SimulatedHome
    let worker: String
    unowned let world: World
    weak var owner: SimulatedWorker?

    private(set) var status: ExitStatus?
    private(set) var hasOutputEnded = false
    private var output: [JSON?] = []
    /// In the pipe, and what of it was read but is no whole line yet.
    private var input: [UInt8] = []
    private var unread: [UInt8] = []
    private var takesInput = true
    private var wasFull = false
    private var isReadDue = false
    private var isInputEnded = false
    private let ignoresEndOfFile: Bool
    private let ignoresTerminate: Bool
    private let holdsOutput: Bool
    private let stopsReading: Bool

    // What codex knows
    var isInitialized = false
    var hangs = false
    var hasEndlessTurn = false
    /// What it owes takes a place in the window, up to an hour, and five minutes more.
    var hasLostAnswer = false
    var loaded: Set<String> = []
    var unsubscribed: Set<String> = []
    var turns: [String: SimulatedTurn] = [:]
    var lastTurn = 0
    var nextRequest: Int64 = 0
    /// Its open requests, and the threads that wait for their answers.
    var asked: [Int64: String] = [:]
    var resolved: Set<Int64> = []

    private static let pipe = 4 << 10

    init(pid: Int32, owner: SimulatedWorker, world: World) {
        self.pid = pid
        self.owner = owner
        self.world = world
        home = owner.home
        worker = owner.identity.name
        ignoresEndOfFile = world.faults.fires(.ignoresEndOfFile)
        ignoresTerminate = world.faults.fires(.ignoresTerminate)
        holdsOutput = world.faults.fires(.grandchildHoldsOutput)
        stopsReading = world.faults.fires(.stopsReading)
        plan(.crashInTime, within: 600_000) { $0.crash() }
        plan(.outputCloses, within: 100_000) { $0.endOutput() }
        plan(.inputCloses, within: 100_000) { $0.takesInput = false }
    }

    /// What is to go wrong some time in this life, unless the faults have ended by then.
    private func plan(_ site: FaultSite, within milliseconds: Double, _ body: @escaping (SimulatedCodex) -> Void) {
        guard world.faults.fires(site) else { return }
        after(world.random.milliseconds(1, milliseconds)) { codex in
            if codex.world.faults.areOn { body(codex) }
        }
    }

    var isAlive: Bool { status == nil }

    /// Whether it can't serve any more, though it lives.
    var isBroken: Bool { hangs || hasEndlessTurn || hasLostAnswer || hasOutputEnded || !takesInput || stopsReading }

    func after(_ delay: Duration, _ body: @escaping (SimulatedCodex) -> Void) {
        world.agenda.schedule(after: delay) { [weak self] in
            guard let self, isAlive else { return }
            body(self)
        }
    }

    // MARK: Its output

    /// Writes a line; nil is one that is no message.
    func say(_ line: JSON?) {
        guard isAlive, !hasOutputEnded else { return }
        world.note(worker) { "process \(pid) says \(line.map { "\($0)" } ?? "no message")" }
        let wasEmpty = output.isEmpty
        output.append(line)
        if wasEmpty { tellReadable() }
    }

    private func tellReadable() {
        world.agenda.schedule(after: .microseconds(Int64(world.random.next() % 2_000))) { [weak self] in
            guard let self else { return }
            owner?.readOutput(of: self)
        }
    }

    func takeOutput() -> [JSON?] {
        defer { output = [] }
        return output
    }

    private func endOutput() {
        guard !hasOutputEnded else { return }
        hasOutputEnded = true
        tellReadable()
    }

    // MARK: Its input

    func write(_ bytes: UnsafeRawBufferPointer) -> FileDescriptor.Transfer {
        guard isAlive, takesInput else { return .failed(errno: EPIPE) }
        let room = Self.pipe - input.count
        guard room > 0 else {
            wasFull = true
            return .wouldBlock
        }
        let taken = min(room, bytes.count)
        input.append(contentsOf: bytes.prefix(taken))
        if !isReadDue, !stopsReading {
            isReadDue = true
            after(.microseconds(Int64(20 + world.random.next() % 3_000))) { $0.read() }
        }
        return .bytes(taken)
    }

    private func read() {
        isReadDue = false
        unread += input
        input = []
        while isAlive, takesInput, let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
            let line = Array(unread[..<end])
            unread.removeSubrange(...end)
            guard !hangs, let message = try? JSON(parsing: line) else { continue }
            handle(message)
        }
        guard wasFull, isAlive else { return }
        wasFull = false
        owner?.inputIsWritable(of: self)
    }

    /// The daemon closed its end.
    func inputClosed() {
        guard isAlive, !isInputEnded else { return }
        isInputEnded = true
        guard !ignoresEndOfFile, !hangs else { return }
        after(world.random.milliseconds(1, 2_000)) { $0.end(.exited(code: 0)) }
    }

    // MARK: Its end

    func signal(_ signal: CInt) {
        guard isAlive else { return }
        switch signal {
        case SIGKILL:
            let delay: Duration = world.faults.fires(.slowToDie) ? world.random.milliseconds(10, 8_000) : .zero
            after(delay) { $0.end(.signaled(signal: SIGKILL, coreDumped: false)) }
        case SIGTERM where !ignoresTerminate:
            after(world.random.milliseconds(1, 100)) { $0.end(.signaled(signal: SIGTERM, coreDumped: false)) }
        default: break
        }
    }

    func crash() {
        end(world.random.chance(0.5) ? .exited(code: 101) : .signaled(signal: SIGSEGV, coreDumped: true))
    }

    func end(_ status: ExitStatus) {
        guard isAlive else { return }
        self.status = status
        let (home, pid) = (home, pid)
        world.note(worker) { "process \(pid) \(status)" }
        let threads = loaded.filter { home.writers[$0] == pid }
        func unlock() { for thread in threads where home.writers[thread] == pid { home.writers[thread] = nil } }
        if !threads.isEmpty, world.faults.fires(.lockLingers) {
            world.agenda.schedule(after: world.random.milliseconds(100, 60_000)) { unlock() }
        } else {
            unlock()
        }
        if holdsOutput {
            world.agenda.schedule(after: world.random.milliseconds(100, 10_000)) { [weak self] in self?.endOutput() }
        } else {
            endOutput()
        }
        // The end is told to whoever holds the process, who is the last to do so.
        world.agenda.schedule(after: .microseconds(Int64(world.random.next() % 3_000))) { [self] in
            owner?.readExit(of: self)
        }
    }
}
