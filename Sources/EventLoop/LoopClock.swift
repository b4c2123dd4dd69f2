/// Where a loop gets its time.
package protocol LoopClock: Sendable {
    var now: MonotonicInstant { get }

    /// False for a clock that a test advances: the loop then waits for `onAdvance`'s call instead of a timeout.
    var advancesByItself: Bool { get }

    /// Asks the clock to call `body` each time it was advanced by hand.
    func onAdvance(_ body: @escaping @Sendable () -> Void)
}
