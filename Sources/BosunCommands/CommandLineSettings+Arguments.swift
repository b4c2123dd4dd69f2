import ChildProcess
import Daemon

extension CommandLineSettings {
    /// The flags of `bosun serve`.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.init(
            configFile: arguments.value(ServeCommand.configFile), runDirectory: arguments.value(.runDirectory),
            stateDirectory: arguments.value(ServeCommand.stateDirectory),
            eventsHighWaterMark: try arguments.integer(ServeCommand.eventsHighWaterMark, in: 0...Int(Int32.max)),
            loops: try arguments.integer(ServeCommand.loops, in: 1...Configuration.mostLoops),
            workers: try arguments.integer(ServeCommand.workers, in: 1...GroupConfiguration.largestGroup),
            codexHome: arguments.value(ServeCommand.codexHome), command: arguments.rest)
        stdio = arguments.value(ServeCommand.stdio).map { $0 == "pipe" ? .pipe : .socketPair }
        for entry in arguments[ServeCommand.environment] {
            let separator = entry.firstIndex(of: "=") ?? entry.endIndex
            let value = separator < entry.endIndex ? String(entry[entry.index(after: separator)...]) : nil
            environment.updateValue(value, forKey: String(entry[..<separator]))
        }
    }
}
