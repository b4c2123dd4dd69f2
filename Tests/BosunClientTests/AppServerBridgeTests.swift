import BosunClient
import BusProtocol
import EventLoop
import JSONRPC
import Testing

/// Codex's protocol on one side, the bus on the other, line by line.
@Suite struct AppServerBridgeTests {
    /// A bridge with a client and a daemon that are words on paper.
    struct Rig {
        var bridge: AppServerBridge
        var now = MonotonicInstant(nanoseconds: 1_000_000_000)
        var seq: UInt64 = 0
        var scopeSeqs: [String: UInt64] = [:]
        var epoch: UInt64 = 7
        var written: [JSON] = []
        var sent: [JSON] = []
        var bytes: [[UInt8]] = []
        var pauses: [Int64] = []
        var told: [String] = []

        init(_ configure: (inout AppServerBridge.Options) -> Void = { _ in }) throws {
            var options = AppServerBridge.Options()
            configure(&options)
            bridge = AppServerBridge(options)
            perform(bridge.joined(at: EventCursor(epoch: epoch, seq: 0), now: now))
        }

        /// One that serves, with a client that has said hello.
        static func serving(_ configure: (inout AppServerBridge.Options) -> Void = { _ in }) throws -> Rig {
            var rig = try Rig(configure)
            rig.say(["id": 0, "method": "initialize", "params": ["clientInfo": ["name": "c", "version": "1"]]])
            try rig.answer(["workers": [["codex": "0.163.0", "codexHome": "/home/codex", "group": "main"]]])
            rig.written = []
            return rig
        }

        mutating func perform(_ actions: [AppServerBridge.Action]) {
            for action in actions {
                switch action {
                case .write(let line):
                    #expect(line.last == UInt8(ascii: "\n"))
                    written.append((try? JSON(parsing: Array(line.dropLast()))) ?? .null)
                case .send(let request):
                    bytes.append(request)
                    sent.append((try? JSON(parsing: request)) ?? .null)
                case .wait(let id, _): pauses.append(id)
                case .tell(let text): told.append(text)
                }
            }
        }

        mutating func say(_ line: JSON) { perform(bridge.clientSaid(line.serialized(), at: now)) }

        /// Answers the last request, or the one before it by so many.
        mutating func answer(_ result: JSON, back: Int = 0, seq: UInt64? = nil) throws {
            let request = try #require(sent.dropLast(back).last)
            let meta: JSON = [
                "command": request["meta"]?["command"] ?? .null, "epoch": .unsigned(epoch),
                "seq": .unsigned(seq ?? self.seq),
            ]
            let reply: JSON = ["jsonrpc": "2.0", "id": request["id"] ?? .null, "result": result, "meta": meta]
            perform(bridge.replied(reply.serialized(), at: now))
        }

        mutating func refuse(_ reason: BusErrorReason) throws {
            let error: JSON = [
                "code": .integer(Int64(reason.code)), "message": "no",
                "data": ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)],
            ]
            let reply: JSON = ["jsonrpc": "2.0", "id": try #require(sent.last?["id"]), "error": error]
            perform(bridge.replied(reply.serialized(), at: now))
        }

        /// A worker's line, or (`isDaemons`) what the daemon says.
        mutating func event(
            _ kind: EventKind, _ scope: String, _ method: String, _ body: JSON? = nil, isDaemons: Bool = false,
            cause: CommandID = .none, flags: EventFlags = []
        ) {
            seq += 1
            scopeSeqs["\(kind).\(scope)", default: 0] += 1
            let header = EventHeader(
                flags: isDaemons ? flags.union(.madeByDaemon) : flags, epoch: epoch, seq: seq,
                scopeSeq: scopeSeqs["\(kind).\(scope)"] ?? 0, unixNanoseconds: 5_000_000_000, cause: cause)
            let text =
                body ?? ["method": .string(method), "params": ["threadId": .string(scope), "seq": .unsigned(seq)]]
            perform(
                bridge.came(
                    Event(topic: Topic(kind, scope: scope, method: method), header: header, body: text.serialized()),
                    at: now))
        }

        mutating func event(
            _ scope: String, _ method: String, _ body: JSON? = nil, isDaemons: Bool = false, cause: CommandID = .none,
            flags: EventFlags = []
        ) {
            event(.event, scope, method, body, isDaemons: isDaemons, cause: cause, flags: flags)
        }

        var lastCommand: CommandID { sent.last?["meta"]?["command"]?.stringValue.flatMap { CommandID($0) } ?? .none }
        var methods: [String] { written.map { $0["method"]?.stringValue ?? "reply" } }

        mutating func startThread(_ id: String = "t") throws {
            say(["id": "start", "method": "thread/start", "params": [:]])
            try answer(["thread": ["id": .string(id)]])
            written = []
        }
    }

    // MARK: The end

    /// Each request has one error, and what the bridge itself asks for has nobody who waits.
    @Test func whoIsTurnedAwayIsToldOnce() throws {
        var rig = try Rig.serving { $0.asksApprovals = true }
        rig.say(["id": "a", "method": "model/list"])
        rig.say(["id": 2, "method": "thread/resume", "params": ["threadId": "t"]])
        try rig.answer(["thread": ["id": "t"]])
        #expect(rig.sent.last?["method"] == "approval/list")
        rig.written = []
        rig.perform(rig.bridge.turnedAway(because: "no"))
        let error: JSON = [
            "code": -33009, "message": "no", "data": ["reason": "forbidden", "retryable": false],
        ]
        #expect(rig.written == [["id": "a", "error": error]])
        rig.perform(rig.bridge.turnedAway(because: "no"))
        try rig.answer(["data": []], back: 1)
        #expect(rig.written.count == 1)
        var early = try Rig()
        early.say(["id": 5, "method": "initialize", "params": ["clientInfo": ["name": "c", "version": "1"]]])
        early.perform(early.bridge.turnedAway(because: "no"))
        #expect(early.written == [["id": 5, "error": error]])
    }

    // MARK: Initialize

    @Test func itIsInitializedWithTheFleetsCodex() throws {
        var rig = try Rig { $0.group = "b" }
        rig.say(["id": 1, "method": "thread/list", "params": [:]])
        #expect(rig.written.last?["error"]?["message"] == "Not initialized")
        rig.say([
            "id": "i", "method": "initialize", "params": ["clientInfo": ["name": "sdk", "title": nil, "version": "2"]],
        ])
        #expect(rig.sent.last?["method"] == "worker/list")
        try rig.answer([
            "workers": [["codex": "0.1.0", "codexHome": "/a", "group": "a"], ["codex": nil, "group": "b"]]
        ])
        // Its group has started none yet: it is asked again.
        #expect(rig.written.count == 1)
        let id = try #require(rig.pauses.last)
        rig.perform(rig.bridge.retry(id))
        try rig.answer(["workers": [["codex": "0.163.0", "codexHome": "/b", "group": "b"]]])
        let result = try #require(rig.written.last?["result"])
        #expect(rig.written.last?["id"] == "i" && rig.written.last?["jsonrpc"] == nil)
        #expect(result["userAgent"]?.stringValue?.hasPrefix("sdk/0.163.0 ") == true)
        #expect(result["codexHome"] == "/b" && result["platformFamily"] == "unix" && result["platformOs"] == "linux")
        rig.say(["method": "initialized"])
        rig.say(["id": 2, "method": "initialize", "params": ["clientInfo": ["name": "sdk", "version": "2"]]])
        #expect(rig.written.last?["error"]?["message"] == "Already initialized")
        #expect(rig.written.count == 3)
    }

    @Test func aFleetThatNeverStartsIsAnError() throws {
        var rig = try Rig()
        rig.say(["id": 1, "method": "initialize", "params": ["clientInfo": ["name": "c", "version": "1"]]])
        rig.now = rig.now.advanced(by: .seconds(31))
        try rig.answer(["workers": []])
        #expect(rig.written.last?["error"]?["code"] == -32603)
        // It may be tried again.
        rig.say(["id": 2, "method": "initialize", "params": ["clientInfo": ["name": "c", "version": "1"]]])
        try rig.answer(["workers": [["codex": "0.163.0", "codexHome": "/", "group": "main"]]])
        #expect(rig.written.last?["id"] == 2 && rig.written.last?["result"] != nil)
    }

    // MARK: Requests

    @Test(arguments: [
        ("turn/start", true), ("thread/start", true), ("command/exec", true), ("fs/writeFile", true),
        ("thread/readState/update", true), ("config/value/write", true), ("unknown/thing", true),
        ("thread/read", false), ("thread/list", false), ("thread/resume", false), ("thread/turns/list", false),
        ("model/list", false),
        ("fs/readFile", false), ("account/rateLimits/read", false),
    ]) func whatIsNotToBeDoneTwiceHasAKey(_ method: String, _ hasKey: Bool) throws {
        var rig = try Rig.serving { $0.group = "main" }
        rig.say(["id": 1, "method": .string(method), "params": ["a": 1.50]])
        let request = try #require(rig.sent.last)
        #expect(request["method"]?.stringValue == method && request["params"]?["a"] == 1.5)
        #expect(request["meta"]?["group"] == "main")
        #expect((request["meta"]?["idempotencyKey"] != nil) == hasKey)
        // Whoever is asked again is asked the same.
        rig.perform(rig.bridge.linked())
        #expect(rig.bytes.suffix(2).first == rig.bytes.last)
    }

    @Test func aReplyHasTheClientsIDAndNothingElse() throws {
        var rig = try Rig.serving()
        for id in ["x", 7, 1e3] as [JSON] {
            rig.say(["id": id, "method": "model/list"])
            try rig.answer(["data": []])
            #expect(rig.written.last == ["id": id, "result": ["data": []]])
        }
        rig.say(["id": 8, "method": "account/logout", "params": nil])
        #expect(rig.sent.last?["params"] == [:])
        try rig.refuse(.unknownThread)
        #expect(rig.written.last?["id"] == 8 && rig.written.last?["error"]?["data"]?["reason"] == "unknown_thread")
        // Nobody asked that.
        rig.perform(rig.bridge.replied(Array(#"{"id":99,"result":{}}"#.utf8), at: rig.now))
        #expect(rig.written.count == 4)
    }

    @Test func whatMayBeTriedAgainIsForSomeTime() throws {
        var rig = try Rig.serving()
        rig.say(["id": 1, "method": "turn/start", "params": ["threadId": "t"]])
        let first = rig.bytes.last
        try rig.refuse(.noWorker)
        #expect(rig.written == [])
        let id = try #require(rig.pauses.last)
        rig.perform(rig.bridge.retry(id))
        #expect(rig.bytes.last == first)
        rig.now = rig.now.advanced(by: .seconds(31))
        try rig.refuse(.noWorker)
        #expect(rig.written.last?["error"]?["data"]?["reason"] == "no_worker")
        rig.perform(rig.bridge.retry(id))
        #expect(rig.bytes.count(where: { $0 == first }) == 2)
    }

    @Test func whatWorksNowhereWorksWhereTheClientDoes() throws {
        var rig = try Rig.serving { $0.directory = "/here" }
        for (method, params, cwd) in [
            ("thread/start", [:], "/here"), ("thread/start", ["cwd": nil], "/here"), ("command/exec", [:], "/here"),
            ("thread/start", ["cwd": "/there"], "/there"), ("turn/start", ["threadId": "t"], nil),
        ] as [(String, JSON, String?)] {
            rig.say(["id": 1, "method": .string(method), "params": params])
            #expect(rig.sent.last?["params"]?["cwd"]?.stringValue == cwd)
        }
    }

    @Test(arguments: [
        "", "  ", "nonsense", "[]", "7", "{}", #"{"id":1}"#, #"{"method":"x"}"#, "{\"id\":1,\"method\":7}",
    ])
    func whatIsNoRequestIsNotPassedOn(_ line: String) throws {
        var rig = try Rig.serving()
        let sent = rig.sent.count
        rig.perform(rig.bridge.clientSaid(Array(line.utf8), at: rig.now))
        #expect(rig.sent.count == sent)
        #expect(rig.written.allSatisfy { $0["error"] != nil })
    }

    @Test func tooManyOpenRequestsAreRefusedAsCodexDoes() throws {
        var rig = try Rig.serving()
        for id in 0..<Int64(1_000) { rig.say(["id": .integer(id), "method": "model/list"]) }
        rig.say(["id": 1_000, "method": "model/list"])
        #expect(rig.written.map { $0["error"]?["code"] } == [-32001])
    }

    @Test func unsubscribingConcernsThisClientAlone() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        let sent = rig.sent.count
        rig.say(["id": 1, "method": "thread/unsubscribe", "params": ["threadId": "t"]])
        #expect(rig.sent.count == sent)
        #expect(rig.written.last == ["id": 1, "result": ["status": "unsubscribed"]])
        rig.event("t", "turn/started")
        rig.say(["id": 2, "method": "thread/unsubscribe", "params": ["threadId": "t"]])
        #expect(rig.written.count == 2 && rig.written.last?["result"]?["status"] == "notSubscribed")
    }

    // MARK: Events

    @Test func eventsOfItsThreadsComeAsTheyAreAndNobodyElses() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.event("t", "turn/started")
        rig.event("other", "turn/started")
        rig.event(.delta, "t", "item/agentMessage/delta")
        rig.event("wmain-1", "configWarning")
        rig.event("-", "x", isDaemons: true)
        rig.event("t", "bosun/threadMoved", ["threadId": "t"], isDaemons: true)
        rig.event("t", "turn/completed")
        #expect(rig.methods == ["turn/started", "item/agentMessage/delta", "turn/completed"])
        #expect(rig.written[0] == ["method": "turn/started", "params": ["threadId": "t", "seq": 1]])
    }

    @Test func codexAnswersBeforeItSpeaks() throws {
        var rig = try Rig.serving()
        rig.say(["id": "a", "method": "thread/start", "params": [:]])
        let start = rig.lastCommand
        rig.event("t", "thread/started", cause: start)
        rig.event("t", "thread/status/changed")
        #expect(rig.written == [])
        try rig.answer(["thread": ["id": "t"]], seq: 0)
        #expect(rig.methods == ["reply", "thread/started", "thread/status/changed"])
        rig.written = []
        rig.say(["id": "b", "method": "turn/start", "params": ["threadId": "t"]])
        rig.event("t", "turn/started", cause: rig.lastCommand)
        rig.event(.delta, "t", "item/agentMessage/delta", cause: rig.lastCommand)
        // Not caused by it, but behind what is.
        rig.event("t", "warning")
        #expect(rig.written == [])
        try rig.answer(["turn": ["id": "u"]])
        #expect(rig.methods == ["reply", "turn/started", "item/agentMessage/delta", "warning"])
    }

    @Test func anErrorLetsGoOfWhatWaited() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.say(["id": "b", "method": "turn/start", "params": ["threadId": "t"]])
        rig.event("t", "warning", cause: rig.lastCommand)
        try rig.refuse(.indeterminate)
        #expect(rig.methods == ["reply", "warning"])
    }

    @Test func ofAThreadThatIsResumedOnlyWhatComesThenIsHeard() throws {
        var rig = try Rig.serving()
        rig.event("t", "turn/started")
        rig.say(["id": 1, "method": "thread/resume", "params": ["threadId": "t"]])
        let seq = rig.seq
        rig.event("t", "turn/completed")
        try rig.answer(["thread": ["id": "t"]], seq: seq)
        #expect(rig.methods == ["reply", "turn/completed"])
    }

    @Test func aSubagentsThreadIsItsToo() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.event("child", "thread/status/changed")
        rig.event("stranger", "thread/status/changed")
        let spawned: JSON = ["threadId": "child", "parentThreadId": "t", "rootThreadId": "t"]
        rig.event("child", "bosun/threadSpawned", spawned, isDaemons: true)
        rig.event("stranger", "bosun/threadSpawned", ["parentThreadId": "who"], isDaemons: true)
        // A worker can't say so.
        rig.event("stranger", "bosun/threadSpawned", spawned)
        rig.event("child", "turn/started")
        rig.event("stranger", "turn/started")
        #expect(rig.written.map { $0["params"]?["threadId"] } == ["child", "child"])
    }

    @Test func whatTheClientDoesNotWantIsNotWritten() throws {
        var rig = try Rig()
        rig.say([
            "id": 0, "method": "initialize",
            "params": [
                "clientInfo": ["name": "c", "version": "1"],
                "capabilities": ["optOutNotificationMethods": ["item/agentMessage/delta"]],
            ],
        ])
        try rig.answer(["workers": [["codex": "0.163.0", "codexHome": "/", "group": "main"]]])
        try rig.startThread()
        rig.event(.delta, "t", "item/agentMessage/delta")
        rig.event("t", "turn/completed")
        #expect(rig.methods == ["turn/completed"])
    }

    @Test func whatAWorkersEndCutsOffIsATurnThatWasInterrupted() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.event("t", "bosun/turnInterrupted", ["threadId": "t", "turnId": "u", "retried": false], isDaemons: true)
        rig.event("t", "bosun/turnInterrupted", ["threadId": "t", "turnId": nil, "retried": false], isDaemons: true)
        rig.event("t", "bosun/turnInterrupted", ["threadId": "t", "turnId": "forged"])
        #expect(rig.methods.first == "turn/completed")
        #expect(rig.written.first?["params"]?["turn"]?["id"] == "u")
        #expect(rig.written.first?["params"]?["turn"]?["status"] == "interrupted")
        #expect(!rig.written.contains { $0["params"]?["turn"]?["id"] == "forged" })
    }

    @Test func whatAWorkerSaysOfTheClientsHandlesIsItsToo() throws {
        var rig = try Rig.serving()
        rig.say(["id": 1, "method": "command/exec", "params": ["processId": "mine", "command": ["ls"]]])
        rig.event(
            .delta, "wmain-1", "command/exec/outputDelta", ["method": "x", "params": ["processId": "mine", "n": 1]])
        rig.event(
            .delta, "wmain-1", "command/exec/outputDelta", ["method": "x", "params": ["processId": "other", "n": 2]])
        #expect(rig.written.map { $0["params"]?["n"] } == [1])
    }

    // MARK: Losses

    @Test func aGapIsMendedBeforeItGoesOn() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.event("t", "a")
        rig.scopeSeqs["\(EventKind.event).t", default: 0] += 1
        rig.seq += 1
        rig.event("t", "c")
        #expect(rig.methods == ["a"])
        let request = try #require(rig.sent.last)
        #expect(request["method"] == "events/replay" && request["params"]?["prefixes"] == ["ev.", "dl.", "rq."])
        // The daemon is gone before it answers: it is asked again.
        rig.perform(rig.bridge.linked())
        var events: [JSON] = []
        for (number, method) in [(2, "b"), (3, "c")] {
            let header = EventHeader(
                flags: .replayed, epoch: rig.epoch, seq: UInt64(number), scopeSeq: UInt64(number), unixNanoseconds: 0)
            events.append([
                "topic": .string("ev.t.\(method)"), "header": .string(header.base64),
                "body": .string(#"{"method":"\#(method)","params":{}}"#),
            ])
        }
        try rig.answer([
            "events": .array(events), "next": ["epoch": .unsigned(rig.epoch), "seq": 3], "truncated": false,
            "elided": false,
        ])
        rig.event("t", "d")
        #expect(rig.methods == ["a", "b", "c", "d"])
    }

    @Test func whatCanNotBeHadIsToldAndItGoesOn() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        rig.event("t", "a")
        rig.scopeSeqs["\(EventKind.event).t", default: 0] += 1
        rig.seq += 1
        rig.event("t", "c")
        try rig.refuse(.truncated)
        #expect(rig.methods == ["a", "c"])
        #expect(!rig.told.isEmpty)
        rig.event("t", "d")
        #expect(rig.methods == ["a", "c", "d"])
    }

    @Test func aLargeBodyIsFetchedInItsPlace() throws {
        var rig = try Rig.serving()
        try rig.startThread()
        let body: JSON = ["method": "turn/completed", "params": ["text": "large"]]
        let bytes = body.serialized()
        let digest = Digest.hexadecimal(bytes.withUnsafeBytes { Digest.sha256($0) })
        rig.event(
            "t", "turn/completed",
            ["ref": "r", "size": .integer(Int64(bytes.count)), "sha256": .string(digest)], flags: .byReference)
        rig.event("t", "later")
        #expect(rig.written == [])
        for range in [0..<10, 10..<bytes.count] {
            #expect(rig.sent.last?["method"] == "events/body")
            #expect(rig.sent.last?["params"] == ["ref": "r", "offset": .integer(Int64(range.lowerBound))])
            let data = Array(bytes[range]).withUnsafeBytes { Base64.encode($0) }
            try rig.answer(["ref": "r", "size": .integer(Int64(bytes.count)), "data": .string(data)])
        }
        #expect(rig.written.first == body && rig.methods == ["turn/completed", "later"])
        // One that is kept no more holds nobody up.
        rig.event("t", "gone", ["ref": "s", "size": 9, "sha256": "x"], flags: .byReference)
        rig.event("t", "last")
        try rig.refuse(.truncated)
        #expect(rig.methods.last == "last" && rig.told.count == 1)
    }
}
