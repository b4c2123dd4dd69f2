import BosunClient
import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// `bosun approve` and `bosun watch --approve` with somebody at the terminal.
@Suite(.waits, .showsDaemonLogs) struct ApproveTerminalTests {
    private static let prompt = "[l] leave it"
    private let rig: DecisionRig

    init() throws { rig = try DecisionRig() }

    private func terminal(_ words: String..., isOutputSeen: Bool = true) throws -> TerminalProgram {
        try TerminalProgram(
            Executable.bosun, words + ["--run-dir", rig.runDirectory], isOutputSeen: isOutputSeen)
    }

    // MARK: One after the other

    @Test(arguments: [("y", "accept"), ("s", "acceptForSession"), ("n", "decline")])
    func aKeyDecides(_ key: String, _ decision: String) throws {
        let bus = try rig.start()
        let params: JSON = ["command": "rm \u{1B}[31mx", "reason": "it must \u{7}", "cwd": "/work"]
        try rig.opened(bus, 0, params)
        let terminal = try terminal("approve")
        try terminal.shows(Self.prompt)
        // Neither a slip nor an empty line decides anything.
        for (number, slip) in ["", "yes", "\u{1B}[A", "\u{FF}y"].enumerated() {
            try terminal.type(slip + "\n")
            try terminal.shows("one of: ", times: number + 1)
        }
        try terminal.type(key + "\n")
        #expect(try rig.decision(bus) == decision)
        #expect(try terminal.waitForEnd() == .exited(0))
        let text = terminal.text()
        for line in [
            #"run: rm \u{1b}[31mx"#, "where /work", #"why it must \u{7}"#, "worker main-1", "answered: \(decision)",
            "nothing waits for a decision",
        ] { #expect(text.contains(line), "\(line) in \(text)") }
        // The terminal itself echoes what is typed, as ^[.
        #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"))
    }

    @Test func aDiffIsShownAndWhatIsLeftStaysOpen() throws {
        let bus = try rig.start()
        let thread = try bus.result("thread/start").text("thread/id")
        let diff = "@@ -1 +1 @@\n-old\r\n+new \u{9B}2J\n"
        let item: JSON = [
            "type": "fileChange", "id": "i",
            "changes": [["path": "/w/a.txt", "kind": ["type": "update"], "diff": .string(diff)]],
        ]
        let about: JSON = ["threadId": .string(thread), "turnId": "u", "itemId": "i", "reason": "asked to"]
        try bus.fake([
            ["say": ["method": "item/started", "params": ["threadId": .string(thread), "turnId": "u", "item": item]]],
            DecisionRig.ask(0, about, "item/fileChange/requestApproval"), DecisionRig.ask(1),
        ])
        try bus.event("rq.wmain-1.approval/opened")
        let terminal = try terminal("approve")
        try terminal.shows(Self.prompt)
        let text = terminal.text()
        for line in [
            "change: /w/a.txt", "why asked to", "--- /w/a.txt", "@@ -1 +1 @@", #"-old\r"#, #"+new \u{9b}2J"#,
        ] { #expect(text.contains(line), "\(line) in \(text)") }
        try terminal.type("l\n")
        try terminal.shows("run: ls")
        try terminal.shows(Self.prompt, times: 2)
        try terminal.type("n\n")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.text().contains("nothing else waits for a decision; 1 left open"))
        let open = try bus.result("approval/list").at("approvals").arrayValue ?? []
        #expect(open.map { $0["method"] } == ["item/fileChange/requestApproval"])
    }

    @Test func whatIsForAProgramIsNobodysElse() throws {
        let bus = try rig.start()
        let registration: JSON = ["methods": ["item/tool/call"], "group": "main", "ttlMs": 600_000]
        try bus.result("requests/register", registration, meta: ["client": "tools"])
        try bus.fake([DecisionRig.ask(0, ["tool": "x"], "item/tool/call"), DecisionRig.ask(1)])
        try bus.event("rq.wmain-1.approval/opened") { try $0.json.text("method") == DecisionRig.command }
        let terminal = try terminal("approve")
        try terminal.shows(Self.prompt)
        #expect(terminal.text().contains("run: ls") && !terminal.text().contains("item/tool/call"))
        try terminal.type("n\n")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.text().contains("nothing else waits for a decision; 1 left open"))
    }

    // MARK: Others

    @Test func whatOthersDecideOrWithdrawIsToldAndWhatWasTypedDecidesNothingElse() throws {
        let bus = try rig.start()
        let first = try rig.opened(bus, 0)
        let terminal = try terminal("watch", "--approve")
        try terminal.shows(Self.prompt)
        try bus.result("approval/claim", ["approvalId": first, "ttlMs": 60_000], meta: ["client": "ann"])
        try terminal.shows("claimed by")
        try terminal.type("y\n")
        try terminal.shows("not taken: approval_claimed")
        // Half an answer, which was meant for the first one.
        try terminal.type("y")
        try bus.result(
            "approval/respond", ["approvalId": first, "decision": "decline"], meta: ["client": "ann"])
        try terminal.shows("answered by")
        #expect(terminal.text().contains("ann") && terminal.text().contains(": decline"))
        let thread = try bus.result("thread/start").text("thread/id")
        bus.forget()
        try bus.fake([DecisionRig.ask(1, ["threadId": .string(thread), "turnId": "u", "command": "second"])])
        try terminal.shows("run: second")
        try terminal.shows(Self.prompt, times: 2)
        try terminal.type("\n")
        try terminal.shows("one of: ")
        try bus.fake([
            ["say": ["method": "serverRequest/resolved", "params": ["threadId": .string(thread), "requestId": 1]]]
        ])
        try terminal.shows("withdrawn: codex needs no answer any more")
        try terminal.type("\u{4}")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(bus.events("ev.wmain-1.fake/answered").isEmpty)
    }

    @Test(arguments: ["\u{3}", "\u{4}", "q\n", "l\n"])
    func aClaimEndsWithWhoeverHasIt(_ end: String) throws {
        let bus = try rig.start()
        let id = try rig.opened(bus, 0)
        let terminal = try terminal("watch", "--approve")
        try terminal.shows(Self.prompt)
        try terminal.type("c\n")
        try terminal.shows("others have to wait")
        let claimed = try bus.event("rq.wmain-1.approval/claimed").json
        let own = claimed["client"] ?? claimed["by"]
        #expect(own?.stringValue?.hasPrefix("bosun, uid \(getuid()), pid ") == true)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        #expect(try bus.call("approval/respond", params, meta: ["client": "ann"]).reason == "approval_claimed")
        try terminal.type(end)
        #expect(try bus.event("rq.wmain-1.approval/released").json.at("lapsed") == false)
        // Where nothing is asked.
        if end == "l\n" { try terminal.type("q\n") }
        #expect(try terminal.waitForEnd() == .exited(0))
        try bus.result("approval/respond", params, meta: ["client": "ann"])
        #expect(try rig.decision(bus) == "accept")
    }

    // MARK: Daemons

    @Test func anAgentAtTheTerminalGoesOnOverARestart() throws {
        var bus = try rig.start()
        let terminal = try terminal("watch", "--approve")
        try terminal.shows("waiting for approvals")
        for (number, key, decision) in [(0, "y", "accept"), (1, "n", "decline")] {
            try rig.opened(bus, Int64(number), ["command": .string("number \(number)")])
            try terminal.shows("run: number \(number)")
            try terminal.shows(Self.prompt, times: number + 1)
            try terminal.type(key + "\n")
            #expect(try rig.decision(bus) == decision)
        }
        try rig.opened(bus, 2, ["command": "number 2"])
        try terminal.shows("run: number 2")
        try bus.daemon.kill()
        bus = try rig.start()
        try terminal.shows("void: the worker that asked has ended")
        try rig.opened(bus, 3, ["command": "number 3"])
        try terminal.shows("run: number 3")
        try terminal.shows(Self.prompt, times: 4)
        try terminal.type("s\n")
        #expect(try rig.decision(bus) == "acceptForSession")
        try terminal.shows("answered: acceptForSession")
        try terminal.type("\u{3}")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func whereNobodyCanSeeOrAnswerNothingIsAsked() throws {
        let bus = try rig.start()
        try rig.opened(bus, 0)
        let log = rig.directory.file("answers")
        for words in [["approve"], ["watch", "--approve"]] {
            let child = try Child(
                Executable.bosun, words + ["--run-dir", rig.runDirectory], environment: [:], output: log)
            #expect(try child.waitForEnd() == .exited(64))
            let unseen = try TerminalProgram(
                Executable.bosun, words + ["--run-dir", rig.runDirectory], isOutputSeen: false)
            #expect(try unseen.waitForEnd() == .exited(64))
            #expect(unseen.text().contains("terminal, and the output is none"))
        }
        let text = String(decoding: rig.directory.read("answers") ?? [], as: UTF8.self)
        #expect(text.split(separator: "terminal, and the input is none").count == 3)
        try bus.catchUp()
        #expect(bus.events("ev.wmain-1.fake/answered").isEmpty)
        let alone = try TerminalProgram(Executable.bosun, ["approve", "--run-dir", rig.directory.file("none")])
        #expect(try alone.waitForEnd() == .exited(69))
        #expect(alone.text().contains("no daemon listens"))
    }
}
