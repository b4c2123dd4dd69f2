import JSONRPC
/// `bosun drain`: ends a worker, or all, when their turns have ended.
enum DrainCommand: Subcommand {
    private static let all = CommandOption("all", help: "the whole fleet; the daemon takes no new work then")
    private static let then = CommandOption(
        "then", choices: ["stop", "start"], help: "what follows its end; by default stop")

    static let syntax = CommandSyntax(
        "drain", "Gives a worker no new turns, and ends it when those that run have ended.",
        operands: [WorkerTarget.operand], options: [WorkerTarget.group, all, then] + CommandOption.ofClients,
        notes: "It returns at once. Turns that go on are interrupted shortly before the drain's deadline.")

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        guard arguments.has(all) else {
            return try WorkerTarget.operate(
                "worker/drain", with: arguments.value(then).map { ["then": .string($0)] } ?? [:], arguments,
                surroundings)
        }
        guard !arguments.has(then) else {
            throw CommandFailure(arguments.error("--all excludes --then; bosun restart --rolling replaces them all"))
        }
        try WorkerTarget.operateFleet("fleet/drain", for: all, arguments, surroundings)
    }
}
