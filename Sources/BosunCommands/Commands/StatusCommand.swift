import BosunClient
import JSONRPC

/// `bosun status`: how the fleet is.
enum StatusCommand: Subcommand {
    static let syntax = CommandSyntax(
        "status", "Shows the daemon and its workers.", options: CommandOption.ofClients,
        notes: "With --json: the result of fleet/status, on one line.")

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let connection = try DaemonConnection(arguments, surroundings, isOperators: true)
        let result = try connection.call("fleet/status")
        let output = surroundings.output
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        let status = try Self.value(result.bytes)
        for line in StatusText(status).lines(for: output) { try output.line(line) }
    }

    private static func value(_ bytes: [UInt8]) throws(CommandFailure) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: bytes)
        } catch {
            throw CommandFailure(.failed, "the daemon's answer can't be read: \(error)")
        }
    }
}
