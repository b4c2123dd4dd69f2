/// `bosun start`: starts a worker.
enum StartCommand: Subcommand {
    static let syntax = CommandSyntax(
        "start", "Starts a worker that is stopped or parked.", operands: [WorkerTarget.operand],
        options: [WorkerTarget.group] + CommandOption.ofClients)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        try WorkerTarget.operate("worker/start", arguments, surroundings)
    }
}
