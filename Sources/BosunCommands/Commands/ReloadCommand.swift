import BosunClient
import JSONRPC

/// `bosun reload`: has the daemon read its configuration file anew.
enum ReloadCommand: Subcommand {
    /// The file may lie far away.
    private static let timeout = Duration.seconds(60)

    static let syntax = CommandSyntax(
        "reload", "Has the daemon read its configuration file anew, and tells what has changed.",
        options: CommandOption.ofClients,
        notes: """
            A wrong file changes nothing: all that is wrong with it is told, and the exit code is 1. It returns at once;
            workers that are replaced or removed finish their turns first.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let connection = try DaemonConnection(arguments, surroundings, isOperators: true)
        let result = try connection.call("config/reload", [:], meta: [:], timeout: timeout)
        let output = surroundings.output
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        let value: JSON
        do throws(JSONError) {
            value = try JSON(parsing: result.bytes)
        } catch {
            throw CommandFailure(.failed, "the daemon's answer can't be read: \(error)")
        }
        for line in lines(value) { try output.line(SafeText.oneLine(line)) }
    }

    static func lines(_ result: JSON) -> [String] {
        func names(_ value: JSON?) -> [String] { (value?.arrayValue ?? []).map { FieldText.of($0) } }
        func line(_ title: String, _ value: JSON?) -> [String] {
            names(value).isEmpty ? [] : ["\(title): \(names(value).joined(separator: " "))"]
        }
        let (groups, workers) = (result["groups"], result["workers"])
        let changes =
            line("groups added", groups?["added"]) + line("groups removed", groups?["removed"])
            + line("groups changed", groups?["changed"]) + line("workers started", workers?["started"])
            + line("workers that drain and leave", workers?["draining"])
            + line("workers that get new processes, one after the other", workers?["rolling"])
            + line("the daemon's own", result["daemon"])
        return (changes.isEmpty ? ["nothing has changed"] : changes) + names(result["doubts"]).map { "doubt: \($0)" }
    }
}
