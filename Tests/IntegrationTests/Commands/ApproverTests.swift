import BosunClient
import BusProtocol
import JSONRPC
import TestSupport
import Testing

/// The Swift client's approver beside a daemon.
@Suite(.waits, .showsDaemonLogs) struct ApproverTests {
    private let rig: DecisionRig

    init() throws { rig = try DecisionRig() }

    private func approver(_ client: String) throws -> Approver {
        try Approver(Endpoints(runDirectory: rig.runDirectory), client: client, timeout: patience)
    }

    private func ask(_ bus: BusClient, _ id: Int64, _ command: JSON = "ls") throws {
        try bus.fake([DecisionRig.ask(id, ["command": command, "cwd": "/w", "reason": "why"])])
    }

    /// What an error says that a daemon answered.
    private func reason(_ body: () throws(CommanderError) -> Void) -> BusErrorReason? {
        do throws(CommanderError) {
            try body()
            return nil
        } catch {
            guard case .refused(let reason) = error.code else { return nil }
            return reason
        }
    }

    @Test func itAnswersWhatWasOpenAndWhatComes() throws {
        let bus = try rig.start()
        try ask(bus, 0, "first")
        let approver = try approver("agent")
        let first = try #require(try approver.next(timeout: patience))
        #expect(first.params["command"] == "first" && first.directory == "/w" && first.reason == "why")
        #expect(first.worker == "main-1" && first.threadID == nil && approver.isCurrent)
        #expect(try approver.respond(first, try #require(first.acceptance)) == .resolved)
        #expect(try rig.decision(bus) == "accept")
        bus.forget()
        try ask(bus, 1, "second")
        let second = try #require(try approver.next(timeout: patience))
        #expect(second.params["command"] == "second")
        try approver.respond(second, result: ["decision": "acceptForSession"])
        #expect(try rig.decision(bus) == "acceptForSession")
        #expect(try approver.ending(of: second)?.state == .resolved)
        #expect(reason { () throws(CommanderError) in try approver.respond(second, "accept") } == .approvalResolved)
        try eventually("both are known to be answered") {
            try approver.follow()
            return approver.open.isEmpty
        }
        #expect(try approver.next(timeout: .zero)?.id == nil)
    }

    @Test func ofTwoOneIsFasterAndTheOtherIsToldWho() throws {
        let bus = try rig.start()
        let (ann, bob) = (try approver("ann"), try approver("bob"))
        try ask(bus, 0)
        let asked = try #require(try ann.next(timeout: patience))
        let same = try #require(try bob.next(timeout: patience))
        #expect(asked.id == same.id)
        #expect(try ann.ending(of: asked) == nil)
        try ann.claim(asked, for: .seconds(600))
        // At once, not when the claim's time is over.
        #expect(reason { () throws(CommanderError) in try bob.respond(same, "accept") } == .approvalClaimed)
        try eventually("the claim is known") {
            try bob.follow()
            return bob.open[same.id]?.claim.map { $0.client ?? $0.by } == "ann"
        }
        try ann.release(asked)
        try eventually("the claim's end is known") {
            try bob.follow()
            return bob.open[same.id]?.claim == nil
        }
        try bob.respond(same, try #require(same.refusal))
        do throws(CommanderError) {
            try ann.respond(asked, "accept")
            Issue.record("two answers were taken")
        } catch {
            #expect(error.code == .refused(.approvalResolved))
            let data = error.rpc?.json["data"]
            #expect((data?["client"] ?? data?["by"]) == "bob")
        }
        // Its event may be on its way yet.
        try eventually("the answer is known") {
            try ann.follow()
            return ann.open[asked.id] == nil
        }
        let ending = try #require(try ann.ending(of: asked))
        #expect(ending.state == .resolved && (ending.client ?? ending.by) == "bob")
        #expect(ending.result == ["decision": "decline"])
        #expect(try rig.decision(bus) == "decline")
    }

    @Test func itGoesOnWithTheNextDaemon() throws {
        var bus = try rig.start()
        let approver = try approver("agent")
        try ask(bus, 0, "lost")
        let lost = try #require(try approver.next(timeout: patience))
        try bus.daemon.kill()
        // Nobody is there: that is no error, and waits for nothing.
        #expect(try approver.next(timeout: .zero)?.id == nil)
        bus = try rig.start()
        #expect(reason { () throws(CommanderError) in try approver.respond(lost, "accept") } == .approvalVoid)
        #expect(try approver.ending(of: lost)?.state == .void)
        try ask(bus, 0, "found")
        let found = try #require(try approver.next(timeout: patience))
        #expect(found.params["command"] == "found" && approver.open[lost.id] == nil)
        try approver.respond(found, "accept")
        #expect(try rig.decision(bus) == "accept")
    }

    /// What is too large for an event is published by reference.
    @Test func aLargeOneIsWhole() throws {
        let bus = try rig.start()
        let approver = try approver("agent")
        #expect(try approver.next(timeout: .zero)?.id == nil)
        let command = String(repeating: "x", count: 512 << 10)
        try ask(bus, 0, .string(command))
        let asked = try #require(try approver.next(timeout: patience))
        #expect(asked.params["command"] == .string(command))
        try approver.respond(asked, "accept")
        #expect(try rig.decision(bus) == "accept")
    }

    /// Neither by a program nor by somebody at a shell: the worker has its answer, though no key and no line is kept.
    @Test func whereTheDiskRefusesAnswersAreGivenAllTheSame() throws {
        _ = try rig.directory.directory("state/journal.db")
        let bus = try rig.start()
        let approver = try approver("agent")
        try ask(bus, 0)
        let asked = try #require(try approver.next(timeout: patience))
        try approver.claim(asked, for: .seconds(600))
        #expect(try approver.respond(asked, "accept") == .resolved)
        #expect(try rig.decision(bus) == "accept")
        let id = try rig.opened(bus, 1)
        #expect(try run("deny", id) == .exited(0))
        #expect(try rig.decision(bus) == "decline")
        #expect(try bus.event("rq.wmain-1.approval/resolved").json.at("recorded") == false)
    }

    /// What `bosun` answers is kept under a key, for a repetition to find.
    @Test func whoAnswersAtAShellHasAKey() throws {
        let bus = try rig.start()
        let id = try rig.opened(bus, 0)
        #expect(try run("approve", id) == .exited(0))
        #expect(try rig.decision(bus) == "accept")
        #expect(try bus.result("fleet/status").int("journal/keys") == 1)
        // Another answer is another one's, and too late.
        #expect(try run("approve", id) == .exited(1))
        let text = String(decoding: rig.directory.read("said") ?? [], as: UTF8.self)
        #expect(text.contains("bosun: approval_resolved: answered before, by "), "\(text)")
    }

    private func run(_ word: String, _ id: JSON) throws -> Child.Ending {
        try Child(
            Executable.bosun, [word, id.stringValue ?? "", "--run-dir", rig.runDirectory], environment: [:],
            output: rig.directory.file("said")
        ).waitForEnd()
    }
}
