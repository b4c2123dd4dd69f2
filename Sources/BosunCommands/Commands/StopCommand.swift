/// `bosun stop`: ends a worker.
enum StopCommand: Subcommand {
    static let syntax = CommandSyntax(
        "stop", "Ends a worker, which stays so; the turns it is in are interrupted.", operands: [WorkerTarget.operand],
        options: [WorkerTarget.group] + CommandOption.ofClients)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        try WorkerTarget.operate("worker/stop", arguments, surroundings)
    }
}
