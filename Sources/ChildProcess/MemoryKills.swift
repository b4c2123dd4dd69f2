private import EventLoop
private import Glibc

/// How often the kernel has killed processes for want of memory, where a worker would be counted.
///
/// The worker's own cgroup, if memory is accounted there (v2: `memory.events`, the kills below it, too; v1:
/// `memory.oom_control`); else the whole machine, of `/proc/vmstat`.
package struct MemoryKills: Sendable, Hashable {
    /// The file that has the count.
    package let path: String
    package let count: UInt64

    package init(path: String, count: UInt64) {
        self.path = path
        self.count = count
    }

    /// Reads the counter of a process. Two small files that the kernel makes up, some 30 µs: a loop may do that. Nil when
    /// there is no counter, or when the process is gone.
    package init?(of pid: CInt, root: String = "/sys/fs/cgroup") {
        guard let text = Self.text("/proc/\(pid)/cgroup") else { return nil }
        for path in Self.candidates(cgroups: text, root: root) {
            guard let count = Self.text(path).flatMap(Self.kills(in:)) else { continue }
            self.init(path: path, count: count)
            return
        }
        return nil
    }

    /// The counter as it is now; nil when its cgroup is gone.
    package var now: MemoryKills? {
        Self.text(path).flatMap(Self.kills(in:)).map { MemoryKills(path: path, count: $0) }
    }

    /// Whether an end was the kernel's, for memory: a SIGKILL that the daemon did not send, and a count that has grown.
    ///
    /// A guess where the counter is the machine's, or the workers share a cgroup: another one may have been meant.
    package static func explain(
        _ status: ExitStatus, sentByUs: Bool, before: MemoryKills?, after: MemoryKills?
    ) -> Bool {
        guard case .signaled(signal: SIGKILL, _) = status, !sentByUs, let before, let after else { return false }
        return before.path == after.path && after.count > before.count
    }

    /// Where the counter may be, the nearest first.
    ///
    /// - Parameter cgroups: what `/proc/<pid>/cgroup` says: `number:controllers:path`, v2 with number 0 and no controllers.
    static func candidates(cgroups: String, root: String) -> [String] {
        var first: [String] = []
        var second: [String] = []
        for line in cgroups.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let path = parts[2] == "/" ? "" : parts[2]
            if parts[1].split(separator: ",").contains("memory") {
                first.append("\(root)/memory\(path)/memory.oom_control")
            } else if parts[0] == "0" {
                second.append("\(root)\(path)/memory.events")
            }
        }
        return first + second + ["/proc/vmstat"]
    }

    /// The number behind `oom_kill`, which all three files have on a line.
    static func kills(in text: String) -> UInt64? {
        for line in text.split(separator: "\n") where line.hasPrefix("oom_kill ") {
            return UInt64(line.dropFirst("oom_kill ".count))
        }
        return nil
    }

    private static func text(_ path: String) -> String? {
        let raw = open(path, O_RDONLY | O_CLOEXEC)
        guard raw >= 0 else { return nil }
        let file = FileDescriptor(owning: raw)
        var collected: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 8 << 10, alignment: 1)
        defer { chunk.deallocate() }
        while case .bytes(let count) = file.read(into: chunk) { collected += chunk[..<count] }
        return String(decoding: collected, as: UTF8.self)
    }
}
