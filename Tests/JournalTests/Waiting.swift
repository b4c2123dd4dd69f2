import EventLoop
import Glibc
import TestSupport

/// Waits for it, with a deadline that only a hang can reach.
func eventually(_ what: String, _ condition: () throws -> Bool) throws {
    let deadline = MonotonicClock().now.advanced(by: .seconds(30))
    while try !condition() {
        guard MonotonicClock().now < deadline else { throw TestFailure("waited in vain: \(what)") }
        usleep(1_000)
    }
}
