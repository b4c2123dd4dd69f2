import BusProtocol
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct SubagentTests {
    private func rig() throws -> FleetRig {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        return rig
    }

    private func show(_ rig: inout FleetRig, _ id: String, worker: UInt64 = 1) -> [FleetAction] {
        let isTaken = rig.state.adoptAnnounced(thread: id, method: .threadStatusChanged, worker: worker, at: rig.now)
        #expect(isTaken)
        return rig.notify(.threadStatusChanged, thread: id, ["status": ["type": "active"]])
    }

    private static let activity: JSON = [
        "item": ["type": "subAgentActivity", "id": "i", "kind": "started", "agentThreadId": "child"]
    ]

    @Test(arguments: [SilenceTests.spawns("child"), activity])
    func aSubagentsThreadIsToldOnceWhicheverComesFirst(_ item: JSON) throws {
        for comesFirst in [true, false] {
            var rig = try rig()
            var events: [FleetEvent] = []
            if comesFirst { events += rig.notify(.itemStarted, thread: "t", item).events }
            events += show(&rig, "child").events
            events += rig.notify(.itemCompleted, thread: "t", item).events
            events += rig.notify(.itemCompleted, thread: "t", item).events
            #expect(events.map(\.method) == ["bosun/threadSpawned"])
            #expect(events.first?.scope == "child" && events.first?.worker == 1)
            #expect(events.first?.body == ["threadId": "child", "parentThreadId": "t", "rootThreadId": "t"])
        }
    }

    @Test func whatIsToldOfItSaysWhereItComesFrom() throws {
        var rig = try rig()
        _ = show(&rig, "child")
        _ = rig.notify(.itemCompleted, thread: "t", SilenceTests.spawns("child"))
        _ = show(&rig, "grandchild")
        _ = rig.notify(.itemCompleted, thread: "child", SilenceTests.spawns("grandchild"))
        let event = rig.exit(1).events.first { $0.scope == "grandchild" }
        #expect(event?.method == "bosun/turnInterrupted")
        #expect(event?.body["parentThreadId"] == "child" && event?.body["rootThreadId"] == "t")
        // Each is resumed by itself: codex does not bring children back with their parents.
        #expect(rig.ready(1).sent.map(\.method) == ["thread/resume", "thread/resume", "thread/resume"])
    }

    @Test func aWorkerCannotAdoptAnothersThreadAsAChild() throws {
        var rig = try rig()
        try rig.startThread("other", on: 2)
        #expect(rig.notify(.itemCompleted, thread: "t", SilenceTests.spawns("other")).events == [])
        #expect(rig.notify(.itemCompleted, thread: "t", SilenceTests.spawns("t")).events == [])
    }

    /// By whichever of codex's lines it says so.
    @Test func aThreadDoesNotComeFromAnotherWorkers() throws {
        var rig = try rig()
        try rig.startThread("other", on: 2)
        _ = rig.notify(.threadStarted, thread: "t", ["thread": ["id": "t", "parentThreadId": "other"]])
        _ = rig.notify(.itemCompleted, thread: "t", SilenceTests.spawns("child"))
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 2, at: rig.now) == true)
        for (worker, thread) in [(UInt64(1), "t"), (2, "child")] {
            let asked = rig.ask("item/commandExecution/requestApproval", worker: worker, thread: thread)
            let body = try #require(asked.events.first?.body)
            #expect(body["parentThreadId"] == nil && body["rootThreadId"] == .string(thread))
        }
    }

    /// Parents come from workers, which could tell of a circle.
    @Test func aCircleOfParentsHasAnEnd() throws {
        var rig = try rig()
        _ = rig.notify(.threadStarted, thread: "t", ["thread": ["id": "t", "parentThreadId": "child"]])
        _ = show(&rig, "child")
        _ = rig.notify(.itemCompleted, thread: "t", SilenceTests.spawns("child"))
        #expect(rig.exit(1).events.contains { $0.body["rootThreadId"] != nil })
    }
}
