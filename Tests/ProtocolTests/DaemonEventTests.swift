import BosunClient
import BusProtocol
import JSONRPC
import Testing

/// Each event that `protocols/schemas` describes has a type in `BosunClient`.
@Suite struct DaemonEventTests {
    /// The files' names without their ending, such as `ev.bosun.malformed`.
    private static let described: [String] = {
        let files = (try? Checkout.files("protocols/schemas", [".json"])) ?? []
        return files.map { String($0.path.dropLast(".json".count)) }.filter { name in
            ["wk.", "sy.", "ev.bosun.", "rq.approval."].contains { name.hasPrefix($0) }
        }
    }()

    private static func event(_ name: String, _ body: JSON, _ flags: EventFlags = .madeByDaemon) throws -> Event {
        let parts = name.split(separator: ".", maxSplits: 1)
        let topic = try #require(
            Topic(parsing: "\(parts[0]).scope.\(parts[1].split(separator: ".").joined(separator: "/"))"))
        let header = EventHeader(flags: flags, epoch: 1, seq: 1, scopeSeq: 1, unixNanoseconds: 0)
        return Event(topic: topic, header: header, body: body.serialized())
    }

    @Test func theyAreAsManyAsThereAreSchemas() { #expect(Self.described.count > 30) }

    @Test(arguments: described, SchemaSample.Extent.allCases)
    func whatIsDescribedIsTyped(_ name: String, _ extent: SchemaSample.Extent) throws {
        let body = try SchemaSample(extent).value(of: "\(name).json")
        let typed = try Self.event(name, body).daemonEvent
        #expect(typed != nil && typed != .unknown, "\(body)")
    }

    /// A worker may print what looks like the daemon's.
    @Test(arguments: described) func aWorkersOwnWordsAreNot(_ name: String) throws {
        let body = try SchemaSample(.whole).value(of: "\(name).json")
        #expect(try Self.event(name, body, []).daemonEvent == nil)
    }

    /// Nothing is taken from a body that lacks what it must have, and nothing is invented for it.
    @Test(arguments: described) func withoutItsMembersItIsUnknownOrNeedsNone(_ name: String) throws {
        let typed = try Self.event(name, [:]).daemonEvent
        #expect(typed == (name == "sy.bye" ? .bye : .unknown))
    }

    @Test func aMethodOfALaterDaemonIsUnknown() throws {
        for name in ["wk.sang", "sy.sang", "ev.bosun.sang", "rq.approval.sang"] {
            #expect(try Self.event(name, ["worker": "main-1"]).daemonEvent == .unknown)
        }
    }

    @Test func aDeathIsToldWhole() throws {
        let body: JSON = [
            "worker": "main-1", "number": 1, "group": "main", "generation": 3, "pid": .null, "signal": "SIGKILL",
            "oom": true, "stage": "ready", "endedBy": "byItself", "uptimeMs": 1_500, "nextTryMs": .null,
            "stderrTail": "out of memory",
        ]
        guard case .worker(let event) = try Self.event("wk.exited", body).daemonEvent,
            case .exited(let exit) = event.change
        else {
            Issue.record("no end of a worker's")
            return
        }
        #expect(event.worker == "main-1" && event.generation == 3 && event.pid == nil)
        #expect(exit.status == .signal("SIGKILL") && exit.isOutOfMemory && exit.endedBy == .byItself)
        #expect(exit.uptime == .milliseconds(1_500) && exit.nextTry == nil && exit.stderrTail == "out of memory")
    }
}
