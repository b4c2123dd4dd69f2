import BosunClient
import JSONRPC

/// `bosun approvals`: what waits for somebody's decision, and what became of the rest.
enum ApprovalsCommand: Subcommand {
    private static let history = CommandOption("history", help: "the ledger instead, the newest line last")
    private static let approval = CommandOption("approval", "ID", help: "of the ledger, what is about that approval")
    private static let thread = CommandOption("thread", "ID", help: "of the ledger, what is about that thread")
    private static let limit = CommandOption("limit", "N", help: "of the ledger, so many lines; 100 when left out")

    static let syntax = CommandSyntax(
        "approvals", "Lists what waits for a decision, the most urgent first.",
        options: [history, approval, thread, limit] + CommandOption.ofClients,
        notes: """
            With --json: each approval, or line, on a line of its own, as approval/list has it. The ledger has each
            change of an approval: who did what, when (UTC), and from where.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let query = try CommandFailure.wrapping { () throws(UsageError) in try self.query(arguments) }
        let connection = try DaemonConnection(arguments, surroundings)
        let output = surroundings.output
        let rows: [JSON] =
            if let query { try lines(query, connection).reversed() } else { try list("approvals", [:], connection) }
        if arguments.has(.json) {
            for row in rows { try output.line(SafeText.json(row.serialized())) }
        } else if rows.isEmpty, output.terminal != nil {
            try output.line(query == nil ? "nothing waits for a decision" : "the ledger has nothing of that")
        } else {
            let table = query == nil ? ApprovalTable.of(rows) : LedgerTable.of(rows)
            for line in table.lines(for: output) { try output.line(line) }
        }
    }

    private static func list(
        _ member: String, _ params: JSON, _ connection: borrowing DaemonConnection
    ) throws(CommandFailure) -> [JSON] {
        guard let found = try connection.call("approval/list", params).value[member]?.arrayValue else {
            throw CommandFailure(.failed, "the daemon's answer has no \(member)")
        }
        return found
    }

    /// Lines of the ledger, page by page: one with long lines has fewer than were asked for.
    private static func lines(
        _ query: JSON, _ connection: borrowing DaemonConnection
    ) throws(CommandFailure) -> [JSON] {
        let wanted = query["limit"]?.intValue.map { Int($0) } ?? 100
        var (found, query): ([JSON], JSON) = ([], query)
        while found.count < wanted {
            query["limit"] = .integer(Int64(wanted - found.count))
            let page = try list("history", query, connection)
            guard let last = page.last?["number"] else { break }
            found += page
            query["before"] = last
        }
        return found
    }

    /// The params for the ledger; nil when it is not asked for.
    private static func query(_ arguments: ParsedArguments) throws(UsageError) -> JSON? {
        let limit = try arguments.integer(Self.limit, in: 1...1_000)
        guard arguments.has(history) else {
            guard limit == nil, !arguments.has(approval), !arguments.has(thread) else {
                throw arguments.error("--approval, --thread and --limit go with --history")
            }
            return nil
        }
        var query: JSON = ["history": true]
        query["approvalId"] = arguments.value(approval).map { .string($0) }
        query["threadId"] = arguments.value(thread).map { .string($0) }
        query["limit"] = limit.map { .integer(Int64($0)) }
        return query
    }
}
