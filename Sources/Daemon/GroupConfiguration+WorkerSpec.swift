import ChildProcess
import Supervision

extension GroupConfiguration {
    /// How to start one of its workers. The group's CODEX_HOME is made when it is missing: codex refuses to.
    func workerSpec(environment: [String: String]) throws(DaemonError) -> WorkerSpec {
        var named = self.environment
        if let codexHome = try codexHomeToMake {
            try Directories.make(codexHome, mode: 0o700, owner: user)
            named["CODEX_HOME"] = codexHome
        }
        let workerEnvironment = ProcessEnvironment.base(from: environment, user: user, named: named)
        var command = Command(
            self.command.first ?? "", arguments: Array(self.command.dropFirst()), environment: workerEnvironment,
            workingDirectory: workingDirectory, stdio: stdio)
        command.user = user
        command.descriptorLimit = try checkedDescriptorLimit
        command.oomScoreAdjustment = limits.oomScoreAdjustment
        // Codex itself takes ~/.codex when the variable is not set, and makes it.
        let home = workerEnvironment["CODEX_HOME"] ?? (workerEnvironment["HOME"] ?? "") + "/.codex"
        var spec = WorkerSpec(
            command: command, codexHome: home, timing: behavior.timing, restart: behavior.restart,
            memoryLimit: limits.memory.map { UInt64(clamping: $0) })
        spec.limits = behavior.bounds
        return spec
    }

    /// Another user has a CODEX_HOME of its own: it can't write to the daemon's.
    private var codexHomeToMake: String? {
        get throws(DaemonError) {
            guard codexHome == nil, let user else { return codexHome }
            guard Directories.exists(user.home) else {
                throw DaemonError(
                    .directoryUnusable,
                    "group \(name): \(user.home), the home of its user \(user.name), is no directory: set codex_home")
            }
            return "\(user.home == "/" ? "" : user.home)/.codex"
        }
    }

    private var checkedDescriptorLimit: Int? {
        get throws(DaemonError) {
            guard let wanted = limits.descriptors else { return nil }
            let hard: UInt64
            do {
                hard = try ResourceLimits.hardDescriptorLimit()
            } catch {
                throw DaemonError(.systemRefused, "\(error)")
            }
            guard UInt64(clamping: wanted) <= hard else {
                throw DaemonError(
                    .systemRefused, "group \(name): \(wanted) descriptors, but the daemon's hard limit is \(hard)")
            }
            return wanted
        }
    }
}
