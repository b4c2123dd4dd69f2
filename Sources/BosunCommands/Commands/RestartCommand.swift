import JSONRPC
/// `bosun restart`: ends a worker and starts it anew, or the whole fleet, one worker after the other.
enum RestartCommand: Subcommand {
    private static let rolling = CommandOption(
        "rolling", help: "the whole fleet, one worker at a time, each when its turns have ended")

    static let syntax = CommandSyntax(
        "restart", "Ends a worker and starts it anew; the turns it is in are interrupted.",
        operands: [WorkerTarget.operand], options: [WorkerTarget.group, rolling] + CommandOption.ofClients,
        notes: "--rolling returns at once; `bosun status` and `bosun tail sy.-.rollingRestart` tell how far it is.")

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        guard arguments.has(rolling) else {
            return try WorkerTarget.operate("worker/restart", arguments, surroundings)
        }
        try WorkerTarget.operateFleet("fleet/restart", with: ["rolling": true], for: rolling, arguments, surroundings)
    }
}
