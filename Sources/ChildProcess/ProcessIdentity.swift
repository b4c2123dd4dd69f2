private import CLinux
private import EventLoop
private import Glibc

/// A process, told from every other one that has had its pid since the machine was started.
package struct ProcessIdentity: Sendable, Hashable {
    package let pid: CInt
    /// When it started, in clock ticks since the boot (field 22 of `/proc/<pid>/stat`).
    package let started: UInt64

    package init(pid: CInt, started: UInt64) {
        self.pid = pid
        self.started = started
    }

    /// Of the process that has the pid now; nil when none has, or it may not be seen.
    package init?(of pid: CInt) {
        var process = clinux_process()
        guard clinux_process_read(pid, &process) == 0 else { return nil }
        self.init(pid: pid, started: process.started)
    }

    /// Now, in clock ticks since the boot.
    package static var ticksNow: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        let perSecond = max(1, sysconf(CInt(_SC_CLK_TCK)))
        return UInt64(time.tv_sec * perSecond + time.tv_nsec * perSecond / 1_000_000_000)
    }

    /// The kernel's name for this boot; empty when it can't be read.
    package static let bootID: String = {
        let raw = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard raw >= 0 else { return "" }
        let file = FileDescriptor(owning: raw)
        var bytes = [UInt8](repeating: 0, count: 64)
        guard case .bytes(let count) = bytes.withUnsafeMutableBytes({ file.read(into: $0) }) else { return "" }
        return String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }()
}
