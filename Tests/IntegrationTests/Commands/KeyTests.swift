import Glibc
import JSONRPC
import TestSupport
import Testing

/// Commands with an idempotency key, as clients see them.
@Suite(.waits, .showsDaemonLogs) struct KeyTests {
    private static func meta(_ key: String, _ more: JSON = [:]) -> JSON {
        var meta: JSON = ["idempotencyKey": .string(key), "client": "tester"]
        for member in more.objectValue ?? [] { meta[member.key] = member.value }
        return meta
    }

    @Test func theSameKeyGetsTheSameReplyAndTheWorkerIsAskedOnce() throws {
        let rig = try KeyRig()
        let first = try rig.start()
        try first.ready()
        let reply = try first.call("turn/test", ["n": "one", "a": [1, 2]], meta: Self.meta("k"))
        #expect(reply.result != nil)
        let again = try first.call("turn/test", ["a": [1.0, 2e0], "n": "one"], meta: Self.meta("k"))
        #expect(again.result == reply.result)
        #expect(again.json["meta"] == reply.json["meta"])
        #expect(again.json["id"] != reply.json["id"])
        #expect(try first.call("turn/test", ["n": "two"], meta: Self.meta("k")).reason == "key_reused")
        #expect(try first.call("turn/other", ["n": "one", "a": [1, 2]], meta: Self.meta("k")).reason == "key_reused")
        let other = try first.call("turn/test", ["n": "one", "a": [1, 2]], meta: Self.meta("k", ["client": "b"]))
        #expect(other.result != nil)
        #expect(try rig.count("one") == 2)
        #expect(try rig.count("two") == 0)
        try first.daemon.kill()

        let second = try rig.start()
        try second.ready()
        let later = try second.call("turn/test", ["n": "one", "a": [1, 2]], meta: Self.meta("k"))
        #expect(later.result == reply.result)
        #expect(later.json["meta"] == reply.json["meta"])
        #expect(try second.call("turn/test", ["n": "two"], meta: Self.meta("k")).reason == "key_reused")
        #expect(try rig.count("one") == 2)
        #expect(try second.result("fleet/status").int("journal/keys") == 2)
    }

    @Test func whoComesWhileItRunsJoins() throws {
        let rig = try KeyRig()
        let client = try rig.start()
        try client.ready()
        let gate = rig.directory.file("gate")
        let params: JSON = ["n": "joined", "steps": [["waitForFile": .string(gate)], ["answer": ["done": true]]]]
        // Not codex's method, so its result is not kept: but they are answered together.
        let ids = try (0..<5).map { _ in try client.send("fake/do", params, meta: Self.meta("k")) }
        try eventually("the worker has it") { try rig.count("joined") == 1 }
        try rig.directory.write("gate", "")
        for id in ids { #expect(try client.reply(to: id).result == ["done": true]) }
        #expect(try client.call("fake/do", params, meta: Self.meta("k")).reason == "result_not_kept")
        #expect(try rig.count("joined") == 1)
    }

    @Test func aWorkersErrorIsAnOutcome() throws {
        let rig = try KeyRig()
        let client = try rig.start([[["refuse": ["turn/test", "no"]]]])
        try client.ready()
        let reply = try client.call("turn/test", ["n": "refused"], meta: Self.meta("k"))
        #expect(reply.code == -32600)
        #expect(try client.call("turn/test", ["n": "refused"], meta: Self.meta("k")).error == reply.error)
        #expect(try rig.count("refused") == 1)
    }

    @Test func whatCouldNotBeTriedMayBeTriedAgain() throws {
        let rig = try KeyRig()
        let client = try rig.start()
        try client.ready()
        _ = try client.result("worker/stop", ["worker": "main-1"])
        try client.event("wk.wmain-1.stopped")
        let meta = Self.meta("k", ["worker": "main-1"])
        #expect(try client.call("turn/test", ["n": "down"], meta: meta).reason == "worker_down")
        _ = try client.result("worker/start", ["worker": "main-1"])
        try client.ready(generation: 2)
        #expect(try client.call("turn/test", ["n": "down"], meta: meta).result != nil)
        #expect(try client.call("turn/test", ["n": "down"], meta: meta).result != nil)
        #expect(try rig.count("down") == 1)
    }

    @Test func deadlineIsSaidOnlyWhenNothingWasWritten() throws {
        let rig = try KeyRig()
        let client = try rig.start([[["mute": ["thread/resume", "turn/mute"]]], []])
        try client.ready()
        // It waits for its thread, which nobody resumes.
        let waiting = Self.meta("waiting", ["deadlineMs": 300])
        #expect(try client.call("turn/start", ["n": "w", "threadId": "t"], meta: waiting).reason == "deadline")
        #expect(try rig.count("w") == 0)
        // It is with the worker, which does not answer.
        let written = Self.meta("written", ["deadlineMs": 300])
        for _ in 0..<3 {
            #expect(try client.call("turn/mute", ["n": "x"], meta: written).reason == "indeterminate")
        }
        #expect(try rig.count("x") == 1)
        kill(pid_t(try client.worker().int("pid")), SIGKILL)
        try client.ready(generation: 2)
        #expect(try client.call("turn/mute", ["n": "x"], meta: written).reason == "indeterminate")
        #expect(try client.call("turn/start", ["n": "w", "threadId": "t"], meta: Self.meta("waiting")).result != nil)
        #expect(try rig.counts() == ["w": 1, "x": 1])
    }

    @Test func aWorkersDeathAfterItWasWrittenIsIndeterminateForGood() throws {
        let rig = try KeyRig()
        let client = try rig.start([[["mute": ["turn/mute"]]], []])
        try client.ready()
        let id = try client.send("turn/mute", ["n": "x"], meta: Self.meta("k"))
        try eventually("the worker has it") { try rig.count("x") == 1 }
        kill(pid_t(try client.worker().int("pid")), SIGKILL)
        #expect(try client.reply(to: id).reason == "indeterminate")
        try client.ready(generation: 2)
        #expect(try client.call("turn/mute", ["n": "x"], meta: Self.meta("k")).reason == "indeterminate")
        try client.daemon.kill()
        let next = try rig.start()
        try next.ready()
        #expect(try next.call("turn/mute", ["n": "x"], meta: Self.meta("k")).reason == "indeterminate")
        #expect(try rig.count("x") == 1)
    }

    @Test func aJournalThatCannotBeWrittenRefusesKeysAndNothingElse() throws {
        let rig = try KeyRig()
        _ = try rig.directory.directory("state/journal.db")
        let client = try rig.start()
        try client.ready()
        for _ in 0..<3 {
            let reply = try client.call("turn/test", ["n": "keyed"], meta: Self.meta("k"))
            #expect(reply.reason == "journal_unavailable")
            #expect(reply.error?["data"]?["retryable"] == true)
        }
        #expect(try client.call("turn/test", ["n": "plain"]).result != nil)
        #expect(try rig.counts() == ["plain": 1])
        #expect(rmdir(rig.directory.file("state/journal.db")) == 0)
        try eventually("the disk takes it again") {
            try client.call("turn/test", ["n": "keyed"], meta: Self.meta("k")).result != nil
        }
        #expect(try rig.count("keyed") == 1)
    }

    @Test func noSecretIsInTheFile() throws {
        let rig = try KeyRig()
        let client = try rig.start()
        try client.ready()
        // The fake answers with the params that it got.
        let params: JSON = ["n": "login", "type": "apiKey", "apiKey": "sk-very-secret"]
        #expect(try client.call("account/login/start", params, meta: Self.meta("k")).result != nil)
        #expect(try client.call("account/login/start", params, meta: Self.meta("k")).reason == "result_not_kept")
        let answer: JSON = ["approvalId": "none", "result": ["answers": ["pin": ["answers": ["sk-very-secret"]]]]]
        #expect(try client.call("approval/respond", answer, meta: Self.meta("l")).reason == "approval_unknown")
        #expect(try rig.count("login") == 1)
        for name in ["journal.db", "journal.db-wal"] {
            let text = String(decoding: rig.directory.read("state/\(name)") ?? [], as: UTF8.self)
            #expect(!text.contains("sk-very-secret"), "\(name)")
        }
    }

    @Test(arguments: [["idempotencyKey": ""], ["idempotencyKey": 7]] as [JSON]) func aKeyThatIsNoneIsRefused(
        _ meta: JSON
    ) throws {
        let rig = try KeyRig()
        let client = try rig.start()
        try client.ready()
        #expect(try client.call("turn/test", ["n": "x"], meta: meta).code == -32602)
        #expect(try rig.counts() == [:])
    }
}
