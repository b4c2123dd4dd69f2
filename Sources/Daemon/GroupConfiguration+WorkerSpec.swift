import ChildProcess
import Supervision

extension GroupConfiguration {
    /// How to start one of its workers. The group's CODEX_HOME is made when it is missing: codex refuses to.
    func workerSpec(environment: [String: String]) throws(DaemonError) -> WorkerSpec {
        var named = self.environment
        if let codexHome {
            try Directories.make(codexHome, mode: 0o700)
            named["CODEX_HOME"] = codexHome
        }
        let workerEnvironment = ProcessEnvironment.base(from: environment, named: named)
        let command = Command(
            self.command.first ?? "", arguments: Array(self.command.dropFirst()), environment: workerEnvironment,
            workingDirectory: workingDirectory, stdio: stdio)
        // Codex itself takes ~/.codex when the variable is not set, and makes it.
        let home = workerEnvironment["CODEX_HOME"] ?? (workerEnvironment["HOME"] ?? "") + "/.codex"
        return WorkerSpec(command: command, codexHome: home)
    }
}
