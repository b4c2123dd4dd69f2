import BosunClient
import JSONRPC

/// `bosun status`: how the fleet is, or one worker.
enum StatusCommand: Subcommand {
    static let worker = CommandOperand("WORKER", .optional, help: "a worker's name: how it is, and how its lives ended")

    static let syntax = CommandSyntax(
        "status", "Shows the daemon and its workers, or one of them.", operands: [worker],
        options: CommandOption.ofClients,
        notes: "With --json: the result of fleet/status, or of worker/get, on one line.")

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let connection = try DaemonConnection(arguments, surroundings, isOperators: true)
        let worker = arguments.operands.first
        let result =
            if let worker {
                try connection.call("worker/get", ["worker": .string(worker)])
            } else {
                try connection.call("fleet/status")
            }
        let output = surroundings.output
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        let status = try Self.value(result.bytes)
        let lines =
            worker == nil ? StatusText(status).lines(for: output) : WorkerText(status).lines(for: output)
        for line in lines { try output.line(line) }
    }

    private static func value(_ bytes: [UInt8]) throws(CommandFailure) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: bytes)
        } catch {
            throw CommandFailure(.failed, "the daemon's answer can't be read: \(error)")
        }
    }
}
