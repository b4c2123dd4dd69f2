import ChildProcess
import Daemon
import Glibc
import JSONRPC

/// `bosun keys`: the CURVE keys by which users, and the daemon itself, are known over tcp.
enum KeysCommand: Subcommand {
    static let syntax = CommandSyntax(
        "keys", "Makes, lists and revokes the keys by which users are known over tcp.",
        operands: [
            CommandOperand("ACTION", help: "new, list or revoke"),
            CommandOperand("NAME", .optional, help: "the key's; the configuration names it as curve"),
        ], options: [ServeCommand.stateDirectory, ServeCommand.configFile] + [.runDirectory, .json],
        notes: """
            new writes the secret half to a file of mode 0600 in the state directory, and shows it nowhere: move it to its
            owner. The daemon knows the new key after keys/reload, which new and revoke ask it for when it runs. A key that
            is revoked is good for nothing from then on, also on connections that it has.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let store = KeyStore(stateDirectory: try stateDirectory(arguments, surroundings))
        let name = arguments.operands.dropFirst().first
        switch (arguments.operands[0], name) {
        case ("list", nil): try list(store, arguments, surroundings.output)
        case ("new", let name?):
            let key = try wrapping { () throws(DaemonError) in try store.make(name) }
            try tell(key, arguments, surroundings.output)
            try tellDaemon(arguments, surroundings)
        case ("revoke", let name?):
            try wrapping { () throws(DaemonError) in try store.revoke(name) }
            let isTold = try tellDaemon(arguments, surroundings)
            guard !arguments.has(.json) else { return try surroundings.output.line(#"{"told":\#(isTold)}"#) }
            try surroundings.output.line(
                isTold ? "\(name) is revoked" : "\(name) is revoked; no daemon runs here that could be told")
        case ("new", nil), ("revoke", nil): throw CommandFailure(arguments.error("NAME is missing"))
        case ("list", _?): throw CommandFailure(arguments.error("list takes no NAME"))
        default: throw CommandFailure(arguments.error("ACTION is new, list or revoke"))
        }
    }

    /// As `serve` with the same flags would have it.
    private static func stateDirectory(
        _ arguments: ParsedArguments, _ surroundings: Surroundings
    ) throws(CommandFailure) -> String {
        let flags = CommandLineSettings(
            configFile: arguments.value(ServeCommand.configFile), runDirectory: arguments.value(.runDirectory),
            stateDirectory: arguments.value(ServeCommand.stateDirectory))
        let source = ConfigurationSource(flags, environment: surroundings.environment, isRoot: geteuid() == 0)
        do throws(ConfigurationError) { return try source.load().stateDirectory } catch {
            throw CommandFailure(error, syntax)
        }
    }

    private static func list(
        _ store: KeyStore, _ arguments: ParsedArguments, _ output: Output
    ) throws(CommandFailure) {
        let keys = try wrapping { () throws(DaemonError) in try store.list() }
        for key in keys { try tell(key, arguments, output) }
    }

    private static func tell(
        _ key: KeyStore.Key, _ arguments: ParsedArguments, _ output: Output
    ) throws(CommandFailure) {
        if arguments.has(.json) {
            var object: JSON = [
                "name": .string(key.name), "publicKey": .string(key.publicKey), "revoked": .bool(key.isRevoked),
            ]
            if let file = key.secretFile { object["secretFile"] = .string(file) }
            return try output.line(SafeText.json(object.serialized()))
        }
        let state = key.isRevoked ? "revoked" : key.secretFile.map { "secret in \($0)" } ?? "in use"
        try output.line(SafeText.oneLine("\(key.name)  \(key.publicKey)  \(state)"))
    }

    /// Has the daemon read the keys; false when none runs.
    @discardableResult
    private static func tellDaemon(
        _ arguments: ParsedArguments, _ surroundings: Surroundings
    ) throws(CommandFailure) -> Bool {
        let connection: DaemonConnection
        do throws(CommandFailure) {
            connection = try DaemonConnection(arguments, surroundings, isOperators: true)
        } catch {
            guard error.code == .noDaemon else { throw error }
            return false
        }
        _ = try connection.call("keys/reload")
        return true
    }

    private static func wrapping<Result>(
        _ body: () throws(DaemonError) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(DaemonError) { return try body() } catch { throw CommandFailure(.failed, error.description) }
    }
}
