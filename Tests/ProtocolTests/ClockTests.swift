import Testing

/// The time of day is for stamps: whoever decides anything by it is led astray when somebody sets the clock.
@Suite struct ClockTests {
    /// Who asks for the time of day, and what for.
    private static let askers = [
        "BosunCommands/Commands/TailCommand.swift": "tail --since: so long ago",
        "Bus/Publisher.swift": "stamps of events, the heartbeat's nowMs",
        "Daemon/StateDirectory.swift": "the epoch, which is beyond the last one in any case",
        "Diagnostics/LogLine.swift": "stamps of log lines",
        "EventLoop/WallClock.swift": "is it",
        "Fleet/Fleet+Keys.swift": "when a key began; its age, over several lives of the daemon",
        "Fleet/Fleet+Ledger.swift": "stamps of the ledger's lines",
        "Fleet/Fleet+Lines.swift": "codex asks what time it is",
        "Fleet/Fleet.swift": "stamps of events; a client's notAfter, which is a time of day",
        "Journal/Events/EventLogThread.swift": "the age of events, over several lives of the daemon",
        "Journal/JournalFile.swift": "the name under which a broken file is set aside",
        "Supervision/OutputReader.swift": "stamps of lines",
        "Supervision/Worker+Output.swift": "stamps of lines",
        "Supervision/Worker.swift": "stamps of deaths",
    ]

    @Test func nobodyElseAsksForTheTimeOfDay() throws {
        let asks =
            #/
            \bWallClock\.|CLOCK_REALTIME|CLOCK_TAI|\bgettimeofday\b|\btime\((?:nil|NULL|0|&\w+)\)|\bDate\(|\.now\(\.realtime
            /#
        let found = try Checkout.files("Sources", [".swift", ".c", ".h", ".cpp"]).filter { $0.text.contains(asks) }
        #expect(found.map(\.path) == Self.askers.keys.sorted())
    }

    /// An instant can be made of any number: it is made of the monotonic clock's alone.
    @Test func instantsComeFromTheMonotonicClock() throws {
        let made = try Checkout.files("Sources", [".swift"]).filter {
            $0.text.contains("MonotonicInstant(nanoseconds:")
        }
        #expect(
            made.map(\.path) == [
                "EventLoop/MonotonicClock.swift", "EventLoop/MonotonicInstant.swift",
                "Fleet/FleetState+Journal.swift",  // a deadline long past
                "Simulation/Agenda.swift",
            ])
        #expect(try Checkout.text("Sources/EventLoop/MonotonicClock.swift").contains("CLOCK_MONOTONIC,"))
    }
}
