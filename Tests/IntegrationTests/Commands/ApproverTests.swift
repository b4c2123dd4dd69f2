import BosunClient
import BusProtocol
import JSONRPC
import TestSupport
import Testing

/// The Swift client's approver beside a daemon.
@Suite(.waits, .showsDaemonLogs) struct ApproverTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func start() throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready()
        return bus
    }

    private func approver(_ client: String) throws -> Approver {
        try Approver(Endpoints(runDirectory: directory.file("run")), client: client, timeout: patience)
    }

    private func ask(_ bus: BusClient, _ id: Int64, _ command: JSON = "ls") throws {
        let params: JSON = ["command": command, "cwd": "/w", "reason": "why"]
        try bus.fake([
            ["say": ["method": "item/commandExecution/requestApproval", "id": .integer(id), "params": params]]
        ])
    }

    private func decision(_ bus: BusClient) throws -> String {
        let answered = try bus.event("ev.wmain-1.fake/answered")
        return try JSON(parsing: answered.json.text("params/line")).text("result/decision")
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
        let bus = try start()
        try ask(bus, 0, "first")
        let approver = try approver("agent")
        let first = try #require(try approver.next(timeout: patience))
        #expect(first.params["command"] == "first" && first.directory == "/w" && first.reason == "why")
        #expect(first.worker == "main-1" && first.threadID == nil && approver.isCurrent)
        #expect(try approver.respond(first, try #require(first.acceptance)) == .resolved)
        #expect(try decision(bus) == "accept")
        bus.forget()
        try ask(bus, 1, "second")
        let second = try #require(try approver.next(timeout: patience))
        #expect(second.params["command"] == "second")
        try approver.respond(second, result: ["decision": "acceptForSession"])
        #expect(try decision(bus) == "acceptForSession")
        #expect(try approver.ending(of: second)?.state == .resolved)
        #expect(reason { () throws(CommanderError) in try approver.respond(second, "accept") } == .approvalResolved)
        try eventually("both are known to be answered") {
            try approver.follow()
            return approver.open.isEmpty
        }
        #expect(try approver.next(timeout: .zero)?.id == nil)
    }

    @Test func ofTwoOneIsFasterAndTheOtherIsToldWho() throws {
        let bus = try start()
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
        #expect(try decision(bus) == "decline")
    }

    @Test func itGoesOnWithTheNextDaemon() throws {
        var bus = try start()
        let approver = try approver("agent")
        try ask(bus, 0, "lost")
        let lost = try #require(try approver.next(timeout: patience))
        try bus.daemon.kill()
        // Nobody is there: that is no error, and waits for nothing.
        #expect(try approver.next(timeout: .zero)?.id == nil)
        bus = try start()
        #expect(reason { () throws(CommanderError) in try approver.respond(lost, "accept") } == .approvalVoid)
        #expect(try approver.ending(of: lost)?.state == .void)
        try ask(bus, 0, "found")
        let found = try #require(try approver.next(timeout: patience))
        #expect(found.params["command"] == "found" && approver.open[lost.id] == nil)
        try approver.respond(found, "accept")
        #expect(try decision(bus) == "accept")
    }

    /// What is too large for an event is published by reference.
    @Test func aLargeOneIsWhole() throws {
        let bus = try start()
        let approver = try approver("agent")
        #expect(try approver.next(timeout: .zero)?.id == nil)
        let command = String(repeating: "x", count: 512 << 10)
        try ask(bus, 0, .string(command))
        let asked = try #require(try approver.next(timeout: patience))
        #expect(asked.params["command"] == .string(command))
        try approver.respond(asked, "accept")
        #expect(try decision(bus) == "accept")
    }
}
