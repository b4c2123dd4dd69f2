/// `bosun unpark`: starts a parked worker.
enum UnparkCommand: Subcommand {
    static let syntax = CommandSyntax(
        "unpark", "Starts a parked worker and forgets how often it had failed.", operands: [WorkerTarget.operand],
        options: [WorkerTarget.group] + CommandOption.ofClients)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        try WorkerTarget.operate("worker/unpark", arguments, surroundings)
    }
}
