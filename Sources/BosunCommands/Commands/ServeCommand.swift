import ChildProcess
import Daemon
import Diagnostics
import Glibc

/// `bosun serve`: the daemon itself.
enum ServeCommand: Subcommand {
    static let configFile = CommandOption("config", "FILE", help: "a TOML file; flags go before what it says")
    static let stateDirectory = CommandOption(
        "state-dir", "DIR",
        help: "what it keeps; by default $XDG_STATE_HOME/bosun, /var/lib/bosun (root), ~/.local/state/bosun")
    static let workers = CommandOption("workers", "N", help: "how many workers; by default 1")
    static let codexHome = CommandOption(
        "codex-home", "DIR", help: "the workers' CODEX_HOME; by default the daemon's own, else ~/.codex")
    static let environment = CommandOption(
        "env", "NAME[=VALUE]", isRepeatable: true,
        help: "give workers this variable; without a value, the daemon's own")
    static let stdio = CommandOption(
        "stdio", choices: ["pipe", "socketpair"],
        help: "how workers are spoken to; pipe is faster, and lets commands of workers write into it")
    static let eventsHighWaterMark = CommandOption(
        "events-hwm", "N", help: "events that may wait for one subscriber; by default 20000, 0: no bound")
    static let loops = CommandOption(
        "loops", "N", help: "event loops; by default 1, which does all, others read what workers write")
    static let logLevel = CommandOption(
        "log-level", choices: LogLevel.allCases.map(\.name), help: "the least that is logged; by default info")

    static let syntax = CommandSyntax(
        "serve", "Keeps workers alive, publishes their events and takes commands, until SIGTERM or SIGINT.",
        options: [
            configFile, .runDirectory, stateDirectory, workers, codexHome, environment, stdio, eventsHighWaterMark,
            loops, logLevel,
        ],
        rest: CommandOperand("COMMAND [ARG...]", help: "what a worker runs; by default codex app-server"))

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        Daemon.holdReloads()
        let source = try source(arguments, environment: surroundings.environment)
        let configuration = try configuration(source)
        let level = LogLevel.allCases.first { $0.name == arguments.value(logLevel) } ?? .info
        let log = Log(minimum: level)
        defer { log.flush() }
        do throws(DaemonError) {
            try Daemon.run(configuration, from: source, log: log)
        } catch {
            throw CommandFailure(.failed, error.description)
        }
    }

    static func source(
        _ arguments: ParsedArguments, environment: [String: String]
    ) throws(CommandFailure) -> ConfigurationSource {
        let flags = try CommandFailure.wrapping { () throws(UsageError) in try CommandLineSettings(arguments) }
        return ConfigurationSource(flags, environment: environment, isRoot: geteuid() == 0)
    }

    /// The defaults, the file and the flags together.
    static func configuration(_ source: ConfigurationSource) throws(CommandFailure) -> Configuration {
        do throws(ConfigurationError) {
            return try source.load()
        } catch {
            throw CommandFailure(error, syntax)
        }
    }
}
