package import EventLoop

/// Which status is worth telling: a new one, and at most one a second.
package struct StatusReport: Sendable {
    private var told: (text: String, at: MonotonicInstant)?

    package init() {}

    /// Gives the text when it is to be told now. What was held back is told when it is offered again later.
    package mutating func offer(_ text: String, at now: MonotonicInstant) -> String? {
        if let told, told.text == text || told.at.duration(to: now) < .seconds(1) { return nil }
        told = (text, now)
        return text
    }

    package static func text(ready: Int, workers: Int, openApprovals: Int) -> String {
        "workers ready: \(ready) of \(workers); open approvals: \(openApprovals)"
    }
}
