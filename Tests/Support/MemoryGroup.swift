import EventLoop
package import Glibc

/// A memory cgroup below this process's own, gone with its owner: v1 or v2, where the machine lets one be made.
package final class MemoryGroup {
    package let path: String

    package static let isPossible: Bool = (try? MemoryGroup(limit: 64 << 20)) != nil

    /// - Parameter limit: in bytes.
    package init(limit: Int) throws {
        let cgroups = try Self.text("/proc/self/cgroup").split(separator: "\n")
            .map { $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false) }
        let first = cgroups.first { $0.count == 3 && $0[1].split(separator: ",").contains("memory") }
        guard let own = first ?? cgroups.first(where: { $0.count == 3 && $0[0] == "0" }) else {
            throw TestFailure("no cgroup")
        }
        let name = "bosun-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        path = "/sys/fs/cgroup\(first == nil ? "" : "/memory")\(own[2] == "/" ? "" : own[2])/\(name)"
        try check("mkdir \(path)", mkdir(path, 0o755))
        do {
            try write("\(limit)", to: first == nil ? "memory.max" : "memory.limit_in_bytes")
            guard access("\(path)/cgroup.procs", W_OK) == 0 else { throw TestFailure("not delegated") }
        } catch {
            rmdir(path)
            throw error
        }
    }

    /// Moves a process with all its threads; what it starts from then on is there, too.
    package func take(_ pid: pid_t) throws { try write("\(pid)", to: "cgroup.procs") }

    deinit {
        // The kernel keeps it until its processes are gone.
        for _ in 0..<2_000 where rmdir(path) != 0 && errno == EBUSY { usleep(5_000) }
    }

    private func write(_ text: String, to name: String) throws {
        let file = try FileDescriptor(opening: "\(path)/\(name)", O_WRONLY | O_CLOEXEC)
        let written = Array(text.utf8).withUnsafeBytes { file.write($0) }
        guard written == .bytes(text.utf8.count) else { throw TestFailure("\(name): \(written)") }
    }

    private static func text(_ path: String) throws -> String {
        let file = try FileDescriptor(opening: path, O_RDONLY | O_CLOEXEC)
        var buffer = [UInt8](repeating: 0, count: 8_192)
        guard case .bytes(let count) = buffer.withUnsafeMutableBytes({ file.read(into: $0) }) else { return "" }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
