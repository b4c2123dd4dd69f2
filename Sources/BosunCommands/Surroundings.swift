import BosunClient
import BusProtocol

/// What a sub-command sees of the process it runs in.
package struct Surroundings: Sendable {
    package let environment: [String: String]
    package let output: Output

    package init(environment: [String: String], output: Output) {
        self.environment = environment
        self.output = output
    }

    /// Where the daemon is that `--run-dir` names, or `--commands` and what goes with it.
    ///
    /// - Parameter hearsEvents: it takes the events' endpoint, too.
    func endpoints(
        _ arguments: ParsedArguments, hearsEvents: Bool = false
    ) throws(CommandFailure) -> Endpoints {
        let mayHear = arguments.syntax.options.contains(.events)
        let files = try CommandFailure.wrapping { () throws(UsageError) in
            try Self.remote(arguments, mayHear: mayHear, hearsEvents: hearsEvents)
        }
        guard let files else {
            return Endpoints(
                runDirectory: arguments.value(.runDirectory)
                    ?? Endpoints.defaultRunDirectory(environment: environment),
                audience: mayHear ? arguments.value(.audience) : nil)
        }
        let keys = try CommandFailure.wrapping { () throws(ClientError) in
            try ClientKeys(daemonFile: files.daemonKey, secretFile: files.key)
        }
        return Endpoints(commands: files.commands, events: mayHear ? arguments.value(.events) : nil, keys: keys)
    }

    /// Nil: it is on this machine.
    private static func remote(
        _ arguments: ParsedArguments, mayHear: Bool, hearsEvents: Bool
    ) throws(UsageError) -> (commands: String, daemonKey: String, key: String)? {
        // Of a sub-command that is about this machine alone.
        guard arguments.syntax.options.contains(.commands) else { return nil }
        let known: [CommandOption] = [.commands] + (mayHear ? [.events] : []) + [.daemonKey, .key]
        guard known.contains(where: { arguments.has($0) }) else { return nil }
        for option in [CommandOption.runDirectory] + (mayHear ? [.audience] : []) where arguments.has(option) {
            throw arguments.error("--\(option.name) is for a daemon on this machine, --commands for one elsewhere")
        }
        guard let commands = arguments.value(.commands), let daemonKey = arguments.value(.daemonKey),
            let key = arguments.value(.key), !hearsEvents || arguments.has(.events)
        else {
            let missing = known.filter { !arguments.has($0) && (hearsEvents || $0 != .events) }.map { "--\($0.name)" }
            throw arguments.error("a daemon elsewhere takes \(missing.joined(separator: ", ")), too")
        }
        for option in [CommandOption.commands] + (mayHear ? [.events] : []) {
            guard let endpoint = arguments.value(option), !endpoint.hasPrefix("tcp://") else { continue }
            throw arguments.error("--\(option.name) is as in tcp://HOST:PORT, not \(endpoint)")
        }
        return (commands, daemonKey, key)
    }
}
