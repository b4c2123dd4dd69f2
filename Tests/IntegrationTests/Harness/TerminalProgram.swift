import Glibc
import TestSupport

/// A program at a terminal of its own, and whoever sits before it.
final class TerminalProgram {
    private let pid: pid_t
    private let screen: CInt
    private var bytes: [UInt8] = []
    private var ending: Child.Ending?

    /// `TIOCSPTLCK`, `TIOCGPTN` and `POSIX_SPAWN_SETSID`, which Swift's Glibc does not have.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430
    private static let newSession: Int16 = 0x80

    /// - Parameter isOutputSeen: False: what it prints goes into a file, and only its input is the terminal.
    init(_ executable: String, _ arguments: [String], isOutputSeen: Bool = true) throws {
        screen = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number): (CInt, CUnsignedInt) = (0, 0)
        guard screen >= 0, ioctl(screen, Self.setLock, &lock) == 0, ioctl(screen, Self.getNumber, &number) == 0 else {
            throw TestFailure("no terminal")
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: 50, ws_col: 300, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(screen, UInt(TIOCSWINSZ), &size)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens is the session's: Ctrl-C then is a signal.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
        if isOutputSeen {
            posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.newSession)
        var argv = ([executable] + arguments).map { strdup($0) }
        argv.append(nil)
        let variables: [String] = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TERM=dumb"]
        var envp = variables.map { strdup($0) }
        envp.append(nil)
        defer { for text in argv + envp { free(text) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, executable, &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw TestFailure("\(executable): \(String(cString: strerror(code)))") }
        self.pid = pid
    }

    deinit {
        if ending == nil {
            kill(pid, SIGKILL)
            while waitpid(pid, nil, 0) == -1, errno == EINTR {}
        }
        close(screen)
    }

    /// All that stood on the screen up to now, what was typed among it.
    func text() -> String {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            var readable = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, 0) > 0 else { break }
            // EIO: nobody has the terminal open any more.
            let count = read(screen, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Waits until that stands there, so often.
    func shows(_ words: String, times: Int = 1) throws {
        do {
            try eventually("the terminal shows \(words)") { text().ranges(of: words).count >= times }
        } catch {
            throw TestFailure("\(error); it shows: \(text())")
        }
    }

    func type(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(screen, bytes, bytes.count) == bytes.count else { throw TestFailure("typing \(text)") }
    }

    func waitForEnd() throws -> Child.Ending {
        try eventually("the program at the terminal ends") {
            // It must not wait for somebody to read.
            _ = text()
            var status: CInt = 0
            if ending == nil, waitpid(pid, &status, WNOHANG) == pid {
                ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
            }
            return ending
        }
    }
}
