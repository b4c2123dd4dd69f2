import BosunClient
import Glibc

/// `bosun app-server`: what `codex app-server` is, on the fleet.
enum AppServerCommand: Subcommand {
    private static let approve = CommandOption(
        "approve", help: "ask the client for its threads' approvals; else they are left to the fleet's approvers")
    private static let group = CommandOption("group", "NAME", help: "the group whose workers do what names no thread")

    static let syntax = CommandSyntax(
        "app-server",
        "Speaks codex's own protocol on standard input and output, and carries it to the fleet, until the end of input.",
        options: [approve, group] + CommandOption.ofListeners,
        notes: """
            For clients that start `codex app-server` themselves: have them start this instead. They hear of the threads that
            they start or resume, and of these threads' subagents. What such a client answers when it has no handler of its
            own may be yes to everything: so it is asked for approvals only with --approve. What runs when the client ends
            goes on. Without a path of their own, its threads work in this process's directory.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        var options = AppServerBridge.Options()
        options.asksApprovals = arguments.has(approve)
        options.group = arguments.value(group)
        options.directory = directory
        options.client = "bosun app-server, uid \(getuid())"
        let endpoints = try surroundings.endpoints(arguments, hearsEvents: true)
        try CommandFailure.wrapping { () throws(ClientError) in
            let relay = try AppServerRelay(endpoints, options, input: STDIN_FILENO, output: STDOUT_FILENO) { text in
                // A complaint that nobody takes has no other place to go.
                try? Output(descriptor: STDERR_FILENO, terminal: nil).line(
                    "bosun app-server: \(SafeText.oneLine(text))")
            }
            try relay.run()
        }
    }

    private static var directory: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
