import BusProtocol

/// What a soak came to.
struct SoakReport {
    /// What the memory may grow by: threads are loaded one after the other, and each is remembered.
    private static let memoryPart = 0.1
    private static let memorySlack = 1_024.0
    /// A run of so many seconds kills and measures enough to show something.
    private static let tellingSeconds = 30
    /// Connections that come and go.
    private static let descriptorSlack = 16

    var workerKills = 0
    var daemonKills = 0
    /// Of the last daemon, with all workers ready: at its beginning, and at the end.
    var descriptors: (first: Int?, last: Int?)
    /// Of the last daemon, in KiB: a sample a second.
    var memory: [Double] = []
    private(set) var violations: [String] = []
    private(set) var violationCount = 0
    private var outcomes: [CommandOutcome: Int] = [:]
    private var events = 0
    private var replayed = (again: 0, unheard: 0)

    init() { descriptors = (nil, nil) }

    /// Another daemon's life begins.
    mutating func beginLife() {
        memory = []
        descriptors = (nil, nil)
    }

    mutating func take(_ checker: HistoryChecker) {
        violations += checker.violations
        violationCount += checker.violationCount
        outcomes = checker.outcomes
        events = checker.events
        replayed = checker.replayed
    }

    mutating func fail(_ violation: String) {
        violations.append(violation)
        violationCount += 1
    }

    /// Holds the measurements against what they may be; what was not measured shows nothing.
    mutating func judge(seconds: Int) {
        if seconds >= Self.tellingSeconds {
            if workerKills == 0 { fail("no worker was killed") }
            if daemonKills == 0 { fail("the daemon was not killed") }
            if Flatness(memory) == nil { fail("the daemon's memory was not measured") }
            if descriptors.first == nil || descriptors.last == nil { fail("its descriptors were not measured") }
        }
        if replayed.again == 0 { fail("no event that was heard came from a replay again") }
        if let memory = Flatness(memory), !memory.isFlat(within: Self.memoryPart, slack: Self.memorySlack) {
            fail("the daemon's memory grew from \(Report.text(memory.first)) to \(Report.text(memory.last)) KiB")
        }
        if let first = descriptors.first, let last = descriptors.last, last > first + Self.descriptorSlack {
            fail("the daemon's descriptors grew from \(first) to \(last)")
        }
    }

    var text: String {
        let commands = outcomes.map { ("\($0.key.word)", $0.value) }.sorted { $0.0 < $1.0 }
            .map { "\(Report.text(Double($0.1))) \($0.0)" }
        let memory =
            Flatness(memory).map { "\(Report.text($0.first)) to \(Report.text($0.last)) KiB" } ?? "not measured"
        let descriptors =
            if let first = descriptors.first, let last = descriptors.last { "\(first) to \(last)" } else {
                "not measured"
            }
        var lines = [
            "killed: \(workerKills) workers, the daemon \(daemonKills) times",
            "commands: \(commands.joined(separator: ", "))",
            "events: \(Report.text(Double(events))), of them replayed: \(Report.text(Double(replayed.again))) that were heard "
                + "and \(Report.text(Double(replayed.unheard))) that were not",
            "the last daemon's anonymous memory: \(memory); its descriptors: \(descriptors)",
        ]
        if violationCount > 0 { lines.append("broken promises: \(violationCount)") }
        return (lines + violations.prefix(Self.shown).map { "  \($0)" }).joined(separator: "\n")
    }

    private static let shown = 20
}

extension CommandOutcome {
    fileprivate var word: String {
        switch self {
        case .done: "done"
        case .notDone(let reason): reason.rawValue
        case .indeterminate: "indeterminate"
        case .unknown: "cut off by the daemon's death"
        case .wrong: "wrong"
        }
    }
}
