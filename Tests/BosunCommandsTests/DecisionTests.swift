import BusProtocol
import BusTestSupport
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing

/// `bosun approve ID` and `bosun deny ID` where an answer is lost, or can't be taken as it is.
@Suite(.timeLimit(.minutes(10))) struct DecisionTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private final class Requests: Sendable {
        private let list = Mutex<[JSON]>([])

        func add(_ request: JSON) { list.withLock { $0.append(request) } }

        /// What was answered, and under which keys.
        var answers: [JSON] { list.withLock { $0.filter { $0["method"] == "approval/respond" } } }
        var keys: [String?] { answers.map { $0["meta"]?["idempotencyKey"]?.stringValue } }
    }

    private static func error(_ reason: BusErrorReason, of request: JSON) -> [[UInt8]] {
        let data: JSON = ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)]
        let error: JSON = ["code": .integer(Int64(reason.code)), "message": "no", "data": data]
        return ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":\#(error)}"#)
    }

    /// Answers `approval/get` with an open one, and the rest as `respond` says.
    private func daemon(
        _ requests: Requests, _ respond: @escaping @Sendable (JSON) -> [[[UInt8]]]?
    ) throws -> ScriptedSocket {
        try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            requests.add(request)
            guard request["method"] == "approval/get" else { return respond(request) }
            return [ScriptedDaemon.result(#"{"offered":["accept"],"refusal":"decline"}"#, of: request)]
        }
    }

    private static let resolved = #"{"approvalId":"a","state":"resolved"}"#

    /// The first daemon takes the answer and is gone before it says so.
    @Test(arguments: ["approve", "deny"]) func anAnswerThatIsLostIsGivenAgainUnderItsKey(_ word: String) throws {
        let requests = Requests()
        var first: ScriptedSocket? = try daemon(requests) { _ in nil }
        let program = try Program([word, "a", "--run-dir", directory.path])
        while requests.answers.isEmpty, first?.failure == nil { usleep(1_000) }
        // Its end frees the path.
        first = nil
        let second = try daemon(requests) { [ScriptedDaemon.result(Self.resolved, of: $0)] }
        let (status, output, complaint) = try program.finish()
        #expect(status == 0 && output.hasPrefix("a: ") && complaint.isEmpty)
        #expect(requests.keys.count >= 2 && Set(requests.keys).count == 1 && requests.keys[0] != nil)
        #expect(requests.answers.allSatisfy { $0["params"] == requests.answers[0]["params"] })
        #expect(second.failure == nil)
    }

    /// Two answers are two: what one of them came to says nothing of the other.
    @Test func eachAnswerHasAKeyOfItsOwn() throws {
        let requests = Requests()
        let daemon = try daemon(requests) { [ScriptedDaemon.result(Self.resolved, of: $0)] }
        for _ in 0..<2 {
            #expect(try Program(["deny", "a", "--run-dir", directory.path]).finish().status == 0)
        }
        #expect(Set(requests.keys).count == 2 && !requests.keys.contains(nil))
        #expect(daemon.failure == nil)
    }

    /// A disk that refuses keys, or hangs, keeps no answer from a worker.
    @Test(arguments: [BusErrorReason.journalUnavailable, .deadline])
    func whereTheDiskTakesNoKeyTheAnswerGoesWithoutOne(_ reason: BusErrorReason) throws {
        let requests = Requests()
        let daemon = try daemon(requests) { request in
            guard request["meta"]?["idempotencyKey"] == nil else { return [Self.error(reason, of: request)] }
            return [ScriptedDaemon.result(Self.resolved, of: request)]
        }
        let (status, output, _) = try Program(["approve", "a", "--run-dir", directory.path]).finish()
        #expect(status == 0 && output == "a: accept\n")
        #expect(requests.keys.count == 2 && requests.keys[0] != nil && requests.keys[1] == nil)
        // Nobody waits for the disk as long as for a daemon.
        #expect(requests.answers[0]["meta"]?["deadlineMs"] == 3_000)
        #expect(daemon.failure == nil)
    }

    /// The approval itself says what came of it.
    @Test(
        arguments: [
            (#"{"state":"resolved","by":"ann","client":"x\u001b"}"#, #"answered by ann (x\u{1b})"#),
            (#"{"state":"void"}"#, "void: the worker that asked has ended"), (#"{"state":"open"}"#, nil),
        ] as [(String, String?)])
    func whatNobodyCanTellIsLookedUp(_ state: String, _ told: String?) throws {
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            request["method"] == "approval/get"
                ? [ScriptedDaemon.result(state, of: request)] : [Self.error(.indeterminate, of: request)]
        }
        let words = ["approve", "a", "--decision", "accept", "--run-dir", directory.path]
        let (status, output, complaint) = try Program(words).finish()
        #expect(status == 1 && output.isEmpty)
        let second = told.map { "the approval: \($0)" } ?? "the approval is open"
        #expect(complaint == "bosun: indeterminate: no (\(BusErrorReason.indeterminate.code))\nbosun: \(second)\n")
        let json = try Program(words + ["--json"]).finish()
        #expect(try JSON(parsing: json.complaint)["data"]?["reason"] == "indeterminate")
        #expect(daemon.failure == nil)
    }

    /// Who has claimed it is told at once, and not when the claim's time is over.
    @Test func whatIsClaimedIsToldAtOnce() throws {
        let requests = Requests()
        let daemon = try daemon(requests) { [Self.error(.approvalClaimed, of: $0)] }
        let (status, _, complaint) = try Program(["deny", "a", "--run-dir", directory.path]).finish()
        #expect(status == 1 && complaint.hasPrefix("bosun: approval_claimed: "))
        #expect(requests.answers.count == 1 && daemon.failure == nil)
    }
}
