import EventLoop

/// Something that happened in a run.
package struct TraceLine: Sendable, Hashable, CustomStringConvertible {
    package let at: Duration
    package let subject: String
    package let text: String

    package var description: String {
        let milliseconds = at.milliseconds
        let fraction = String(milliseconds % 1_000 + 1_000).dropFirst()
        return "\(milliseconds / 1_000).\(fraction) s  \(subject): \(text)"
    }
}
