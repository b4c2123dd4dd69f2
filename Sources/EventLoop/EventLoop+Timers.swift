extension EventLoop {
    /// Calls `handler` once, on the loop, when `delay` has passed. A delay of zero or less is due at the next turn.
    @discardableResult
    package func schedule(after delay: Duration, _ handler: @escaping () -> Void) -> TimerID {
        preconditionOnLoop()
        return timers.add(deadline: clock.now.advanced(by: delay), handler)
    }

    /// Forgets a timer; one that has run or was cancelled is ignored.
    package func cancel(_ timer: TimerID) {
        preconditionOnLoop()
        timers.remove(timer)
    }

    func runDueTimers() {
        let now = clock.now
        while let handler = timers.popDue(at: now) { handler() }
    }

    /// How long epoll may wait: -1 for ever. A clock that stands still until it is advanced wakes the loop itself.
    var nanosecondsToNextTimer: Int64 {
        guard let deadline = timers.nextDeadline else { return -1 }
        guard clock.advancesByItself else { return deadline <= clock.now ? 0 : -1 }
        return max(0, deadline.nanoseconds - clock.now.nanoseconds)
    }
}
