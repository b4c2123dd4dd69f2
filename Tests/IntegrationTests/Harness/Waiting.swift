import TestSupport
import EventLoop
import Glibc

/// How long a test waits for what must come. Generous: the machine may be busy with other things.
let patience = Duration.seconds(60)

/// Asks until `body` gives something; throws when it does not in time.
func eventually<T>(_ what: String, within limit: Duration = patience, _ body: () throws -> T?) throws -> T {
    let clock = MonotonicClock()
    let deadline = clock.now.advanced(by: limit)
    while true {
        if let value = try body() { return value }
        guard clock.now < deadline else { throw TestFailure("waited \(limit) in vain: \(what)") }
        usleep(5_000)
    }
}

/// Asks until `body` says yes; throws when it does not in time.
func eventually(_ what: String, within limit: Duration = patience, _ body: () throws -> Bool) throws {
    let _: Bool = try eventually(what, within: limit) { try body() ? true : nil }
}
