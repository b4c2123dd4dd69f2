import ChildProcess
import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct OperatorTests {
    private static let operations: [(String, WorkerOperation)] = [
        ("worker/start", .start), ("worker/stop", .stop), ("worker/restart", .restart), ("worker/unpark", .unpark),
        ("worker/drain", .drain(then: .stop)),
    ]

    /// What the command was answered, once what it led to is done.
    private func reply(_ rig: inout FleetRig, _ actions: [FleetAction]) -> [CommandReply] {
        actions.flatMap { action -> [FleetAction] in
            guard case .tellStates(let token, let target, let command) = action else { return [action] }
            return rig.state.operated(token, target, command: command)
        }.replies
    }

    /// It changes a turn that runs, which the drain waits for anyway.
    @Test func aDrainedFleetTakesTheSettingsOfATurn() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        _ = try rig.call("fleet/drain")
        _ = rig.change(1, to: .draining)
        #expect(try rig.call("turn/start", ["threadId": "t"]).reasons == [.draining])
        #expect(try rig.call("turn/settings/update", ["threadId": "t", "turnId": "u"], by: "ann").sent.count == 1)
    }

    @Test(arguments: operations, WorkerState.allCases)
    func eachIsDefinedInEveryStateAndActsOnItsWorkerAlone(
        _ operation: (String, WorkerOperation), _ state: WorkerState
    ) throws {
        var rig = FleetRig(workers: 3)
        _ = rig.change(2, to: state)
        for _ in 0..<2 {
            let actions = try rig.call(operation.0, ["worker": "main-2"])
            #expect(actions.operated == [2] && actions.operations == [operation.1])
            #expect(reply(&rig, actions) == [.result(["worker": "main-2", "state": .string(state.rawValue)])])
        }
        #expect(try rig.call("thread/start", meta: ["worker": "main-3"]).sent.map(\.worker) == [3])
    }

    @Test(arguments: operations) func aGroupIsAllOfIt(_ operation: (String, WorkerOperation)) throws {
        var rig = FleetRig(workers: 2)
        _ = rig.change(1, to: .parked)
        let actions = try rig.call(operation.0, ["group": "main"])
        #expect(actions.operated == [1, 2])
        #expect(
            reply(&rig, actions) == [
                .result([
                    "workers": [["worker": "main-1", "state": "parked"], ["worker": "main-2", "state": "ready"]]
                ])
            ])
        #expect(try rig.call(operation.0, ["worker": "x"]).reasons == [.unknownWorker])
        #expect(try rig.call(operation.0, ["group": "x"]).reasons == [.unknownWorker])
    }

    @Test(
        arguments: [
            [:], ["worker": 1], ["group": []], ["worker": "main-1", "group": "main"],
            ["worker": "main-1", "then": "fly"], ["worker": "main-1", "then": 1],
        ] as [JSON])
    func paramsThatAreWrongDoNothing(_ params: JSON) throws {
        var rig = FleetRig()
        let actions = try rig.call("worker/drain", params)
        guard case .invalid(code: -32602, message: let message)? = actions.replies.first else {
            Issue.record("not refused: \(params)")
            return
        }
        #expect(message.hasPrefix("params") && actions.operated == [])
    }

    @Test func oneWorkerIsDescribed() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 2)
        guard case .result(let worker)? = try get(&rig, "main-2").first else {
            Issue.record("no result")
            return
        }
        #expect(worker["worker"] == "main-2" && worker["threads"] == 1 && worker["state"] == "ready")
        #expect(worker["deaths"] == [])
        #expect(try rig.call("worker/get", ["worker": "x"]).reasons == [.unknownWorker])
    }

    @Test func itsLastLivesEndsAreToldToWhoAsksForItAlone() throws {
        var rig = FleetRig()
        let end = WorkerEvent.Exit(
            pid: 77, status: .signaled(signal: 9, coreDumped: false), stage: .ready, uptime: .milliseconds(1_500),
            endedBy: .byItself, nextTry: .seconds(1), outOfMemory: true)
        let other = WorkerEvent.Exit(
            pid: 78, status: .exited(code: 3), stage: .initializing, uptime: .zero, endedBy: .sigterm, nextTry: nil)
        let deaths = [
            WorkerDeath(at: 1_795_000_000_123_456_789, generation: 4, exit: end, stderrTail: "no memory\n"),
            WorkerDeath(at: 1_795_000_001_000_000_000, generation: 5, exit: other),
        ]
        guard case .result(let worker)? = try get(&rig, "main-1", deaths: deaths).first else {
            Issue.record("no result")
            return
        }
        #expect(
            worker["deaths"] == [
                [
                    "generation": 4, "atMs": 1_795_000_000_123, "pid": 77, "signal": "SIGKILL", "oom": true,
                    "stage": "ready", "endedBy": "byItself", "uptimeMs": 1_500, "nextTryMs": 1_000,
                    "stderrTail": "no memory\n",
                ],
                [
                    "generation": 5, "atMs": 1_795_000_001_000, "pid": 78, "code": 3, "oom": false,
                    "stage": "initializing", "endedBy": "sigterm", "uptimeMs": 0, "nextTryMs": .null, "stderrTail": "",
                ],
            ])
        for method in ["worker/list", "fleet/status"] {
            guard case .result(let list)? = try rig.call(method).replies.first else {
                Issue.record("no result of \(method)")
                return
            }
            #expect(list["workers"]?.arrayValue?.count == 2)
            #expect(list["workers"]?.arrayValue?.allSatisfy { $0["deaths"] == nil } == true)
        }
    }

    /// The answer to `worker/get`, of a worker whose lives have ended like this.
    private func get(_ rig: inout FleetRig, _ name: JSON, deaths: [WorkerDeath] = []) throws -> [CommandReply] {
        let now = rig.now
        return try rig.call("worker/get", ["worker": name]).flatMap { action -> [FleetAction] in
            guard case .tellDeaths(let token, let number, let command) = action else { return [action] }
            return rig.state.described(token, number, deaths: deaths, command: command, at: now)
        }.replies
    }

    @Test func aFleetIsDrainedAndServesOn() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        let actions = try rig.call("fleet/drain")
        #expect(actions.operated == [1, 2] && actions.operations.allSatisfy { $0 == .drain(then: .stop) })
        _ = rig.change(1, to: .draining)
        #expect(rig.change(2, to: .draining).operations == [.drained])
        #expect(try rig.call("turn/start", ["threadId": "t"]).reasons == [.draining])
        #expect(try rig.call("thread/start").reasons == [.draining])
        #expect(try rig.call("model/list").reasons == [.draining])
        #expect(try rig.call("turn/interrupt", ["threadId": "t"]).sent.map(\.worker) == [1])
        guard case .result(let status)? = try rig.call("fleet/status").replies.first else {
            Issue.record("no status")
            return
        }
        #expect(status["draining"] == true)
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [.drained])
        // A start takes it all back.
        _ = try rig.call("worker/start", ["group": "main"])
        _ = rig.ready(1)
        #expect(try rig.call("thread/start").sent.count == 1)
    }

    @Test func aDaemonsEndIsAnsweredFirst() throws {
        var rig = FleetRig()
        let actions = try rig.call("fleet/stop")
        guard case .reply = actions.first, case .stopDaemon = actions.last else {
            Issue.record("\(actions)")
            return
        }
        _ = rig.state.drain()
        for method in ["worker/start", "worker/drain", "fleet/drain", "fleet/restart"] {
            #expect(try rig.call(method, ["worker": "main-1"]).reasons == [.draining])
        }
    }
}
