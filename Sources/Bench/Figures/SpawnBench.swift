import EventLoop
import Foundation
import JSONRPC

/// Starts of a program that is written to all the while: the kernel refuses some of them (ETXTBSY), and none may fail.
struct SpawnBench {
    let programs: Programs
    let interruption: Interruption
    let count: Int

    struct Run {
        let spawned: Int
        /// Starts that were refused at first.
        let retries: Int
        let failures: Int
    }

    private static let workers = 20
    /// How long the program is open for writing, and how long it is not: each of the daemon's eight tries has its own chance,
    /// so that with 3 and 3 one start in 256 would meet a writer eight times.
    private static let writing = Duration.milliseconds(3)
    private static let pause = Duration.milliseconds(15)
    private static let limit = Duration.seconds(60)

    func run() throws(BenchError) -> Run {
        let directory = try WorkDirectory()
        let program = try RewrittenProgram(at: "\(directory.path)/worker", running: programs.worker)
        let daemon = try ServedDaemon(
            programs, in: directory, workers: Self.workers, command: program.path, interruption)
        defer { daemon.stop() }
        let events = try WorkerEvents(daemon.endpoints, interruption)
        let clock = MonotonicClock()
        var spawned = 0
        while spawned < count {
            var missing: Set<UInt64> = []
            for worker in try daemon.workers() {
                _ = try daemon.result(of: "worker/restart", ["worker": .string(worker.name)])
                missing.insert(worker.number)
            }
            spawned += missing.count
            let deadline = clock.now.advanced(by: Self.limit)
            while !missing.isEmpty {
                try program.rewrite { () throws(BenchError) in
                    let end = clock.now.advanced(by: Self.writing)
                    while clock.now < end, let entry = try events.next(within: clock.now.duration(to: end)) {
                        if entry.name == "ready" { missing.remove(entry.worker) }
                    }
                }
                guard clock.now < deadline else {
                    throw BenchError(.timedOut, "\(missing.count) workers were not restarted within \(Self.limit)")
                }
                try interruption.wait(atMost: Self.pause)
            }
        }
        let workers = try daemon.workers()
        return Run(
            spawned: spawned, retries: workers.reduce(0) { $0 + $1.spawnRetries },
            failures: workers.reduce(0) { $0 + $1.failures })
    }
}

/// A script that starts a worker and is rewritten: by turns in place, and by a rename over it.
///
/// A script, because a program that runs can't be opened for writing at all. What is written is what stood there.
private struct RewrittenProgram {
    let path: String
    private let text: String

    init(at path: String, running worker: String) throws(BenchError) {
        self.path = path
        text = "#!/bin/sh\nexec '\(worker)'\n"
        try write(to: path, flags: O_CREAT | O_TRUNC)
    }

    /// Rewrites it; `body` runs while it is open for writing.
    func rewrite(_ body: () throws(BenchError) -> Void) throws(BenchError) {
        try write(to: path, flags: 0, while: body)
        let other = "\(path).new"
        try write(to: other, flags: O_CREAT | O_TRUNC)
        guard rename(other, path) == 0 else { throw BenchError(.systemRefused, "rename", errno: errno) }
    }

    private func write(
        to path: String, flags: CInt, while body: () throws(BenchError) -> Void = {}
    ) throws(BenchError) {
        var raw = open(path, O_WRONLY | O_CLOEXEC | flags, 0o755)
        // The other way round it is refused, too: while somebody starts it.
        while raw < 0, errno == ETXTBSY { raw = open(path, O_WRONLY | O_CLOEXEC | flags, 0o755) }
        guard raw >= 0 else { throw BenchError(.systemRefused, path, errno: errno) }
        let file = FileDescriptor(owning: raw)
        guard case .bytes(text.utf8.count) = Array(text.utf8).withUnsafeBytes({ file.write($0) }) else {
            throw BenchError(.systemRefused, path, errno: errno)
        }
        try body()
    }
}
