package import BusProtocol
package import Fleet

/// Who asked for a reload. One is under way at a time; whoever asks meanwhile is answered by the next one, which reads the
/// file after they asked.
package struct ReloadQueue {
    package enum Asker: Sendable, Hashable {
        case client(CommandToken, command: CommandID)
        case signal
    }

    package enum Place: Sendable, Hashable {
        /// The reload begins now.
        case begins
        /// The next one is for this asker, too.
        case waits
        case full
    }

    /// Clients that may wait.
    package static let limit = 1_000

    package private(set) var isUnderWay = false
    private var served: [Asker] = []
    private var waiting: [Asker] = []

    package init() {}

    package mutating func ask(_ asker: Asker) -> Place {
        guard isUnderWay else {
            isUnderWay = true
            served = [asker]
            return .begins
        }
        // One signal says what many do.
        if asker == .signal, waiting.contains(.signal) { return .waits }
        guard waiting.count < Self.limit else { return .full }
        waiting.append(asker)
        return .waits
    }

    /// No reload is to come any more: gives all that wait for one.
    package mutating func abandon() -> [Asker] {
        defer { (served, waiting, isUnderWay) = ([], [], false) }
        return served + waiting
    }

    /// The reload is over: gives those that it was for, and whether the next one begins now.
    package mutating func finish() -> (askers: [Asker], goesOn: Bool) {
        let askers = served
        served = waiting
        waiting = []
        isUnderWay = !served.isEmpty
        return (askers, isUnderWay)
    }
}
