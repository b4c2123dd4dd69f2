private import ChildProcess

extension Configuration {
    /// What is not as a start would need it, on this machine and now; it may be when the daemon starts.
    package func doubts(environment: [String: String]) -> [String] {
        groups.flatMap { group -> [String] in
            var doubts: [String] = []
            if let directory = group.workingDirectory, !Directories.exists(directory) {
                doubts.append("group \(group.name): there is no directory \(directory)")
            }
            let command = Command(
                group.command.first ?? "",
                environment: ProcessEnvironment.base(from: environment, user: group.user, named: group.environment),
                workingDirectory: group.workingDirectory)
            if command.foundExecutable == nil {
                let place = command.executable.contains("/") ? "" : " in PATH"
                doubts.append("group \(group.name): there is no program \(command.executable)\(place)")
            }
            return doubts
        }
    }

    /// The users who are not let in by their keys now.
    ///
    /// - Parameter keys: those that are good, by name.
    func doubts(keys: [String: String]) -> [String] {
        users.compactMap { user in
            guard let key = user.key, keys[key] == nil else { return nil }
            return "user \(user.name): there is no key \(key), or it is revoked"
        }
    }
}
