import TestSupport
import ChildProcess
import EventLoop
import Glibc

/// Waits of the tests: each ends with a failure after 20 seconds.
let testDeadline: Duration = .seconds(20)

/// Waits until `condition` holds, which nothing can be watched for.
func eventually(_ what: String, _ condition: () throws -> Bool) throws {
    let deadline = MonotonicClock().now.advanced(by: testDeadline)
    while try !condition() {
        guard MonotonicClock().now < deadline else { throw TestFailure("not within the deadline: \(what)") }
        usleep(2_000)
    }
}

func awaitReadable(_ descriptor: CInt) throws {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    var count: CInt
    repeat { count = poll(&entry, 1, CInt(testDeadline.milliseconds)) } while count < 0 && errno == EINTR
    guard count == 1 else { throw TestFailure("descriptor \(descriptor) did not become readable") }
}

extension ChildProcess {
    /// Waits for the end and reaps.
    @discardableResult
    func awaitEnd() throws -> ExitStatus {
        try awaitReadable(pidfd.rawValue)
        guard let status = reap() else { throw TestFailure("a readable pidfd without a status") }
        return status
    }

    /// What comes from stdout, until its end or until it holds `text`.
    func output(until text: String? = nil) throws -> String {
        guard let descriptor = stdout?.rawValue else { throw TestFailure("stdout is closed") }
        return try readText(descriptor, until: text)
    }

    func errorOutput() throws -> String {
        guard let descriptor = stderr?.rawValue else { throw TestFailure("stderr is closed") }
        return try readText(descriptor)
    }

    private func readText(_ descriptor: CInt, until text: String? = nil) throws -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            try awaitReadable(descriptor)
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { throw TestFailure("read: \(errno)") }
            bytes.append(contentsOf: chunk[..<count])
            let soFar = String(decoding: bytes, as: UTF8.self)
            if count == 0 { return soFar }
            if let text, soFar.contains(text) { return soFar }
        }
    }

    /// Runs a command to its end.
    static func run(_ command: Command) throws -> (status: ExitStatus, output: String, errors: String) {
        let child = try spawn(command)
        child.stdin = nil
        let output = try child.output()
        let errors = try child.errorOutput()
        return (try child.awaitEnd(), output, errors)
    }
}

extension Command {
    static func shell(_ script: String, stdio: Stdio = .socketPair) -> Command {
        Command("/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"], stdio: stdio)
    }
}

/// Entries of a directory, without the one that reading it takes.
func entries(of directory: String) throws -> [String] {
    guard let stream = opendir(directory) else { throw TestFailure("opendir \(directory): \(errno)") }
    defer { closedir(stream) }
    let own = String(dirfd(stream))
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." && name != own { names.append(name) }
    }
    return names
}

/// What a descriptor of this process is open on, as /proc tells it.
func target(of descriptor: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
}

/// How many pipes, sockets and pidfds this process has open: what a spawn opens and the test's own runtime does not.
func streamCount() throws -> Int {
    try entries(of: "/proc/self/fd").compactMap { CInt($0) }.map(target(of:)).count {
        $0.hasPrefix("pipe:") || $0.hasPrefix("socket:") || $0.hasSuffix("[pidfd]")
    }
}

/// A process that exists: its state as /proc tells it, "Z" for an ended one that nobody has reaped; nil when there is none.
func processState(_ pid: CInt) -> String? {
    guard let file = try? FileDescriptor(opening: "/proc/\(pid)/stat", O_RDONLY | O_CLOEXEC) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1024)
    guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ file.read(into: $0) }) else { return nil }
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let bracket = text.lastIndex(of: ")") else { return nil }
    return text[bracket...].split(separator: " ").dropFirst().first.map(String.init)
}

/// True unless the process is gone or only waits to be reaped.
func isAlive(_ pid: CInt) -> Bool {
    processState(pid).map { $0 != "Z" && $0 != "X" } ?? false
}
