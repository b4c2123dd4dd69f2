import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What becomes of threads when their workers end.
@Suite(.waits, .showsDaemonLogs) struct ThreadTests {
    /// A daemon whose fakes begin each life with these steps, and a thread of main-1's.
    private func fleet(workers: Int = 1, lives: [[JSON]]) throws -> (bus: BusClient, thread: JSON, pid: pid_t) {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        options.workers = workers
        options.companions = [directory]
        let bus = try BusClient(DaemonProcess(FakeAppServer.command(lives: lives, in: directory), options))
        for number in 1...workers { try bus.ready("main-\(number)") }
        let thread = try bus.result("thread/start", meta: ["worker": "main-1"]).at("thread/id")
        return (bus, thread, pid_t(try bus.worker().int("pid")))
    }

    /// Whether the second life does not answer the resume, or refuses it for now.
    @Test(
        arguments: [
            ["mute": ["thread/resume"]], ["refuse": ["thread/resume", "already has an active writer"]],
        ] as [JSON])
    func aCommandWaitsUntilTheThreadIsResumedWhateverItTakes(_ secondLife: JSON) throws {
        let (bus, thread, pid) = try fleet(lives: [[], [secondLife], []])
        kill(pid, SIGKILL)
        try bus.event("wk.wmain-1.exited")
        let waiting = try bus.send("turn/start", ["threadId": thread])
        kill(pid_t(try bus.ready(generation: 2).int("pid")), SIGKILL)
        #expect(try bus.reply(to: waiting).json.int("result/life") == 3)
    }

    @Test func aCommandDoesNotWaitLongerThanItsDeadline() throws {
        let (bus, thread, pid) = try fleet(lives: [[], [["mute": ["thread/resume"]]]])
        kill(pid, SIGKILL)
        try bus.event("wk.wmain-1.exited")
        #expect(try bus.call("turn/start", ["threadId": thread], meta: ["deadlineMs": 100]).reason == "deadline")
    }

    @Test func aThreadThatCannotBeResumedIsLostAndWhoWaitsIsTold() throws {
        let (bus, thread, pid) = try fleet(
            lives: [[], [["refuse": ["thread/resume", "no rollout found for thread id x"]]]])
        kill(pid, SIGKILL)
        try bus.event("wk.wmain-1.exited")
        #expect(try bus.call("turn/start", ["threadId": thread]).reason == "unknown_thread")
        try bus.event("ev.\(thread.stringValue ?? "").bosun/threadLost")
        #expect(try bus.result("fleet/status").int("counters/threadsLost") == 1)
    }

    @Test func whatAWorkerSaidBeforeItEndedComesBeforeItsEnd() throws {
        let (bus, thread, _) = try fleet(lives: [[]])
        let count = 5_000
        let line: JSON = ["method": "item/agentMessage/delta", "params": ["threadId": thread]]
        let request = try bus.send(
            "fake/do", ["steps": [["flood": [.integer(Int64(count)), line]], ["answer": ["done": true]], ["exit": 0]]])
        #expect(try bus.reply(to: request).result == ["done": true])
        let exited = try bus.event("wk.wmain-1.exited")
        let deltas = bus.events("dl.\(thread.stringValue ?? "").item/agentMessage/delta")
        #expect(deltas.count == count)
        #expect(deltas.allSatisfy { $0.header.seq < exited.header.seq })
    }

    /// Else a worker could speak in another's name.
    @Test func aThreadCannotBeCalledLikeAWorkersScope() throws {
        let (bus, _, _) = try fleet(workers: 2, lives: [[]])
        for id in ["wmain-1", "wmain-2", "-"] as [JSON] {
            try bus.fake([
                ["say": ["method": "thread/started", "params": ["thread": ["id": id]]]],
                ["say": ["method": "some/thing", "params": ["threadId": id]]],
                ["say": ["method": "item/fileChange/requestApproval", "id": id, "params": ["threadId": id]]],
            ])
        }
        try bus.catchUp()
        let said = bus.events.filter { $0.header.worker == 1 && !$0.topic.contains("main-1-1-1") }
        #expect(said.filter { !$0.topic.contains(".wmain-1.") }.isEmpty)
        #expect(bus.events("rq.wmain-1.approval/opened").count == 3)
    }

    @Test func anApprovalEndsWithItsTurn() throws {
        let (bus, thread, _) = try fleet(lives: [[]])
        let scope = thread.stringValue ?? ""
        func ask(_ id: Int64, turn: JSON) -> JSON {
            [
                "say": [
                    "method": "item/fileChange/requestApproval", "id": .integer(id),
                    "params": ["threadId": thread, "turnId": turn],
                ]
            ]
        }
        try bus.fake([
            ["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "t1"]]]],
            ask(1, turn: "t1"), ask(2, turn: "t2"),
            ["say": ["method": "turn/completed", "params": ["threadId": thread, "turn": ["id": "t1"]]]],
            ["say": ["method": "serverRequest/resolved", "params": ["threadId": thread, "requestId": 1]]],
        ])
        let opened = try bus.event("rq.\(scope).approval/opened") { $0.json["params"]?["turnId"] == "t1" }
        try bus.event("rq.\(scope).approval/withdrawn")
        try bus.catchUp()
        let withdrawn = bus.events("rq.\(scope).approval/withdrawn")
        #expect(try withdrawn.map { try $0.json.text("approvalId") } == [try opened.json.text("approvalId")])
        let completed = try bus.event("ev.\(scope).turn/completed")
        #expect(withdrawn[0].header.seq == completed.header.seq + 1)
        #expect(try bus.result("approval/list").at("approvals").arrayValue?.count == 1)
    }

    /// What a worker started holds its output open, and goes on writing: in the name of a process that has ended.
    @Test func linesOfAnEndedProcessAreDropped() throws {
        let directory = try TemporaryDirectory()
        let late = #"{"method":"late/line","params":{}}"#
        let wrapper = try directory.write(
            "worker",
            """
            #!/bin/sh
            if ! test -e '\(directory.file("once"))'; then
                touch '\(directory.file("once"))'
                setsid sh -c 'while :; do echo "$0"; sleep 0.01; done' '\(late)' &
            fi
            exec \(Executable.fakeAppServer)
            """, mode: 0o755)
        var options = DaemonProcess.Options()
        options.companions = [directory]
        let bus = try BusClient(DaemonProcess([wrapper], options))
        let pid = pid_t(try bus.ready().int("pid"))
        try bus.event("ev.wmain-1.late/line")
        kill(pid, SIGKILL)
        let exited = try bus.event("wk.wmain-1.exited")
        try bus.ready(generation: 2)
        try bus.catchUp()
        let lines = bus.events("ev.wmain-1.late/line")
        #expect(lines.allSatisfy { $0.header.generation == 1 && $0.header.seq < exited.header.seq })
        try eventually("only the successor is left") { bus.daemon.processes().count == 1 }
    }
}
