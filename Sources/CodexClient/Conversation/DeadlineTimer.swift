package import EventLoop

/// One timer of a loop for many deadlines: armed for the earliest that it was told.
///
/// Loop-confined, as is whoever owns it.
package final class DeadlineTimer {
    private let loop: EventLoop
    private var armed: (id: TimerID, at: MonotonicInstant)?

    package init(on loop: EventLoop) { self.loop = loop }

    /// Has `handler` called at `deadline`, unless it is called earlier anyway.
    package func arm(_ deadline: MonotonicInstant?, _ handler: @escaping () -> Void) {
        guard let deadline else { return }
        if let armed {
            guard deadline < armed.at else { return }
            loop.cancel(armed.id)
        }
        let id = loop.schedule(after: loop.clock.now.duration(to: deadline)) { [weak self] in
            self?.armed = nil
            handler()
        }
        armed = (id, deadline)
    }

    package func disarm() {
        if let armed { loop.cancel(armed.id) }
        armed = nil
    }
}
