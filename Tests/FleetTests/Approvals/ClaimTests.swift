import Supervision
import EventLoop
import Journal
import BusProtocol
import Fleet
import JSONRPC
import Testing

/// Claims, and who may answer.
@Suite struct ClaimTests {
    private static let command = "item/commandExecution/requestApproval"

    private func rig(_ rules: [ApprovalRule] = []) throws -> FleetRig {
        var rig = FleetRig()
        var policy = GroupPolicy()
        policy.approvals = ApprovalRules(rules)
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        return rig
    }

    private func opened(_ rig: inout FleetRig, id: Int64 = 0) throws -> JSON {
        let events = rig.ask(Self.command, id: id, worker: 1, thread: "t", ["command": "rm -r x"]).events
        return try #require(events.first?.body["approvalId"])
    }

    private func answer(
        _ rig: inout FleetRig, _ id: JSON, _ decision: JSON, by client: JSON
    ) throws -> [FleetAction] {
        try rig.call("approval/respond", ["approvalId": id, "decision": decision], meta: ["client": client])
    }

    @Test func whoClaimsIsTheOnlyOneToAnswer() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let claimed = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 5_000], meta: ["client": "ann"])
        #expect(claimed.events.map(\.method) == ["approval/claimed"])
        #expect(claimed.events[0].body["by"] == "ann" && claimed.events[0].body["state"] == "claimed")
        #expect(claimed.events[0].body["remainingMs"] == 5_000)
        #expect(claimed.ledger.map(\.change) == [.claimed] && claimed.ledger[0].client == "ann")
        let details: JSON = ["by": "ann", "remainingMs": 5_000]
        let refused = CommandReply.refusedInDetail(.approvalClaimed, "claimed by ann for another 5000 ms", details)
        #expect(try answer(&rig, id, "accept", by: "bob").replies == [refused])
        // That it is another one's is said before what is wrong with the answer.
        #expect(try answer(&rig, id, "nonsense", by: "bob").replies == [refused])
        for method in ["approval/claim", "approval/release"] {
            let params: JSON = ["approvalId": id, "ttlMs": 1]
            #expect(try rig.call(method, params, meta: ["client": "bob"]).replies == [refused])
        }
        let listed = try rig.call("approval/list", ["state": "claimed"]).replies
        guard case .result(let list)? = listed.first else { throw Failure() }
        #expect(list["approvals"]?.arrayValue?.first?["claim"] == details)
        #expect(try answer(&rig, id, "accept", by: "ann").answers == [.result(["decision": "accept"])])
        #expect(try answer(&rig, id, "accept", by: "bob").reasons == [.approvalResolved])
    }

    private struct Failure: Error {}

    @Test func aClaimLapsesByItself() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let claimed = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 5_000], meta: ["client": "ann"])
        let timer = try #require(claimed.timers.first)
        // Too early, since it was lengthened meanwhile.
        #expect(rig.state.timerFired(timer, at: rig.now).isEmpty)
        rig.now = rig.now.advanced(by: .seconds(5))
        let lapsed = rig.state.timerFired(timer, at: rig.now)
        #expect(lapsed.events.map(\.method) == ["approval/released"])
        #expect(lapsed.events[0].body["lapsed"] == true && lapsed.events[0].body["by"] == "ann")
        #expect(lapsed.ledger.map(\.origin) == ["lapse"])
        #expect(try answer(&rig, id, "decline", by: "bob").answers.count == 1)
        #expect(rig.state.timerFired(timer, at: rig.now).isEmpty)
    }

    @Test func aClaimIsReleased() throws {
        var rig = try rig()
        let id = try opened(&rig)
        let unclaimed = try rig.call("approval/release", ["approvalId": id])
        #expect(unclaimed.replies == [.result(["approvalId": id, "state": "open"])] && unclaimed.events.isEmpty)
        _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 5_000], meta: ["client": "ann"])
        let released = try rig.call("approval/release", ["approvalId": id], meta: ["client": "ann"])
        #expect(released.events.map(\.method) == ["approval/released"])
        #expect(released.events[0].body["lapsed"] == false)
        #expect(try answer(&rig, id, "decline", by: "bob").answers.count == 1)
    }

    @Test func claimedOnesEndAsOthersDo() throws {
        var rig = try rig()
        let ids = try (0..<3).map { try opened(&rig, id: $0) }
        for id in ids {
            _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 5_000], meta: ["client": "ann"])
        }
        let expired = rig.state.timerFired(.approval(ids[0].stringValue ?? ""), at: rig.now)
        #expect(expired.answers == [.result(["decision": "decline"])])
        #expect(
            rig.state.withdraw(worker: 1, request: .number(1), at: rig.now).events.map(\.method) == [
                "approval/withdrawn"
            ])
        #expect(rig.exit(1).events.map(\.method).contains("approval/void"))
        let reasons = try ids.flatMap { try answer(&rig, $0, "accept", by: "ann").reasons }
        #expect(reasons == [.approvalExpired, .approvalWithdrawn, .approvalVoid])
        #expect(rig.state.timerFired(.claim(ids[2].stringValue ?? ""), at: rig.now).isEmpty)
    }

    @Test(
        arguments: [
            ["ttlMs": 1], ["approvalId": 1, "ttlMs": 1], ["approvalId": "x"], ["approvalId": "x", "ttlMs": 0],
            ["approvalId": "x", "ttlMs": 86_400_001], ["approvalId": "x", "ttlMs": "1"],
            ["approvalId": "x", "ttlMs": 1.5],
        ] as [JSON])
    func aClaimWithoutItsParamsIsInvalid(_ params: JSON) throws {
        var rig = try rig()
        guard case .invalid(code: -32602, _)? = try rig.call("approval/claim", params).replies.first else {
            Issue.record("it was taken")
            return
        }
        #expect(try rig.call("approval/claim", ["approvalId": "x", "ttlMs": 1]).reasons == [.approvalUnknown])
    }

    // MARK: Who may

    private func ask(_ terms: ApprovalTerms) -> [ApprovalRule] { [ApprovalRule(.ask(terms))] }

    @Test func onlyWhoIsNamedMayAnswerOrClaim() throws {
        var rig = try rig(ask(ApprovalTerms(users: ["ann"])))
        let id = try opened(&rig)
        #expect(try answer(&rig, id, "decline", by: "bob").reasons == [.forbidden])
        let claim = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1], meta: ["client": "bob"])
        #expect(claim.reasons == [.forbidden])
        // What a client says of itself counts only where the daemon knows no user.
        let params: JSON = ["approvalId": id, "decision": "decline"]
        #expect(try rig.call("approval/respond", params, meta: ["client": "ann"], by: "bob").reasons == [.forbidden])
        #expect(try rig.call("approval/respond", params, meta: ["client": "x"], by: "ann").answers.count == 1)
    }

    @Test func aQuorumIsOfDifferentPeople() throws {
        var rig = try rig(ask(ApprovalTerms(quorum: 2)))
        let id = try opened(&rig)
        let first = try answer(&rig, id, "accept", by: "ann")
        #expect(first.answers.isEmpty && first.events.map(\.method) == ["approval/voted"])
        #expect(first.ledger.map(\.change) == [.voted])
        #expect(first.events[0].body["votes"] == ["ann"] && first.events[0].body["quorum"] == 2)
        let reply: JSON = ["approvalId": id, "state": "open", "agreeing": 1, "quorum": 2]
        #expect(first.replies == [.result(reply)])
        #expect(try answer(&rig, id, "accept", by: "ann").answers.isEmpty)
        // Another yes than hers: two have said yes, and not to the same.
        #expect(try answer(&rig, id, "acceptForSession", by: "bob").answers.isEmpty)
        #expect(try answer(&rig, id, "accept", by: "cyd").answers == [.result(["decision": "accept"])])
    }

    @Test func oneNoIsEnough() throws {
        var rig = try rig(ask(ApprovalTerms(quorum: 3)))
        let id = try opened(&rig)
        _ = try answer(&rig, id, "accept", by: "ann")
        _ = try answer(&rig, id, "accept", by: "bob")
        #expect(try answer(&rig, id, "decline", by: "cyd").answers == [.result(["decision": "decline"])])
    }

    /// Who does not say who they are can't be told from who has voted.
    @Test func nobodyIsNoVoter() throws {
        var rig = try rig(ask(ApprovalTerms(quorum: 2)))
        let id = try opened(&rig)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        #expect(try rig.call("approval/respond", params).reasons == [.forbidden])
        #expect(try rig.call("approval/respond", params, by: "ann").answers.isEmpty)
        #expect(try rig.call("approval/respond", params, meta: ["client": "other"], by: "ann").answers.isEmpty)
        #expect(try rig.call("approval/respond", params, by: "bob").answers.count == 1)
    }

    @Test func aVoteEndsTheClaimOfWhoVotes() throws {
        var rig = try rig(ask(ApprovalTerms(quorum: 2)))
        let id = try opened(&rig)
        _ = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 5_000], meta: ["client": "ann"])
        #expect(try answer(&rig, id, "accept", by: "ann").events[0].body["state"] == "open")
        #expect(try answer(&rig, id, "accept", by: "bob").answers.count == 1)
    }

    @Test func whoStartedTheTurnMaySayNoOnly() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], meta: ["client": "ann"])
        let id = try opened(&rig)
        #expect(try answer(&rig, id, "accept", by: "ann").reasons == [.forbidden])
        let claim = try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1], meta: ["client": "ann"])
        #expect(claim.reasons == [.forbidden])
        #expect(try rig.call("approval/respond", ["approvalId": id, "decision": "accept"]).reasons == [.forbidden])
        #expect(try answer(&rig, id, "accept", by: "bob").answers.count == 1)
        let second = try opened(&rig, id: 1)
        #expect(try answer(&rig, second, "cancel", by: "ann").answers.count == 1)
    }

    /// Who adds to a turn that another one has started, or has words wait for it, is not another one than who started it.
    @Test(
        arguments: [
            "turn/steer", "turn/start", "thread/inject_items", "thread/queue/add", "thread/goal/set",
            "thread/realtime/appendText", "thread/settings/update", "turn/settings/update",
        ])
    func whoHadASayInTheTurnMaySayNoOnly(_ method: String) throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "1"])
        _ = try rig.call(method, ["threadId": "t"], by: "bob")
        let id = try opened(&rig)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        for author in ["ann", "bob"] {
            #expect(try rig.call("approval/respond", params, by: author).reasons == [.forbidden], "\(author)")
        }
        #expect(try rig.call("approval/respond", params, by: "cyd").answers.count == 1)
    }

    @Test func whoResumesOrReadsAThreadHasNoSayInItsTurn() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        let resume = try rig.call("thread/resume", ["threadId": "t"], by: "bob").sent
        _ = rig.answer(resume[0].token, .result(Array("{}".utf8), thread: "t"))
        for method in ["thread/read", "thread/queue/list", "thread/goal/get", "turn/interrupt"] {
            _ = try rig.call(method, ["threadId": "t"], by: "bob")
        }
        let id = try opened(&rig)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        #expect(try rig.call("approval/respond", params, by: "ann").reasons == [.forbidden])
        #expect(try rig.call("approval/respond", params, by: "bob").answers.count == 1)
    }

    /// Words that were queued, and turns that were begun beside one, may be the next turn's; a turn that is over is.
    @Test func theNextTurnHasItsOwnAuthors() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        func end(_ rig: inout FleetRig, _ turn: JSON) {
            _ = rig.notify(.threadStatusChanged, thread: "t", ["status": ["type": "idle"]])
            _ = rig.notify(.turnCompleted, thread: "t", ["turnId": turn])
        }
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "1"])
        _ = try rig.call("thread/queue/add", ["threadId": "t"], by: "bob")
        _ = try rig.call("turn/start", ["threadId": "t"], by: "cyd")
        end(&rig, "1")
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "2"])
        var params: JSON = ["approvalId": try opened(&rig), "decision": "accept"]
        for author in ["bob", "cyd"] {
            #expect(try rig.call("approval/respond", params, by: author).reasons == [.forbidden], "\(author)")
        }
        #expect(try rig.call("approval/respond", params, by: "ann").answers.count == 1)
        end(&rig, "2")
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "3"])
        params["approvalId"] = try opened(&rig, id: 1)
        #expect(try rig.call("approval/respond", params, by: "cyd").answers.count == 1)
    }

    /// Of a subagent's turns those of the threads above it have had a say, too.
    @Test func whoSteersASubagentDoesNotFreeWhoStartedIt() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        _ = rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now)
        let item: JSON = [
            "type": "collabAgentToolCall", "id": "i", "tool": "spawnAgent", "receiverThreadIds": ["child"],
        ]
        _ = rig.notify(.itemStarted, thread: "t", ["item": item])
        _ = try rig.call("turn/steer", ["threadId": "child"], by: "bob")
        let id = try #require(rig.ask(Self.command, worker: 1, thread: "child").events.first?.body["approvalId"])
        let params: JSON = ["approvalId": id, "decision": "accept"]
        for author in ["ann", "bob"] {
            #expect(try rig.call("approval/respond", params, by: author).reasons == [.forbidden], "\(author)")
        }
        #expect(try rig.call("approval/respond", params, by: "cyd").answers.count == 1)
    }

    private func mayAccept(_ rig: inout FleetRig, _ id: JSON, _ user: String) throws -> Bool {
        try rig.call("approval/claim", ["approvalId": id, "ttlMs": 1], by: user).reasons.isEmpty
            && rig.call("approval/release", ["approvalId": id], by: user).reasons.isEmpty
    }

    /// Words that wait in a thread are there still when it was archived, or let go of, and comes back.
    @Test(arguments: ["thread/archive", "thread/unsubscribe"]) func wordsStayInAThread(_ method: String) throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("thread/queue/add", ["threadId": "t"], by: "ann")
        if method == "thread/archive" {
            let sent = try rig.call(method, ["threadId": "t"], by: "ann").sent
            _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: nil))
        } else {
            var policy = GroupPolicy()
            policy.idleThread = .seconds(60)
            policy.approvals = ApprovalRules(ask(ApprovalTerms(fourEyes: true)))
            rig.state.set(policy: policy, ofGroup: "main")
            let queued = try rig.call("thread/queue/list", ["threadId": "t"], by: "bob").sent
            for token in 1...queued[0].token { _ = rig.answer(token, .result(Array("{}".utf8), thread: nil)) }
            _ = rig.sweep()
            let sent = rig.sweep(after: .seconds(60)).sent
            _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: nil))
        }
        let resume = try #require(try rig.call("turn/start", ["threadId": "t"], by: "bob").sent.first)
        #expect(resume.method == "thread/resume")
        _ = rig.answer(resume.token, .result([], thread: "t"))
        let asked = rig.ask(Self.command, worker: resume.worker, thread: "t")
        let id = try #require(asked.events.first?.body["approvalId"])
        #expect(try mayAccept(&rig, id, "ann") == false && mayAccept(&rig, id, "bob") == false)
        #expect(try mayAccept(&rig, id, "cyd") == true)
    }

    static let loads: [(String, JSON, Bool)] = [
        ("thread/start", ["developerInstructions": "Do it."], true), ("thread/start", ["baseInstructions": "x"], true),
        ("thread/start", ["config": ["instructions": "x"]], true), ("thread/start", ["madeUp": 1], true),
        ("thread/start", ["cwd": "/", "model": "x", "config": [:], "baseInstructions": .null], false),
        ("thread/resume", ["threadId": "new", "developerInstructions": "x"], true),
        ("thread/resume", ["threadId": "new", "excludeTurns": true], false),
        ("thread/fork", ["threadId": "t", "developerInstructions": "x"], true),
        ("thread/fork", ["threadId": "t"], false),
    ]

    /// Instructions that a thread is loaded with are words in it.
    @Test(arguments: loads) func instructionsAreASay(_ method: String, _ params: JSON, _ isSay: Bool) throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        let sent = try rig.call(method, params, meta: ["worker": "main-1"], by: "ann").sent
        _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: "new"))
        _ = try rig.call("turn/start", ["threadId": "new"], by: "bob")
        let asked = rig.ask(Self.command, worker: 1, thread: "new")
        let id = try #require(asked.events.first?.body["approvalId"])
        #expect(try mayAccept(&rig, id, "ann") == !isSay)
        #expect(try mayAccept(&rig, id, "bob") == false && mayAccept(&rig, id, "cyd") == true)
    }

    /// Who does not wait for the answer has instructed the thread nevertheless.
    @Test(arguments: [true, false]) func instructionsAreASayAlsoWithoutAnAnswer(_ isToldFirst: Bool) throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        let params: JSON = ["developerInstructions": "Do it."]
        let meta: JSON = ["worker": "main-1", "deadlineMs": 1]
        let sent = try rig.call("thread/start", params, meta: meta, by: "ann").sent
        func announce() -> Bool {
            rig.state.adoptAnnounced(thread: "new", method: .threadStarted, worker: 1, at: rig.now)
        }
        if isToldFirst { #expect(announce() == true) }
        _ = rig.answer(sent[0].token, .lost(.lateWritten))
        if !isToldFirst { #expect(announce() == true) }
        _ = try rig.call("turn/start", ["threadId": "new"], by: "bob")
        let asked = rig.ask(Self.command, worker: 1, thread: "new")
        let id = try #require(asked.events.first?.body["approvalId"])
        #expect(try mayAccept(&rig, id, "ann") == false && mayAccept(&rig, id, "cyd") == true)
    }

    @Test func aCopyHasTheWordsOfItsOriginal() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("thread/goal/set", ["threadId": "t"], by: "ann")
        let sent = try rig.call("thread/fork", ["threadId": "t"], by: "bob").sent
        _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: "copy"))
        _ = try rig.call("turn/start", ["threadId": "copy"], by: "bob")
        let asked = rig.ask(Self.command, worker: 1, thread: "copy")
        let id = try #require(asked.events.first?.body["approvalId"])
        #expect(try mayAccept(&rig, id, "ann") == false && mayAccept(&rig, id, "cyd") == true)
    }

    /// A subagent goes on when the turn that made it is over, and who resumes its thread has begun nothing there.
    @Test func whoStartedTheTurnAboveASubagentIsNotForgotten() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], by: "ann")
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "1"])
        _ = rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now)
        _ = rig.notify(.itemStarted, thread: "t", SilenceTests.spawns("child"))
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "1"])
        let resume = try rig.call("thread/resume", ["threadId": "child"], by: "bob").sent
        _ = rig.answer(resume[0].token, .result(Array("{}".utf8), thread: "child"))
        let body = try #require(rig.ask(Self.command, worker: 1, thread: "child").events.first?.body)
        #expect(body["startedBy"] == "ann")
        let params: JSON = ["approvalId": body["approvalId"] ?? nil, "decision": "accept"]
        #expect(try rig.call("approval/respond", params, by: "ann").reasons == [.forbidden])
        // Whose turn it is now counts, and whose it was above.
        _ = try rig.call("turn/start", ["threadId": "child"], by: "bob")
        let second = try #require(rig.ask(Self.command, id: 1, worker: 1, thread: "child").events.first?.body)
        #expect(second["startedBy"] == "bob")
        let more: JSON = ["approvalId": second["approvalId"] ?? nil, "decision": "accept"]
        for author in ["ann", "bob"] {
            #expect(try rig.call("approval/respond", more, by: author).reasons == [.forbidden], "\(author)")
        }
        #expect(try rig.call("approval/respond", more, by: "cyd").answers.count == 1)
    }

    /// Nobody knows who started it: so nobody is known to be another one.
    @Test func whereNobodyKnowsWhoStartedItNobodySaysYes() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"])
        let id = try opened(&rig)
        #expect(try answer(&rig, id, "accept", by: "bob").reasons == [.forbidden])
        #expect(try answer(&rig, id, "decline", by: "bob").answers.count == 1)
    }

    @Test func aSubagentsStarterIsWhoStartedTheFirst() throws {
        var rig = try rig(ask(ApprovalTerms(fourEyes: true)))
        _ = try rig.call("turn/start", ["threadId": "t"], meta: ["client": "ann"])
        _ = rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now)
        let item: JSON = [
            "type": "collabAgentToolCall", "id": "i", "tool": "spawnAgent", "receiverThreadIds": ["child"],
        ]
        _ = rig.notify(.itemStarted, thread: "t", ["item": item])
        let body = try #require(rig.ask(Self.command, worker: 1, thread: "child").events.first?.body)
        #expect(body["startedBy"] == "ann" && body["rootThreadId"] == "t" && body["cause"] != nil)
        let id = try #require(body["approvalId"])
        #expect(try answer(&rig, id, "accept", by: "ann").reasons == [.forbidden])
    }

    // MARK: Rules

    private var ofRules: [ApprovalRule] {
        var push = ApprovalRule(.deny)
        push.kinds = [.command]
        push.command = ["git", "push"]
        var status = ApprovalRule(.allow)
        status.kinds = [.command]
        status.command = ["git", "status"]
        return [push, status]
    }

    @Test func aRuleAnswersAtOnceAndSaysSo() throws {
        var rig = try rig(ofRules)
        let allowed = rig.ask(Self.command, worker: 1, thread: "t", ["command": "/bin/bash -lc 'git status'"])
        #expect(allowed.events.map(\.method) == ["approval/opened", "approval/resolved"])
        #expect(allowed.answers == [.result(["decision": "accept"])])
        #expect(allowed.events[1].body["rule"] == "main/2" && allowed.events[1].body["by"] == "main/2")
        #expect(allowed.ledger.map(\.change) == [.opened, .resolved] && allowed.ledger[1].origin == "rule main/2")
        let denied = rig.ask(Self.command, id: 1, worker: 1, thread: "t", ["command": "git push"])
        #expect(denied.answers == [.result(["decision": "decline"])])
        let asked = rig.ask(Self.command, id: 2, worker: 1, thread: "t", ["command": "git status; git push"])
        #expect(asked.events.map(\.method) == ["approval/opened"] && asked.answers.isEmpty)
        let id = try #require(allowed.events[0].body["approvalId"])
        #expect(
            try answer(&rig, id, "decline", by: "ann").replies == [
                .refusedInDetail(.approvalResolved, "answered before, by main/2", ["by": "main/2", "rule": "main/2"])
            ])
        // Codex asks again after a resume: it is the same one, and has its answer.
        let again = rig.ask(Self.command, worker: 1, thread: "t", ["command": "/bin/bash -lc 'git status'"])
        #expect(again.isEmpty)
    }

    /// Then the rule behind it counts, and not what everybody may do.
    @Test func aRuleThatCannotAllowLeavesItToTheNext() throws {
        var terms = ApprovalTerms(quorum: 2)
        terms.users = ["ann", "bob"]
        var allow = ApprovalRule(.allow)
        allow.kinds = [.command]
        allow.command = ["git", "status"]
        var rig = try rig([allow] + ask(terms))
        let offered: JSON = ["command": "git status", "availableDecisions": ["acceptForSession", "cancel"]]
        let asked = rig.ask(Self.command, worker: 1, thread: "t", offered)
        #expect(asked.answers.isEmpty)
        #expect(asked.events.first?.body["rule"] == "main/2" && asked.events.first?.body["quorum"] == 2)
        let plain = rig.ask(Self.command, id: 1, worker: 1, thread: "t", ["command": "git status"])
        #expect(plain.answers.count == 1)
    }

    @Test func whatCodexDoesNotOfferNoRuleGives() throws {
        var rig = try rig(ofRules)
        let asked = rig.ask(
            Self.command, worker: 1, thread: "t", ["command": "git status", "availableDecisions": ["cancel"]])
        #expect(asked.answers.isEmpty && asked.events.map(\.method) == ["approval/opened"])
    }
}
