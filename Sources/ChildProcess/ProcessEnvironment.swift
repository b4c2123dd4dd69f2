private import CLinux

/// What a worker is told of the daemon's environment.
package enum ProcessEnvironment {
    static let standardPath = "/usr/local/bin:/usr/bin:/bin"

    private static let passedOn: Set<String> = {
        let proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "FTP_PROXY"]
        return Set(
            ["PATH", "HOME", "LANG", "LANGUAGE", "TZ", "CODEX_HOME"]
                + ["SSL_CERT_FILE", "SSL_CERT_DIR", "CODEX_CA_CERTIFICATE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"]
                + ["NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO"]
                + proxies + proxies.map { $0.lowercased() })
    }()

    /// The service manager's words to the daemon: a worker that had them could speak for it.
    package static let serviceManagers: Set<String> = [
        "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES",
    ]

    /// Passed on to no worker, also when it is named. `CLAUDECODE` would tell tools in it that another agent runs them.
    private static let neverPassedOn = serviceManagers.union(["CLAUDECODE"])

    /// PATH (a standard one when there is none), HOME, the language, the time zone, CODEX_HOME, and what the network needs:
    /// proxies in both cases, and certificates.
    ///
    /// - Parameters:
    ///   - user: another user, whose HOME is taken instead, and who has a CODEX_HOME of its own.
    ///   - named: what the worker gets besides, instead of what it would get; a nil value is taken from `environment`, and a
    ///     name that is not there either is left out.
    package static func base(
        from environment: [String: String], user: UserAccount? = nil, named: [String: String?] = [:]
    ) -> [String: String] {
        var result = environment.filter { passedOn.contains($0.key) || $0.key.hasPrefix("LC_") }
        if let user {
            result["CODEX_HOME"] = nil
            result.merge(user.environment) { $1 }
        }
        if result["PATH"] == nil { result["PATH"] = standardPath }
        for (name, value) in named {
            if let value = value ?? environment[name] { result[name] = value }
        }
        return result.filter { !neverPassedOn.contains($0.key) }
    }

    /// This process's own; read it before other threads may change it.
    package static var current: [String: String] {
        var result: [String: String] = [:]
        guard var entry = clinux_environment() else { return result }
        while let text = entry.pointee {
            let line = String(cString: text)
            if let separator = line.firstIndex(of: "=") {
                result[String(line[..<separator])] = String(line[line.index(after: separator)...])
            }
            entry += 1
        }
        return result
    }
}
