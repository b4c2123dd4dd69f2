/// How many lines of a thread have passed: what it costs to know when a turn last spoke.
///
/// `@unchecked Sendable`: its route cache's fleet alone uses it, on the loop's thread.
final class LineCount: @unchecked Sendable {
    private(set) var lines: UInt64 = 0

    func add() { lines &+= 1 }
}
