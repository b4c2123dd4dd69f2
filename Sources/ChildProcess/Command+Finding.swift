private import Glibc

extension Command {
    /// The program that would be run now, as this process may; nil when there is none. A spawn may find another one later.
    package var foundExecutable: String? {
        candidates.first { candidate in
            let path = candidate.hasPrefix("/") ? candidate : "\(workingDirectory ?? ".")/\(candidate)"
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
        }
    }
}
