package import BusProtocol
import EventLoop
package import JSONRPC

/// Says something about approvals until it has an outcome: over lost links and restarts of the daemon, and whether or not
/// the daemon's disk takes anything.
///
/// Not Sendable: for one thread, which may wait.
package struct ApprovalCommander {
    private let commander: Commander
    private let timeout: Duration
    private let clock = MonotonicClock()

    /// How long the daemon has for writing a key down. What is said of approvals waits for nothing else.
    static let diskPatience = Duration.seconds(3)
    /// The daemon has not written the key down, and done nothing.
    static let keyRefusals: Set<BusErrorReason> = [.journalUnavailable, .deadline]

    /// - Parameter timeout: How long an answer may take, with all its tries.
    package init(_ endpoints: Endpoints, client: String, timeout: Duration) {
        self.timeout = timeout
        var options = Commander.Options(client: client)
        options.timeout = timeout
        // Who has claimed it may take long; whoever answers is to be told who that is.
        options.finalReasons = Self.keyRefusals.union([.approvalClaimed])
        commander = Commander(endpoints, options)
    }

    /// Has it done once. Where the daemon's disk refuses the key, or hangs, without one: an answer is not to wait for that,
    /// and does no harm when it is given twice. The second is told then that somebody was faster.
    package func perform(_ method: String, _ params: JSON) throws(CommanderError) -> CommandResult {
        let deadline = clock.now.advanced(by: timeout)
        let patience: JSON = ["deadlineMs": .integer(max(1, min(timeout, Self.diskPatience).milliseconds))]
        do throws(CommanderError) {
            return try commander.perform(method, params, meta: patience)
        } catch {
            guard case .refused(let reason) = error.code, Self.keyRefusals.contains(reason) else { throw error }
            return try commander.ask(method, params, timeout: max(.milliseconds(1), clock.now.duration(to: deadline)))
        }
    }

    package func ask(
        _ method: String, _ params: JSON = [:], timeout: Duration? = nil
    ) throws(CommanderError) -> CommandResult {
        try commander.ask(method, params, timeout: timeout)
    }

    /// How it ended, by `approval/get`; nil while it is open.
    package func ending(of id: String) throws(CommanderError) -> ApprovalEnding? {
        ApprovalEnding(try ask("approval/get", ["approvalId": .string(id)]).value)
    }
}
