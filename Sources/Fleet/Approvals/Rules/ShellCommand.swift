package import JSONRPC

/// The program and its arguments that a request to run a command comes down to.
///
/// Codex (0.163.0) names the command as one text, joined with a shell's quotes, in which what it runs is nearly always
/// `/bin/bash -lc '…'`. What such a shell is given is read, too: once, and only when it is one simple command.
package enum ShellCommand {
    /// Nil when it is compound, or can't be told.
    package static func words(of command: JSON) -> [String]? {
        if let text = command.stringValue { return ShellWords(text).flatMap { unwrapped($0.words) } }
        guard let elements = command.arrayValue else { return nil }
        let words = elements.compactMap(\.stringValue)
        guard words.count == elements.count, words.first?.isEmpty == false,
            !words.contains(where: { $0.unicodeScalars.contains("\0") })
        else { return nil }
        return unwrapped(words)
    }

    private static func unwrapped(_ words: [String]) -> [String]? {
        guard isShell(words[0]) else { return words }
        guard words.count > 1, words[1].hasPrefix("-") || words[1].hasPrefix("+") else { return words }
        // With other options, or words behind the script, a shell may do anything.
        guard words.count == 3, ["-c", "-lc"].contains(words[1]) else { return nil }
        return ShellWords(words[2])?.words
    }

    private static let shells: Set<String> = ["sh", "bash", "dash", "ash", "ksh", "zsh"]

    /// A POSIX shell by its bare name or where the system has it: a file of that name elsewhere may be anything.
    private static func isShell(_ word: String) -> Bool {
        for directory in ["", "/bin/", "/usr/bin/", "/usr/local/bin/"] where word.hasPrefix(directory) {
            if shells.contains(String(word.dropFirst(directory.count))) { return true }
        }
        return false
    }

    /// Programs that run what they are given: allowing one by its name alone allows everything.
    package static func runsOthers(_ program: String) -> Bool {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        return runners.contains(name)
    }

    private static let runners: Set<String> = shells.union([
        "fish", "csh", "tcsh", "env", "sudo", "doas", "su", "xargs", "nohup", "timeout", "nice", "ionice", "setsid",
        "stdbuf", "time", "watch", "exec", "eval", "command", "builtin", "source", ".", "ssh", "busybox", "chroot",
        "unshare", "nsenter", "flock", "script", "parallel", "systemd-run", "python", "python3", "perl", "ruby", "node",
        "php",
        "lua", "deno", "bun",
    ])
}
