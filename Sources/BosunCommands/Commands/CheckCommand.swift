import Daemon
import Glibc

/// `bosun check`: reads a configuration file as the daemon would.
enum CheckCommand: Subcommand {
    static let syntax = CommandSyntax(
        "check", "Reads a configuration file and says all that is wrong with it.",
        operands: [CommandOperand("FILE", .required, help: "a file for bosun serve --config")],
        notes: """
            What is refused comes with its line and column, and the exit code is 1. A program or a directory that is not
            there now is told as a doubt: it may be there when the daemon starts.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let path = arguments.operands[0]
        let configuration: Configuration
        do throws(ConfigurationError) {
            configuration = try Configuration.merging(
                ConfigurationFile.load(path), CommandLineSettings(), environment: surroundings.environment,
                isRoot: geteuid() == 0)
        } catch {
            throw CommandFailure(error, syntax)
        }
        for doubt in configuration.doubts(environment: surroundings.environment) {
            try surroundings.output.line("doubt: \(SafeText.oneLine(doubt))")
        }
        let workers = configuration.groups.reduce(0) { $0 + $1.workers }
        try surroundings.output.line(
            "\(SafeText.oneLine(path)) is good: \(count(configuration.groups.count, "group")), \(count(workers, "worker"))"
        )
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
