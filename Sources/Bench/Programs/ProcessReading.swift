import Foundation

/// What the kernel tells of a running process.
struct ProcessReading {
    let pid: pid_t

    /// CPU time of all its threads so far, in nanoseconds; its children's is not part of it.
    func cpuNanoseconds() throws(BenchError) -> Double {
        var clock = clockid_t()
        var time = timespec()
        let code = clock_getcpuclockid(pid, &clock)
        guard code == 0, clock_gettime(clock, &time) == 0 else {
            throw BenchError(.systemRefused, "CPU time of process \(pid)", errno: code == 0 ? errno : code)
        }
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }

    /// Memory that is its own and no file's, in KiB.
    func anonymousMemory() throws(BenchError) -> Double {
        try Self.value("RssAnon", in: text("status"))
    }

    /// How many descriptors it has open.
    func descriptors() throws(BenchError) -> Int {
        let path = "/proc/\(pid)/fd"
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw BenchError(.systemRefused, "\(path) can't be read")
        }
        return entries.count
    }

    /// How often the thread of that name has waited for something; each time something woke it.
    func waits(ofThread name: String) throws(BenchError) -> Double {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        for task in tasks where try text("task/\(task)/comm") == "\(name)\n" {
            return try Self.value("voluntary_ctxt_switches", in: text("task/\(task)/status"))
        }
        throw BenchError(.systemRefused, "process \(pid) has no thread \(name)")
    }

    /// A number in the text of a `status` file of /proc.
    static func value(_ name: String, in status: String) throws(BenchError) -> Double {
        for line in status.split(separator: "\n") where line.hasPrefix("\(name):") {
            let words = line.dropFirst(name.count + 1).split { $0 == " " || $0 == "\t" }
            if let word = words.first, let number = Double(word) { return number }
        }
        throw BenchError(.systemRefused, "the kernel tells no \(name)")
    }

    private func text(_ file: String) throws(BenchError) -> String {
        let path = "/proc/\(pid)/\(file)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw BenchError(.systemRefused, "\(path) can't be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
