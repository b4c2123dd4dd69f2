import BosunClient
import BusProtocol
import BusTestSupport
import Dispatch
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct CommanderTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// What came, in order.
    private final class Requests: Sendable {
        private let list = Mutex<[JSON]>([])

        /// Gives how many have come, this one counted.
        func add(_ request: JSON) -> Int {
            list.withLock { list in
                list.append(request)
                return list.count
            }
        }

        var all: [JSON] { list.withLock { $0 } }
        var keys: [String?] { all.map { $0["meta"]?["idempotencyKey"]?.stringValue } }
    }

    private func commander(timeout: Duration = .seconds(30)) -> Commander {
        var options = Commander.Options(client: "tester")
        options.timeout = timeout
        options.pauses = .milliseconds(1)...(.milliseconds(20))
        return Commander(directory.endpoints, options)
    }

    private static func error(_ reason: BusErrorReason, of request: JSON) -> [[UInt8]] {
        let data: JSON = ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)]
        let error: JSON = ["code": .integer(Int64(reason.code)), "message": "no", "data": data]
        return ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":\#(error)}"#)
    }

    @Test func whatMayBeTriedAgainIsWithTheSameKey() throws {
        let requests = Requests()
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            guard requests.add(request) > 3 else { return [Self.error(.workerBusy, of: request)] }
            return [ScriptedDaemon.result("7", of: request)]
        }
        defer { withExtendedLifetime(daemon) {} }
        let result = try commander().perform("turn/start", ["a": 1], meta: ["worker": "main-1"])
        #expect(result.value == 7)
        #expect(requests.all.count == 4)
        let key = try #require(requests.keys.first ?? nil)
        #expect(requests.keys.allSatisfy { $0 == key })
        for request in requests.all {
            #expect(request["params"] == ["a": 1])
            #expect(request["meta"]?["client"] == "tester" && request["meta"]?["worker"] == "main-1")
            #expect((1...30_000).contains(request["meta"]?["deadlineMs"]?.intValue ?? 0))
        }
    }

    @Test func whatIsFinalForTheCallerIsToldAtOnce() throws {
        let requests = Requests()
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            let isFirst = requests.add(request) == 1
            return [Self.error(isFirst ? .workerBusy : .approvalClaimed, of: request)]
        }
        defer { withExtendedLifetime(daemon) {} }
        var options = Commander.Options(client: "tester")
        options.finalReasons = [.approvalClaimed]
        let error = try #require(throws: CommanderError.self) {
            _ = try Commander(directory.endpoints, options).perform("approval/respond")
        }
        #expect(error.code == .refused(.approvalClaimed) && requests.all.count == 2)
    }

    @Test func aCallMayHaveATimeOfItsOwn() throws {
        let requests = Requests()
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            _ = requests.add(request)
            return [ScriptedDaemon.result("{}", of: request)]
        }
        defer { withExtendedLifetime(daemon) {} }
        let commander = commander(timeout: .seconds(30))
        _ = try commander.ask("a", timeout: .seconds(3_000))
        _ = try commander.perform("a", timeout: .seconds(3_000))
        for request in requests.all { #expect(request["meta"]?["deadlineMs"]?.intValue ?? 0 > 30_000) }
        #expect(requests.all.count == 2)
    }

    @Test func eachCommandHasAKeyOfItsOwnUnlessTheCallerGivesOneAndAQuestionHasNone() throws {
        let requests = Requests()
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            _ = requests.add(request)
            return [ScriptedDaemon.result("{}", of: request)]
        }
        defer { withExtendedLifetime(daemon) {} }
        let commander = commander()
        _ = try commander.perform("a")
        _ = try commander.perform("a")
        _ = try commander.perform("a", key: "mine")
        _ = try commander.ask("a")
        let keys = requests.keys
        #expect(Set(keys.prefix(3)).count == 3)
        #expect(keys.suffix(2) == ["mine", nil])
    }

    /// The first daemon takes the command and is gone; the next one has it.
    @Test func aRestartOfTheDaemonIsSurvived() throws {
        let requests = Requests()
        let path = directory.sockets.commands
        let daemon = Mutex<ScriptedSocket?>(
            try ScriptedDaemon.commands(at: path) { request in
                _ = requests.add(request)
                return nil
            })
        let restarted = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            while requests.all.isEmpty { usleep(1_000) }
            daemon.withLock { daemon in
                // Its end frees the path.
                daemon = nil
                daemon = try? ScriptedDaemon.commands(at: path) { request in
                    _ = requests.add(request)
                    return [ScriptedDaemon.result(#""second""#, of: request)]
                }
            }
            restarted.signal()
        }
        #expect(try commander().perform("a").value == "second")
        restarted.wait()
        #expect(requests.all.count >= 2)
        #expect(Set(requests.keys).count == 1)
        daemon.withLock { $0 = nil }
    }

    @Test func errorsAreTyped() throws {
        let errors: [(String, CommanderError.Code)] = [
            (#"{"code":-32600,"message":"no"}"#, .failed),
            (#"{"code":-1,"message":"no","data":{"retryable":true}}"#, .failed),
            (#"{"code":-33006,"message":"no","data":{"reason":"indeterminate","retryable":false}}"#, .indeterminate),
            (#"{"code":-33011,"message":"no","data":{"reason":"key_reused","retryable":false}}"#, .refused(.keyReused)),
        ]
        for (error, code) in errors {
            let requests = Requests()
            let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
                _ = requests.add(request)
                return [ScriptedDaemon.reply(#"{"id":\#(request["id"] ?? .null),"error":\#(error)}"#)]
            }
            let failure = #expect(throws: CommanderError.self) { try commander().perform("a") }
            #expect(failure?.code == code)
            #expect(failure?.rpc != nil)
            #expect(requests.all.count == 1)
            withExtendedLifetime(daemon) {}
        }
    }

    @Test func garbageIsNotAskedForAgain() throws {
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { _ in
            [ScriptedDaemon.reply("nonsense")]
        }
        defer { withExtendedLifetime(daemon) {} }
        #expect(throws: CommanderError.self) { try commander().perform("a") }
    }

    @Test func whenTheTimeIsUpItSaysWhatKeptItFromSucceeding() throws {
        let absent = #expect(throws: CommanderError.self) { try commander(timeout: .milliseconds(50)).perform("a") }
        #expect(absent?.code == .timedOut)
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            [Self.error(.draining, of: request)]
        }
        defer { withExtendedLifetime(daemon) {} }
        let draining = #expect(throws: CommanderError.self) { try commander(timeout: .milliseconds(200)).perform("a") }
        #expect(draining?.code == .refused(.draining))
    }
}
