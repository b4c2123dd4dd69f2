/// How to start a program.
package struct Command: Sendable, Equatable {
    /// What stdin and stdout are; stderr is a pipe always.
    package enum Stdio: Sendable {
        /// Nobody can open the worker's end anew through `/proc/<pid>/fd` (ENXIO), so no other worker of the same user can
        /// write requests into it.
        case socketPair
        case pipe
    }

    /// A path, from the working directory on when it is relative; or, without a slash, a name that is looked up in the
    /// absolute entries of the PATH in `environment`.
    package var executable: String
    /// Without the program's own name, which is `executable`.
    package var arguments: [String]
    /// All of it: nothing else is inherited.
    package var environment: [String: String]
    /// Nil for the daemon's own.
    package var workingDirectory: String?
    package var stdio: Stdio
    /// Its stdin is `/dev/null`: it can't be written to, and what reads it is at the end at once.
    package var hasNullInput: Bool
    /// Nil for the daemon's own. Another one takes root; `environment` is not changed by it.
    package var user: UserAccount?
    /// The soft limit of open descriptors; nil: what this process had before it raised its own. The hard one holds it.
    package var descriptorLimit: Int?
    /// −1000 to 1000; nil: 0 when this process's is lower, else this process's. A lower one than its own takes root.
    package var oomScoreAdjustment: Int?

    package init(
        _ executable: String, arguments: [String] = [], environment: [String: String] = [:],
        workingDirectory: String? = nil, stdio: Stdio = .socketPair, hasNullInput: Bool = false
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.stdio = stdio
        self.hasNullInput = hasNullInput
    }

    /// The paths to try in turn.
    ///
    /// Empty and relative entries of the PATH would mean the working directory, where whoever fills a repository could
    /// place a program: they are passed over.
    var candidates: [String] {
        guard !executable.contains("/") else { return [executable] }
        guard !executable.isEmpty else { return [] }
        let path = environment["PATH"] ?? ProcessEnvironment.standardPath
        return path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(executable)" }
    }

    /// False when a string can't reach the program as it is: a NUL would end it early, and a name with `=` would become
    /// another name.
    var isExpressible: Bool {
        var strings = [executable, workingDirectory ?? ""] + arguments
        for (name, value) in environment {
            guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "=")) else { return false }
            strings.append(name)
            strings.append(value)
        }
        return !strings.contains { $0.utf8.contains(0) }
    }
}
