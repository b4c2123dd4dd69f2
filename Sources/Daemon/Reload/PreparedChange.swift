import ChildProcess
import Supervision

/// A new configuration that can be put in force: everything that may fail, or takes its time, is done.
struct PreparedChange: Sendable {
    let configuration: Configuration
    let change: ConfigurationChange
    /// Of each group that is new or another one.
    let specs: [String: WorkerSpec]
    /// The users' keys that are good, by name.
    let keys: [String: String]
    /// What may not be as a start would need it.
    let doubts: [String]

    /// Why a configuration can't be put in force, a line for each reason.
    struct Refused: Error {
        let problems: [String]
    }

    /// Reads the configuration anew. Not on the loop: it reads files, looks users up and makes directories.
    init(_ source: ConfigurationSource, after old: Configuration) throws(Refused) {
        guard source.file != nil else {
            throw Refused(problems: ["the daemon was started without a configuration file: there is nothing to read"])
        }
        let new: Configuration
        do throws(ConfigurationError) {
            new = try source.load()
        } catch {
            throw Refused(problems: error.description.split(separator: "\n").map(String.init))
        }
        let obstacles = ConfigurationChange.obstacles(from: old, to: new)
        guard obstacles.isEmpty else { throw Refused(problems: obstacles.map { "\(source.file ?? ""): \($0)" }) }
        let environment = ProcessEnvironment.current
        var specs: [String: WorkerSpec] = [:]
        var problems: [String] = []
        for group in new.groups where !old.groups.contains(group) {
            do throws(DaemonError) {
                specs[group.name] = try group.workerSpec(environment: environment)
            } catch {
                problems.append(error.description)
            }
        }
        let keyStore = KeyStore(stateDirectory: new.stateDirectory)
        do throws(DaemonError) {
            keys = try keyStore.publicKeys()
        } catch {
            throw Refused(problems: problems + [error.description])
        }
        guard problems.isEmpty else { throw Refused(problems: problems) }
        configuration = new
        change = ConfigurationChange(from: old, to: new)
        self.specs = specs
        doubts = new.doubts(environment: environment) + new.doubts(keys: keys)
    }
}
