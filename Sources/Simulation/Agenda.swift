import EventLoop

/// Virtual time and what is to happen in it, with the loop's own queue of timers: the counterpart of `EventLoop`.
final class Agenda {
    // Not at zero, so that a moment before the start is no special one.
    private(set) var now = MonotonicInstant(nanoseconds: 1_000_000_000_000)
    private var timers = TimerQueue()
    private(set) var happened = 0

    @discardableResult
    func schedule(after delay: Duration, _ body: @escaping () -> Void) -> TimerID {
        timers.add(deadline: now.advanced(by: max(.zero, delay)), body)
    }

    func cancel(_ timer: TimerID) { timers.remove(timer) }

    var waiting: Int { timers.count }

    /// Lets everything happen that is due until then; stops early when `goesOn` says so.
    func run(until end: MonotonicInstant, while goesOn: () -> Bool = { true }) {
        while goesOn(), let next = timers.nextDeadline, next <= end {
            now = max(now, next)
            guard let body = timers.popDue(at: now) else { continue }
            happened += 1
            body()
        }
        if goesOn() { now = max(now, end) }
    }
}
