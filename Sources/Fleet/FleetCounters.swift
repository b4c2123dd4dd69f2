package import JSONRPC

/// What an operator wants to see grow, or not.
package struct FleetCounters: Sendable, Equatable {
    package var commands = 0
    package var malformedLines = 0
    package var approvalsOpened = 0
    /// Refused at once, since the worker had too many open.
    package var approvalsRefused = 0
    /// Given to workers though the journal could not be written.
    package var answersUnrecorded = 0
    package var threadsLost = 0
    package var turnsInterrupted = 0
    package var turnsStalled = 0

    package init() {}

    package var json: JSON {
        [
            "commands": .integer(Int64(commands)),
            "malformedLines": .integer(Int64(malformedLines)),
            "approvalsOpened": .integer(Int64(approvalsOpened)),
            "approvalsRefused": .integer(Int64(approvalsRefused)),
            "answersUnrecorded": .integer(Int64(answersUnrecorded)),
            "threadsLost": .integer(Int64(threadsLost)),
            "turnsInterrupted": .integer(Int64(turnsInterrupted)),
            "turnsStalled": .integer(Int64(turnsStalled)),
        ]
    }
}
