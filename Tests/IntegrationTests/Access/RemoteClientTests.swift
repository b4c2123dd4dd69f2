import BosunClient
import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

/// The Swift client, and `bosun` itself, over tcp.
@Suite(.serialized, .waits, .showsDaemonLogs) struct RemoteClientTests {
    private static let users = """
        [users.ann]
        curve = "ann"
        roles = ["observe", "command", "approve"]
        [users.bob]
        curve = "bob"
        roles = ["command"]
        """

    private func rig() throws -> CurveRig {
        let rig = try CurveRig(Self.users, in: TemporaryDirectory())
        try rig.bus.ready()
        return rig
    }

    private func endpoints(_ rig: CurveRig, _ user: String) throws -> Endpoints {
        let keys = try ClientKeys(
            daemonFile: rig.directory.file("state/keys/daemon.public"),
            secretFile: rig.directory.file("state/keys/\(user).secret"))
        return Endpoints(commands: rig.commands, events: rig.events, keys: keys)
    }

    private func commander(_ endpoints: Endpoints) -> Commander {
        var options = Commander.Options(client: "remote")
        options.timeout = patience
        return Commander(endpoints, options)
    }

    private func ask(_ rig: CurveRig, id: Int64) throws {
        let params: JSON = ["command": "ls", "cwd": "/w"]
        try rig.bus.fake([
            ["say": ["method": "item/commandExecution/requestApproval", "id": .integer(id), "params": params]]
        ])
    }

    @Test func commandsEventsAndApprovals() async throws {
        let rig = try rig()
        let ann = try endpoints(rig, "ann")
        let commander = commander(ann)
        #expect(try commander.ask("ping").value["protocol"] == 1)
        var events = Subscriber(ann, prefixes: ["ev."]).makeAsyncIterator()
        guard case .snapshot? = try await events.next() else {
            Issue.record("it does not begin with a snapshot")
            return
        }
        let thread = try commander.perform("thread/start").value.text("thread/id")
        guard case .event(let started)? = try await events.next() else {
            Issue.record("no event came")
            return
        }
        #expect("\(started.topic)".hasPrefix("ev.\(thread)."))
        let approver = try Approver(ann, client: "remote", timeout: patience)
        try ask(rig, id: 0)
        let approval = try #require(try approver.next(timeout: patience))
        #expect(try approver.respond(approval, try #require(approval.acceptance)) == .resolved)
        #expect(try rig.bus.result("approval/get", ["approvalId": .string(approval.id)]).text("by") == "ann")
        let history = try rig.bus.result("approval/list", ["history": true]).at("history").arrayValue
        #expect(history?.map { $0["from"] } == [["address": "127.0.0.1"], nil])
    }

    @Test func whoIsNotLetInIsTold() throws {
        let rig = try rig()
        let ann = try endpoints(rig, "ann")
        func failure(_ keys: ClientKeys, events: Bool = true) throws -> String {
            let endpoints = Endpoints(commands: rig.commands, events: rig.events, keys: keys)
            let failure = try #require(throws: ClientError.self) {
                if events { _ = try Approver(endpoints, client: "x") } else { _ = try CommandClient(endpoints) }
            }
            return failure.description
        }
        let stranger = try CurveKeys()
        let keys = try #require(ann.keys)
        for events in [false, true] {
            let unknown = try failure(ClientKeys(daemon: keys.daemon, secret: stranger.secretKey), events: events)
            #expect(unknown.hasSuffix("does not let this key in"))
            let other = try failure(ClientKeys(daemon: stranger.publicKey, secret: keys.secret), events: events)
            #expect(other.hasSuffix("its key is not the one that is expected"))
        }
        #expect(!"\(keys)".contains(keys.secret) && !String(reflecting: ann).contains(keys.secret))
        // Bob may ask, and not hear.
        let bob = try endpoints(rig, "bob")
        #expect(try commander(bob).perform("thread/start").value.text("thread/id").isEmpty == false)
        #expect(try failure(#require(bob.keys)).hasSuffix("does not let this key in"))
        let nobody = Endpoints(commands: rig.audience, events: rig.audience, keys: keys)
        let absent = try #require(throws: ClientError.self) { _ = try CommandClient(nobody) }
        #expect(absent.description == "no daemon listens at \(rig.audience)")
        let file = rig.directory.file("state/keys/daemon.public")
        let none = try #require(throws: ClientError.self) {
            _ = try ClientKeys(daemonFile: file, secretFile: rig.directory.file("bosun.toml"))
        }
        #expect(none.description.hasSuffix("bosun.toml holds no key"))
    }

    @Test func aRevokedKeyEndsWhatIsUnderWay() throws {
        let rig = try rig()
        let ann = try endpoints(rig, "ann")
        let commander = commander(ann)
        #expect(try commander.ask("ping").value["protocol"] == 1)
        let approver = try Approver(ann, client: "remote", timeout: patience)
        #expect(try approver.next(timeout: .zero) == nil)
        #expect(try CurveRig.keys(["revoke", "ann"], rig.directory).status == .exited(0))
        let refused = try #require(throws: CommanderError.self) { _ = try commander.ask("ping") }
        #expect(refused.code == .refused(.forbidden))
        let ended = try #require(throws: CommanderError.self) {
            while true { _ = try approver.next(timeout: .seconds(1)) }
        }
        #expect(ended.code == .unusable || ended.code == .refused(.forbidden), "\(ended)")
    }

    @Test func theProgramReachesIt() throws {
        let rig = try rig()
        func run(_ words: [String]) throws -> (status: Child.Ending, text: String) {
            let output = "output-\(UInt32.random(in: 0...UInt32.max))"
            let child = try Child(Executable.bosun, words, environment: [:], output: rig.directory.file(output))
            let status = try child.waitForEnd()
            return (status, String(decoding: rig.directory.read(output) ?? [], as: UTF8.self))
        }
        func keys(_ user: String) -> [String] {
            [
                "--commands", rig.commands, "--daemon-key", rig.directory.file("state/keys/daemon.public"), "--key",
                rig.directory.file("state/keys/\(user).secret"),
            ]
        }
        try ask(rig, id: 0)
        let approval = try rig.bus.event("rq.wmain-1.approval/opened").json.text("approvalId")
        let listed = try run(["approvals"] + keys("ann"))
        #expect(listed.status == .exited(0) && listed.text.contains(approval))
        #expect(try run(["approve", approval] + keys("ann")).status == .exited(0))
        let history = try run(["approvals", "--history"] + keys("ann"))
        #expect(
            history.text.split(separator: "\n").last?.contains("\tann (bosun, uid \(getuid()))\t127.0.0.1\t") == true)
        let told = try run(["tail", "rq.", "--replay", "--count", "3", "--events", rig.events] + keys("ann"))
        #expect(told.status == .exited(0) && told.text.contains("approval/resolved"), "\(told.text)")
        let forbidden = try run(["status"] + keys("bob"))
        #expect(forbidden.status == .exited(1) && forbidden.text.contains("forbidden"))
        try rig.directory.write("state/keys/eve.secret", CurveKeys().secretKey)
        for words in [["status"], ["watch", "--events", rig.events], ["tail", "--events", rig.events]] {
            let refused = try run(words + keys("eve"))
            #expect(refused.status == .exited(1) && refused.text.hasSuffix(" does not let this key in\n"))
        }
    }

    @Test func anAudienceIsHeardAtItsOwnEndpoints() throws {
        let users = """
            [audiences.team]
            groups = ["main"]
            events = "AUDIENCE"
            [users.ann]
            curve = "ann"
            roles = ["observe"]
            audience = "team"
            """
        let rig = try CurveRig(users, groups: ["other", "main"], in: TemporaryDirectory())
        for name in ["main-1", "other-1"] { try rig.bus.ready(name) }
        let keys = try #require(try endpoints(rig, "ann").keys)
        let places = [
            Endpoints(runDirectory: rig.directory.file("run"), audience: "team"),
            Endpoints(commands: rig.commands, events: rig.audience, keys: keys),
        ]
        let subscribers = try places.map {
            let subscriber = try EventSubscriber($0)
            try subscriber.subscribe("ev.")
            _ = try subscriber.join(timeout: patience)
            return subscriber
        }
        for name in ["other-1", "main-1"] { try rig.bus.fake([["say": ["method": "it/says"]]], worker: name) }
        for subscriber in subscribers {
            guard case .event(let event)? = try subscriber.next(timeout: patience) else {
                Issue.record("no event came")
                continue
            }
            #expect("\(event.topic)" == "ev.wmain-1.it/says")
        }
    }
}
