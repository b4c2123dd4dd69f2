import Foundation
import Glibc
import TestSupport

/// A running `journal-writer`.
final class Writer {
    private let pid: pid_t
    private let output: CInt

    init(_ arguments: String...) throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "journal-writer").path
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw TestFailure("no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var argv = ([program] + arguments).map { strdup($0) }
        argv.append(nil)
        defer { for text in argv { free(text) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, program, &actions, nil, argv, environ)
        close(ends[1])
        guard code == 0 else { throw TestFailure("\(program): \(code)") }
        self.pid = pid
        output = ends[0]
    }

    deinit { close(output) }

    /// The lines that it prints, until its end or until one `isLast`.
    func lines(until isLast: (String) -> Bool) throws -> [String] {
        var lines: [String] = []
        var rest: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(output, &chunk, chunk.count), count > 0 {
            rest += chunk[..<count]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: rest[..<end], as: UTF8.self))
                rest.removeSubrange(...end)
                if isLast(lines[lines.count - 1]) { return lines }
            }
        }
        return lines
    }

    func kill() {
        Glibc.kill(pid, SIGKILL)
        _ = waitForEnd()
    }

    /// The status as `waitpid` gives it.
    func waitForEnd() -> CInt {
        var status: CInt = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
