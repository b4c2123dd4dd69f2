import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct WorkerDeathTests {
    /// What the process that asked has not heard by its end nobody hears: a request of an earlier one opens nothing.
    @Test func aRequestOfAnEarlierProcessIsDropped() throws {
        var rig = FleetRig()
        let request = ServerRequest(
            worker: 1, generation: 0, id: .number(0), method: "item/fileChange/requestApproval", threadID: nil,
            itemID: nil, params: [:])
        #expect(rig.state.serverRequest(request, at: rig.now, unixSeconds: 0).isEmpty)
        #expect(rig.state.openApprovals == 0)
    }

    @Test func eachPendingCommandIsAnsweredOnce() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let sent = try (0..<3).map { _ in try rig.call("turn/steer", ["threadId": "t"]).sent[0].token }
        _ = rig.exit(1)
        #expect(rig.answer(sent[0], .lost(.downWritten)).reasons == [.indeterminate])
        #expect(rig.answer(sent[1], .lost(.down)).reasons == [.workerDown])
        #expect(rig.answer(sent[2], .lost(.down)).reasons == [.workerDown])
        for token in sent { #expect(rig.answer(token, .lost(.down)).isEmpty) }
    }

    /// What is done per death must not look at every thread of the fleet: this would take minutes.
    @Test func aThousandWorkersDieAtOnce() throws {
        let workers: UInt64 = 1_000
        var rig = FleetRig(workers: Int(workers))
        for worker in 1...workers {
            for place in 0..<20 {
                let isTaken = rig.state.adoptAnnounced(
                    thread: "\(worker)-\(place)", method: .threadStarted, worker: worker, at: rig.now)
                #expect(isTaken)
            }
        }
        for worker in 1...workers { #expect(rig.exit(worker).sent == []) }
        var resumed = 0
        for worker in 1...workers {
            var open = rig.ready(worker).sent
            #expect(open.count == 8 && open.allSatisfy { $0.worker == worker })
            while let next = open.popLast() {
                open += rig.answer(next.token, .result([], thread: nil)).sent
                resumed += 1
            }
        }
        #expect(resumed == 20_000)
    }

    /// A worker that is full refuses at once: asking it for the next thread, and the next, would never end.
    @Test func aFullWorkerIsNotAskedForTheRest() throws {
        var rig = FleetRig(workers: 1)
        for number in 0..<20 { try rig.startThread("t\(number)", on: 1) }
        _ = rig.exit(1)
        let open = rig.ready(1).sent
        for line in open {
            let busy = rig.answer(line.token, .lost(.busy))
            #expect(busy.sent == [] && busy.timers.count == 1)
        }
    }

    /// Those of a worker that does not come back are shared out among the others, a few at a time.
    @Test func aWorkersThreadsAreSharedOut() throws {
        var rig = FleetRig(workers: 3)
        for number in 0..<40 { try rig.startThread("t\(number)", on: 1) }
        var open = rig.exit(1, nextTry: nil).sent
        #expect(open.count == 16)
        var holders: [UInt64: Int] = [:]
        while let next = open.first {
            open.removeFirst()
            holders[next.worker, default: 0] += 1
            open += rig.answer(next.token, .result([], thread: nil)).sent
            #expect(Dictionary(grouping: open, by: \.worker).values.allSatisfy { $0.count <= 8 })
        }
        #expect(holders == [2: 20, 3: 20])
    }

    @Test func aDeadlineIsTheGroups() throws {
        var rig = FleetRig()
        var policy = GroupPolicy()
        policy.requestDeadline = .seconds(3)
        policy.approvalDeadline = .seconds(5)
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        func deadline(_ actions: [FleetAction]) -> Duration? {
            for case .send(_, _, _, _, let deadline) in actions { return rig.now.duration(to: deadline) }
            return nil
        }
        #expect(deadline(try rig.call("turn/start", ["threadId": "t"])) == .seconds(3))
        #expect(deadline(try rig.call("thread/start")) == .seconds(3))
        #expect(deadline(try rig.call("thread/start", meta: ["deadlineMs": 100])) == .milliseconds(100))
        let asked = rig.ask("item/fileChange/requestApproval", worker: 1, thread: "t")
        #expect(asked.events.first?.body["expiresInMs"] == 5_000)
    }
}
