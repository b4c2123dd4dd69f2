import TestSupport
import Glibc

/// A process that a test started.
final class Child {
    enum Ending: Equatable {
        case exited(CInt)
        case killed(CInt)
    }

    let pid: pid_t
    private var ending: Ending?

    /// Starts it with `output` as its stdout and stderr, and no other descriptor: those that other tests have open just then
    /// would be its own for good. `closed` are of the three that it does not get either.
    init(
        _ executable: String, _ arguments: [String], environment: [String: String], output: String,
        closed: [CInt] = []
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        for descriptor in closed { posix_spawn_file_actions_addclose(&actions, descriptor) }
        try Self.addCloseFrom(&actions, STDERR_FILENO + 1)
        // As a shell starts it, whatever the test's thread has blocked and its process ignores.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var argv = ([executable] + arguments).map { strdup($0) }
        argv.append(nil)
        var envp = environment.map { strdup("\($0.key)=\($0.value)") }
        envp.append(nil)
        defer { for text in argv + envp { free(text) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
        guard code == 0 else { throw TestFailure("\(executable): \(String(cString: strerror(code)))") }
        self.pid = pid
    }

    /// glibc has it since 2.34; Swift's view of its headers does not show what is GNU's alone.
    private static func addCloseFrom(_ actions: inout posix_spawn_file_actions_t, _ first: CInt) throws {
        typealias Function = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, CInt) -> CInt
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else {
            throw TestFailure("this glibc can't close what a child would inherit")
        }
        let code = unsafeBitCast(symbol, to: Function.self)(&actions, first)
        guard code == 0 else {
            throw TestFailure("close what a child would inherit: \(String(cString: strerror(code)))")
        }
    }

    /// An ended child that nobody waits for would hide the others' ends from the test runner.
    deinit {
        guard ending == nil else { return }
        kill(pid, SIGKILL)
        while waitpid(pid, nil, 0) == -1, errno == EINTR {}
    }

    func send(_ signal: CInt) {
        if poll() == nil { kill(pid, signal) }
    }

    /// How it ended, or nil while it runs.
    func poll() -> Ending? {
        if ending != nil { return ending }
        var status: CInt = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
        return ending
    }

    func waitForEnd(within limit: Duration = patience) throws -> Ending {
        try eventually("process \(pid) ends", within: limit) { poll() }
    }
}
