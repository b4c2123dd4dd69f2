import BusProtocol
import JSONRPC
import Testing

@testable import Bench

@Suite struct CommandOutcomeTests {
    @Test(arguments: [
        (#"{"id":1,"result":{}}"#, CommandOutcome.done),
        (#"{"id":1,"error":{"code":-33002,"data":{"reason":"worker_down"}}}"#, .notDone(.workerDown)),
        (#"{"id":1,"error":{"code":-33005,"data":{"reason":"deadline"}}}"#, .notDone(.deadline)),
        (#"{"id":1,"error":{"code":-33006,"data":{"reason":"indeterminate"}}}"#, .indeterminate),
    ])
    func whatTheDaemonOwesIsTaken(_ reply: String, _ outcome: CommandOutcome) throws {
        #expect(CommandOutcome(reply: try JSON(parsing: Array(reply.utf8))) == outcome)
    }

    /// Nothing that a soak asks for may be refused so.
    @Test(arguments: [
        #"{"id":1,"error":{"code":-33004,"data":{"reason":"unknown_thread"}}}"#,
        #"{"id":1,"error":{"code":-32600,"message":"no request"}}"#,
        #"{"id":1,"error":{"code":1,"data":{"reason":"made_up"}}}"#,
        "{}",
    ])
    func whatItDoesNotOweIsWrong(_ reply: String) throws {
        let outcome = CommandOutcome(reply: try JSON(parsing: Array(reply.utf8)))
        guard case .wrong = outcome else { return #expect(Bool(false), "\(outcome)") }
    }
}
