import BusProtocol
import ChildProcess
import Daemon

/// The daemon's configuration from the command line.
enum ServeSettings {
    static func configuration(
        _ arguments: ParsedArguments, environment: [String: String]
    ) throws(UsageError) -> Configuration {
        let runDirectory = arguments.value(.runDirectory) ?? Endpoints.defaultRunDirectory(environment: environment)
        guard let stateDirectory = arguments.value(ServeCommand.stateDirectory) ?? stateDirectory(environment) else {
            throw arguments.error("--state-dir is needed: neither XDG_STATE_HOME nor HOME is set")
        }
        var group = GroupConfiguration()
        if let workers = try arguments.integer(ServeCommand.workers, in: 1...GroupConfiguration.largestGroup) {
            group.workers = workers
        }
        group.codexHome = arguments.value(ServeCommand.codexHome)
        if arguments.value(ServeCommand.stdio) == "pipe" { group.stdio = .pipe }
        for entry in arguments[ServeCommand.environment] {
            let separator = entry.firstIndex(of: "=") ?? entry.endIndex
            guard separator > entry.startIndex else { throw arguments.error("--env \(entry) names no variable") }
            let value = separator < entry.endIndex ? String(entry[entry.index(after: separator)...]) : nil
            group.environment.updateValue(value, forKey: String(entry[..<separator]))
        }
        if let command = arguments.rest { group.command = command }
        var configuration = Configuration(
            runDirectory: runDirectory, stateDirectory: stateDirectory, groups: [group])
        if let mark = try arguments.integer(ServeCommand.eventsHighWaterMark, in: 0...Int(Int32.max)) {
            configuration.eventsHighWaterMark = mark
        }
        return configuration
    }

    private static func stateDirectory(_ environment: [String: String]) -> String? {
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return "\(base)/bosun" }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/state/bosun" : nil }
    }
}
