import BosunClient
import JSONRPC

/// `bosun call`: any command.
enum CallCommand: Subcommand {
    private static let worker = CommandOption("worker", "NAME", help: "the worker that is to do it")
    private static let group = CommandOption("group", "NAME", help: "the group whose least loaded worker is to do it")
    private static let timeout = CommandOption("timeout", "SECONDS", help: "how long it may take; by default 30")

    static let syntax = CommandSyntax(
        "call", "Sends one command, a worker's or the daemon's own, and prints its result as JSON on one line.",
        operands: [
            CommandOperand("METHOD", help: "such as thread/start or worker/list"),
            CommandOperand("PARAMS", .optional, help: "a JSON object; - reads it from standard input"),
        ], options: [worker, group, timeout] + CommandOption.ofClients,
        notes: "An error that is answered goes to standard error; with --json as its object.")

    /// How much longer than the daemon this side waits, so that the daemon's own word about the deadline still comes.
    private static let grace = Duration.seconds(2)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let timeout: Duration
        let params: JSON
        do throws(UsageError) {
            timeout = try arguments.seconds(Self.timeout) ?? .seconds(30)
            let text = arguments.operands.count > 1 ? arguments.operands[1] : "{}"
            params = try self.params(text == "-" ? standardInput(arguments) : Array(text.utf8), arguments)
        } catch {
            throw CommandFailure(error)
        }
        var meta: JSON = [
            "deadlineMs": .integer(timeout / .milliseconds(1) < 1 ? 1 : Int64(timeout / .milliseconds(1)))
        ]
        meta["worker"] = arguments.value(worker).map { .string($0) }
        meta["group"] = arguments.value(group).map { .string($0) }
        let connection = try DaemonConnection(arguments, surroundings)
        let result = try connection.call(arguments.operands[0], params, meta: meta, timeout: timeout + grace)
        try surroundings.output.line(SafeText.json(result.bytes))
    }

    /// Checked here and sent as it was written: numbers stay as they are.
    private static func params(_ bytes: [UInt8], _ arguments: ParsedArguments) throws(UsageError) -> JSON {
        let value: JSON
        do throws(JSONError) {
            value = try JSON(parsing: bytes)
        } catch {
            throw arguments.error("PARAMS: \(error)")
        }
        guard value.isObject else { throw arguments.error("PARAMS is not a JSON object") }
        return .raw(bytes)
    }

    private static func standardInput(_ arguments: ParsedArguments) throws(UsageError) -> [UInt8] {
        guard let bytes = StandardInput.read(limit: CommandClient.largestRequest) else {
            throw arguments.error(
                "standard input can't be read, or has more than \(CommandClient.largestRequest) bytes")
        }
        return bytes
    }
}
