import ChildProcess
import EventLoop
import Glibc

/// A program that takes part, from its start until it is ended or let go of.
final class Program {
    let pid: CInt
    private let name: String
    private let child: ChildProcess
    private let interruption: Interruption
    private let clock = MonotonicClock()
    private var output: [UInt8] = []
    private var complaints: [UInt8] = []

    private static let keptComplaints = 4_096

    init(
        _ path: String, _ arguments: [String], _ interruption: Interruption
    ) throws(BenchError) {
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.interruption = interruption
        do throws(SpawnError) {
            child = try ChildProcess.spawn(
                Command(
                    path, arguments: arguments, environment: ProcessEnvironment.base(from: ProcessEnvironment.current),
                    stdio: .pipe))
        } catch {
            throw BenchError(.programUnavailable, "\(error)")
        }
        pid = child.pid
    }

    deinit { stop() }

    /// The next line of its output.
    func line(within limit: Duration) throws(BenchError) -> String {
        let deadline = clock.now.advanced(by: limit)
        while true {
            let isOpen = read()
            if let end = output.firstIndex(of: UInt8(ascii: "\n")) {
                defer { output.removeSubrange(...end) }
                return String(decoding: output[..<end], as: UTF8.self)
            }
            guard isOpen else { throw try failure(within: limit) }
            try wait(until: deadline)
        }
    }

    /// Writes to its input, which takes what a pipe holds.
    func write(_ text: String) throws(BenchError) {
        let bytes = Array(text.utf8)
        let written = bytes.withUnsafeBytes { bytes -> FileDescriptor.Transfer in
            switch child.stdin {
            case .some(let stdin): stdin.write(bytes)
            case .none: .end
            }
        }
        guard written == .bytes(bytes.count) else { throw try failure(within: .seconds(1)) }
    }

    /// An error when it has ended, with what it complained of.
    func checkIsRunning() throws(BenchError) {
        _ = read()
        if child.reap() != nil { throw try failure(within: .zero) }
    }

    /// Waits for its own end, which has to be a good one.
    func awaitEnd(within limit: Duration) throws(BenchError) {
        let deadline = clock.now.advanced(by: limit)
        while child.reap() == nil {
            _ = read()
            try wait(until: deadline)
        }
        if child.exitStatus?.isSuccess != true { throw try failure(within: limit) }
    }

    /// Asks it to end.
    func terminate() { child.signal(SIGTERM) }

    /// Kills it, and waits until it has ended.
    func kill() throws(BenchError) {
        child.signal(SIGKILL)
        let deadline = clock.now.advanced(by: Self.patience)
        while child.reap() == nil { try wait(until: deadline) }
    }

    /// Ends it: asked, then killed.
    func stop() {
        terminate()
        let deadline = clock.now.advanced(by: Self.patience)
        while child.reap() == nil, clock.now < deadline {
            _ = read()
            var wanted = pollfd(fd: child.pidfd.rawValue, events: Int16(POLLIN), revents: 0)
            poll(&wanted, 1, 20)
        }
    }

    /// The daemon needs no longer to end its workers.
    private static let patience = Duration.seconds(25)

    private func wait(until deadline: MonotonicInstant) throws(BenchError) {
        let left = clock.now.duration(to: deadline)
        guard left > .zero else { throw BenchError(.timedOut, "\(name) says nothing\(complaint)") }
        var descriptors = [child.pidfd.rawValue]
        if let stdout = child.stdout?.rawValue { descriptors.append(stdout) }
        if let stderr = child.stderr?.rawValue { descriptors.append(stderr) }
        try interruption.wait(for: descriptors, atMost: min(left, .seconds(1)))
    }

    /// Takes what it has written. False when its output has ended.
    private func read() -> Bool {
        var isOpen = true
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { space in
            while true {
                guard case .bytes(let count)? = child.stderr?.read(into: space) else { break }
                complaints += space[..<count]
                complaints.removeFirst(max(0, complaints.count - Self.keptComplaints))
            }
            while true {
                switch child.stdout?.read(into: space) {
                case .bytes(let count)?:
                    output += space[..<count]
                case .wouldBlock?:
                    return
                case .end?, .failed?, nil:
                    isOpen = false
                    return
                }
            }
        }
        return isOpen
    }

    private func failure(within limit: Duration) throws(BenchError) -> BenchError {
        let deadline = clock.now.advanced(by: limit)
        while child.reap() == nil {
            let left = clock.now.duration(to: deadline)
            guard left > .zero else { return BenchError(.programFailed, "\(name) has closed its output") }
            try interruption.wait(for: [child.pidfd.rawValue], atMost: min(left, .seconds(1)))
        }
        _ = read()
        return BenchError(.programFailed, "\(name) \(child.exitStatus.map { "\($0)" } ?? "ended")\(complaint)")
    }

    private var complaint: String {
        let last = String(decoding: complaints, as: UTF8.self).split(separator: "\n").last
        return last.map { ": \($0)" } ?? ""
    }
}
