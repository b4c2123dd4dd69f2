import Foundation
import Glibc

/// What the kernel tells about processes.
enum ProcFS {
    /// The processes that were started with `NAME=` and a value that begins so.
    static func processes(carrying start: String) -> Set<pid_t> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let wanted = Array(start.utf8)
        return Set(
            names.compactMap { pid_t($0) }.filter { pid in
                bytes("/proc/\(pid)/environ").split(separator: 0).contains { $0.starts(with: wanted) }
            })
    }

    /// Whether it runs: one that has ended and waits to be reaped does not.
    static func isRunning(_ pid: pid_t) -> Bool {
        let stat = String(decoding: bytes("/proc/\(pid)/stat"), as: UTF8.self)
        return stat.split(separator: ") ").last.map { !$0.hasPrefix("Z") } ?? false
    }

    static func arguments(of pid: pid_t) -> [String] {
        bytes("/proc/\(pid)/cmdline").split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Its children, those that have ended and wait to be reaped among them.
    static func children(of pid: pid_t) -> [pid_t] {
        // Each thread has its own.
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return threads.flatMap { thread in
            String(decoding: bytes("/proc/\(pid)/task/\(thread)/children"), as: UTF8.self).split(separator: " ")
                .compactMap { pid_t($0) }
        }
    }

    /// The names of its threads.
    static func threads(of pid: pid_t) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task").map { thread in
            String(decoding: bytes("/proc/\(pid)/task/\(thread)/comm"), as: UTF8.self).filter { !$0.isNewline }
        }
    }

    static func descriptors(of pid: pid_t) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")) ?? []
        return names.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\($0)") }
    }

    /// A line of `/proc/<pid>/status` in KiB, such as `RssAnon`.
    static func kibibytes(_ name: String, of pid: pid_t) -> Int? {
        String(decoding: bytes("/proc/\(pid)/status"), as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix("\(name):") }.flatMap { Int($0.filter(\.isNumber)) }
    }

    private static func bytes(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while case let count = read(file, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
        return bytes
    }
}
