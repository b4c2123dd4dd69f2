import CLinux
import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

/// What the daemon has set for itself does not reach its workers. Each test changes its process, so each has one.
@Suite struct InheritanceTests {
    private static func statusField(_ name: String, in status: String) -> UInt64? {
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line.flatMap { UInt64($0.dropFirst(name.count + 1).drop { $0 == "\t" }, radix: 16) }
    }

    @Test func signalMaskAndDispositionsAreReset() async {
        await #expect(processExitsWith: .exitCode(7)) {
            for number in [SIGPIPE, SIGHUP, SIGINT, SIGUSR1, 40] { signal(number, SIG_IGN) }
            signal(SIGTERM) { _ in }
            var mask = sigset_t()
            sigfillset(&mask)
            pthread_sigmask(SIG_SETMASK, &mask, nil)
            // No shell between: it sets signals of its own.
            let status = try ChildProcess.run(Command("/bin/cat", arguments: ["/proc/self/status"])).output
            for field in ["SigBlk", "SigIgn", "SigCgt"] {
                guard InheritanceTests.statusField(field, in: status) == 0 else { exit(8) }
            }
            // The daemon keeps its own.
            var after = sigset_t()
            pthread_sigmask(SIG_SETMASK, nil, &after)
            guard sigismember(&after, SIGUSR2) == 1 else { exit(9) }
            var pipe = sigaction()
            sigaction(SIGPIPE, nil, &pipe)
            exit(unsafeBitCast(pipe.__sigaction_handler.sa_handler, to: Int.self) == 1 ? 7 : 10)
        }
    }

    @Test func signalMaskIsRestoredAfterAFailureToo() async {
        await #expect(processExitsWith: .exitCode(7)) {
            var mask = sigset_t()
            sigemptyset(&mask)
            sigaddset(&mask, SIGUSR2)
            pthread_sigmask(SIG_SETMASK, &mask, nil)
            #expect(throws: SpawnError.self) { try ChildProcess.spawn(Command("/no/such/codex")) }
            pthread_sigmask(SIG_SETMASK, nil, &mask)
            for number in 1...64 where sigismember(&mask, CInt(number)) != (number == SIGUSR2 ? 1 : 0) { exit(8) }
            exit(7)
        }
    }

    /// A daemon without 0, 1 and 2: its pipes would get those numbers.
    @Test(arguments: [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] as [[CInt]])
    func closedStandardStreamsDoNotMixUpTheChilds(closed: [CInt]) async {
        await #expect(processExitsWith: .exitCode(7)) { [closed] in
            for descriptor in closed { close(descriptor) }
            for stdio in [Command.Stdio.socketPair, .pipe] {
                let child = try ChildProcess.spawn(.shell("echo err >&2; cat; ls /proc/self/fd", stdio: stdio))
                for end in [child.stdin?.rawValue, child.stdout?.rawValue, child.stderr?.rawValue] {
                    guard let end, end > 2 else { exit(8) }
                }
                _ = "in\n".utf8CString.withUnsafeBytes {
                    child.stdin?.write(UnsafeRawBufferPointer(rebasing: $0.dropLast()))
                }
                child.stdin = nil
                guard try child.output() == "in\n0\n1\n2\n3\n" else { exit(9) }
                guard try child.errorOutput() == "err\n" else { exit(10) }
                guard try child.awaitEnd() == .exited(code: 0) else { exit(11) }
            }
            exit(7)
        }
    }

    @Test func descriptorLimitIsRaisedForTheDaemonAndGivenBackToWorkers() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let command = Command.shell("ulimit -Sn; ulimit -Hn")
            try check("limit", clinux_set_descriptor_limit(300))
            guard ResourceLimits.descriptorLimitAtStart == nil else { exit(8) }
            let hard = try ResourceLimits.raiseDescriptorLimit()
            guard hard > 300, try ResourceLimits.raiseDescriptorLimit() == hard else { exit(9) }
            guard ResourceLimits.descriptorLimitAtStart == 300 else { exit(10) }
            // A descriptor that the child's limit does not allow is no obstacle.
            try check("dup2", dup2(2, 299))
            try check("dup2", dup2(2, 301))
            guard try ChildProcess.run(command).output == "300\n\(hard)\n" else { exit(11) }
            var soft: UInt64 = 0
            var now: UInt64 = 0
            try check("limit", clinux_descriptor_limit(&soft, &now))
            exit(soft == hard ? 7 : 12)
        }
    }

    /// Memory is shared at that moment, and so would the score be, were the child not a vfork's.
    @Test(.enabled(if: mayLowerOOMScore(), "lowering the score takes CAP_SYS_RESOURCE"))
    func loweredOOMScoreIsResetForTheChildAlone() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let path = "/proc/self/oom_score_adj"
            let file = try FileDescriptor(opening: path, O_WRONLY | O_CLOEXEC)
            try check("oom_score_adj", CInt("-500".withCString { write(file.rawValue, $0, 4) }))
            let cat = Command("/bin/cat", arguments: [path])
            guard try ChildProcess.run(cat).output == "0\n" else { exit(8) }
            let own = try FileDescriptor(opening: path, O_RDONLY | O_CLOEXEC)
            var buffer = [UInt8](repeating: 0, count: 16)
            guard buffer.withUnsafeMutableBytes({ own.read(into: $0) }) == .bytes(5) else { exit(9) }
            guard buffer.starts(with: "-500\n".utf8) else { exit(10) }
            try check("oom_score_adj", CInt("300".withCString { write(file.rawValue, $0, 3) }))
            exit(try ChildProcess.run(cat).output == "300\n" ? 7 : 11)
        }
    }

    /// From a background group, reading the daemon's terminal would stop the worker.
    @Test func workersHaveNoControllingTerminal() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try check("setsid", setsid())
            let master = try FileDescriptor(opening: "/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            var locked: CInt = 0
            var number: CInt = -1
            try check("TIOCSPTLCK", ioctl(master.rawValue, 0x4004_5431, &locked))
            try check("TIOCGPTN", ioctl(master.rawValue, 0x8004_5430, &number))
            let terminal = try FileDescriptor(opening: "/dev/pts/\(number)", O_RDWR | O_CLOEXEC)
            _ = try FileDescriptor(opening: "/dev/tty", O_RDWR | O_CLOEXEC)
            let result = try ChildProcess.run(.shell("read line </dev/tty; echo $?"))
            guard result.status == .exited(code: 0), result.output == "2\n" || result.output == "1\n" else { exit(9) }
            guard result.errors.contains("/dev/tty") else { exit(10) }
            // The daemon keeps its own.
            _ = try FileDescriptor(opening: "/dev/tty", O_RDWR | O_CLOEXEC)
            _ = consume terminal
            exit(7)
        }
    }

    /// What stands in for close_range on kernels without it.
    @Test func listedDescriptorsAreClosedFromTheFirstOn() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let opened = (0..<400).map { _ in open("/dev/null", O_RDONLY) }
            clinux_close_listed_from(50)
            let left = opened.filter { fcntl($0, F_GETFD) >= 0 && target(of: $0) == "/dev/null" }
            exit(opened.allSatisfy { $0 >= 0 } && left == opened.filter { $0 < 50 } ? 7 : 8)
        }
    }
}

private func mayLowerOOMScore() -> Bool {
    let probe = Command.shell("echo -1 >/proc/self/oom_score_adj")
    return (try? ChildProcess.run(probe).status) == .exited(code: 0)
}
