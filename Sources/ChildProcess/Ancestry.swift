private import CLinux

/// Whether a process descends from another.
package enum Ancestry: Sendable, Equatable {
    case descends
    case doesNot
    /// It has ended, or may not be seen.
    case gone

    /// Longer lines are a circle of numbers that were used again while they were read.
    private static let longestLine = 1_024
    private static let tries = 4

    /// Looks at the process and those above it. Reads a small file for each, so not on a loop.
    ///
    /// - Parameter ancestor: a subreaper, so that whatever descends from it does so until its end: a process whose parent
    ///   ends is adopted by it.
    package static func of(_ pid: CInt, from ancestor: CInt) -> Ancestry {
        for _ in 0..<tries {
            if let found = tryOnce(pid, ancestor) { return found }
        }
        return .gone
    }

    /// Nil when the line changed while it was read.
    private static func tryOnce(_ pid: CInt, _ ancestor: CInt) -> Ancestry? {
        var process = clinux_process()
        guard pid > 0, clinux_process_read(pid, &process) == 0, !process.ended else { return .gone }
        for _ in 0..<longestLine {
            guard process.parent != ancestor else { return .descends }
            guard process.parent > 1 else { return .doesNot }
            var parent = clinux_process()
            // Who is younger than its child has the number of a parent that has ended.
            guard clinux_process_read(process.parent, &parent) == 0, parent.started <= process.started else {
                return nil
            }
            process = parent
        }
        return nil
    }
}
