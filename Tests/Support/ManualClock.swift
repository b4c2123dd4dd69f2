package import EventLoop
import Synchronization

/// A clock that stands still until a test advances it.
package final class ManualClock: LoopClock {
    private struct State {
        var now = MonotonicInstant(nanoseconds: 1_000_000_000)
        var observers: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var now: MonotonicInstant { state.withLock { $0.now } }

    package var advancesByItself: Bool { false }

    package func onAdvance(_ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.observers.append(body) }
    }

    package func advance(by duration: Duration) {
        let observers = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            return state.observers
        }
        for observer in observers { observer() }
    }
}
