import ChildProcess
import EventLoop
import Foundation

/// Processes of one daemon's state, by the mark in their environment: workers of each epoch, and all that they start.
struct Leftovers {
    private let mark: String

    /// - Parameter state: the daemon's state directory, which has the id that the marks begin with.
    init(ofState state: String) throws(BenchError) {
        guard let id = FileManager.default.contents(atPath: "\(state)/id"), !id.isEmpty else {
            throw BenchError(.wrongAnswer, "\(state)/id can't be read")
        }
        mark = "\(String(decoding: id, as: UTF8.self).split(separator: "\n").first ?? "")."
    }

    /// Whether the process is one of them, and not another that has taken its number.
    func has(_ pid: CInt) -> Bool { StartEnvironment(of: pid)["BOSUN_WORKER"]?.hasPrefix(mark) == true }

    var pids: [CInt] { Self.processes.filter(has) }

    /// Children of `parent` that have ended and that it has not reaped.
    static func zombies(of parent: CInt) -> [CInt] {
        processes.filter { pid in
            guard let stat = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return false }
            // The name stands in parentheses, and may have blanks and parentheses itself.
            let fields = String(decoding: stat, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 1 && fields[0] == "Z" && CInt(fields[1]) == parent
        }
    }

    /// Kills them until there are none, or for two seconds; gives those that were there.
    func end() throws(BenchError) -> Int {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: .seconds(2))
        var found: Set<CInt> = []
        do throws(SpawnError) {
            repeat {
                let left = pids
                found.formUnion(left)
                for pid in left { kill(pid, SIGKILL) }
                try Subreaper.reapAdopted()
                guard !left.isEmpty else { break }
                usleep(10_000)
            } while clock.now < deadline
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
        return found.count
    }

    private static var processes: [CInt] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { CInt($0) }
    }
}
