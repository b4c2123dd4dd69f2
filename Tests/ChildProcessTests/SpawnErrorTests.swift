import CLinux
import ChildProcess
import Dispatch
import EventLoop
import Glibc
import TestSupport
import Testing

/// Each reason has its own error, and none leaves anything behind.
@Suite struct SpawnErrorTests {
    @Test func missingFile() throws {
        let directory = try TemporaryDirectory()
        let error = failure(Command("\(directory.path)/codex"))
        #expect(error == SpawnError(.executableNotFound, errno: ENOENT, path: "\(directory.path)/codex"))
        #expect(error?.description == "cannot run \(directory.path)/codex: no such file")
        #expect(error?.isPermanentUntilRepaired == true)
    }

    @Test func fileInTheWayOfThePath() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("file", "")
        #expect(failure(Command("\(file)/codex"))?.code == .executableNotFound)
    }

    @Test(arguments: [["PATH": "/nowhere:/usr/nowhere"], ["PATH": ""], [:]])
    func nameThatIsInNoDirectory(environment: [String: String]) {
        let error = failure(Command("no-such-codex", environment: environment))
        #expect(error == SpawnError(.executableNotFound, errno: ENOENT, path: "no-such-codex"))
        #expect(error?.description == "cannot run no-such-codex: not found in the PATH")
    }

    @Test func emptyName() {
        #expect(failure(Command(""))?.code == .executableNotFound)
    }

    @Test func missingInterpreter() throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write("codex", "#!/no/such/node\n")
        #expect(failure(Command(script)) == SpawnError(.interpreterNotFound, errno: ENOENT, path: script))
        // Found by name, it is not passed over: a later codex in the PATH is not the one that was meant.
        let byName = failure(Command("codex", environment: ["PATH": "\(directory.path):/usr/bin"]))
        #expect(byName == SpawnError(.interpreterNotFound, errno: ENOENT, path: script))
    }

    @Test func fileWithoutTheExecuteBit() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("codex", "#!/bin/sh\n", mode: 0o644)
        #expect(failure(Command(file)) == SpawnError(.permissionDenied, errno: EACCES, path: file))
        let byName = failure(Command("codex", environment: ["PATH": "/nowhere:\(directory.path):/usr/nowhere"]))
        #expect(byName == SpawnError(.permissionDenied, errno: EACCES, path: file))
    }

    @Test func directoryInsteadOfAFile() throws {
        let directory = try TemporaryDirectory()
        #expect(failure(Command(directory.path)) == SpawnError(.isDirectory, errno: EISDIR, path: directory.path))
    }

    @Test(arguments: ["\u{1}\u{2}garbage", "", "echo no first line\n"])
    func bytesThatAreNoProgram(contents: String) throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("codex", contents)
        #expect(failure(Command(file)) == SpawnError(.notExecutable, errno: ENOEXEC, path: file))
    }

    @Test func missingWorkingDirectoryIsNamedInsteadOfTheProgram() throws {
        let directory = try TemporaryDirectory()
        let missing = "\(directory.path)/gone"
        let error = failure(Command("/bin/cat", workingDirectory: missing))
        #expect(error == SpawnError(.workingDirectoryMissing, errno: ENOENT, path: missing))
        #expect(error?.description == "cannot start in \(missing): no such directory")
        let file = try directory.write("file", "")
        #expect(failure(Command("/bin/cat", workingDirectory: file))?.code == .workingDirectoryMissing)
    }

    @Test func workingDirectoryThatMayNotBeEntered() async throws {
        let directory = try TemporaryDirectory()
        try check("chmod", chmod(directory.path, 0o755))
        let closed = try directory.makeDirectory("closed", mode: 0)
        await #expect(processExitsWith: .exitCode(7)) { [closed = closed as String] in
            // Root enters any directory: go on as nobody.
            if getuid() == 0 { try check("setuid", setuid(65534)) }
            let error = failure(Command("/bin/cat", workingDirectory: closed))
            exit(error == SpawnError(.workingDirectoryNotAccessible, errno: EACCES, path: closed) ? 7 : 8)
        }
    }

    @Test func argumentsThatAreTooLong() {
        let error = failure(Command("/bin/cat", arguments: [String(repeating: "x", count: 200_000)]))
        #expect(error == SpawnError(.argumentsTooLong, errno: E2BIG, path: "/bin/cat"))
    }

    @Test(arguments: [
        Command("/bin/cat", arguments: ["a\0b"]), Command("/bin/cat\0"), Command("/bin/cat", workingDirectory: "/\0"),
        Command("/bin/cat", environment: ["A": "1\0LD_PRELOAD=x"]), Command("/bin/cat", environment: ["A=B": "1"]),
        Command("/bin/cat", environment: ["": "1"]),
    ])
    func stringsThatCannotReachTheProgram(command: Command) {
        #expect(failure(command)?.code == .inexpressible)
    }

    @Test func processLimitIsTransient() async {
        await #expect(processExitsWith: .exitCode(7)) {
            // Root may exceed the limit: go on as a user that has no process yet.
            try check("setuid", setuid(65533))
            var limit = rlimit(rlim_cur: 1, rlim_max: 1)
            try check("setrlimit", setrlimit(__rlimit_resource_t(6), &limit))
            let before = try entries(of: "/proc/self/fd").count
            let error = failure(Command("/bin/cat"))
            let after = try entries(of: "/proc/self/fd").count
            exit(error?.code == .resourceUnavailable && error?.isTransient == true && after == before ? 7 : 8)
        }
    }

    /// With each number of descriptors left, from none to just too few: at every place a spawn can lack one.
    @Test func lackOfDescriptorsLeavesNoneBehind() async {
        await #expect(processExitsWith: .exitCode(7)) {
            // The runtime's thread pool watches itself with a timer, and traps when it can't open the descriptor that
            // this takes: let it have that first.
            await withCheckedContinuation { done in
                DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(1)) { done.resume() }
            }
            let before = try streamCount()
            var refused = 0
            for spare in 0...12 {
                // No free number below the highest: the limit then says how many are left.
                let highest = try entries(of: "/proc/self/fd").compactMap { CInt($0) }.max() ?? 0
                while open("/dev/null", O_RDONLY | O_CLOEXEC) < highest {}
                try check("limit", clinux_set_descriptor_limit(UInt64(entries(of: "/proc/self/fd").count + spare)))
                do throws(SpawnError) {
                    let child = try ChildProcess.spawn(Command("/bin/cat"))
                    child.signal(SIGKILL)
                    while child.reap() == nil { sched_yield() }
                } catch {
                    guard error.code == .tooManyDescriptors else { exit(8) }
                    refused += 1
                }
                try check("limit", clinux_set_descriptor_limit(1024))
                guard try streamCount() == before else { exit(9) }
            }
            // Three pairs and a pidfd: seven are enough, if the test's own runtime does not take one meanwhile.
            exit((7...9).contains(refused) ? 7 : 10)
        }
    }

    @Test func aThousandFailuresLeaveDescriptorsAndThreadsFlat() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let descriptors = try streamCount()
            let threads = try entries(of: "/proc/self/task").count
            for _ in 0..<1_000 {
                guard failure(Command("/no/such/codex"))?.code == .executableNotFound else { exit(8) }
            }
            guard try streamCount() == descriptors else { exit(10) }
            // The test's own runtime may start a few meanwhile.
            guard try entries(of: "/proc/self/task").count < threads + 10 else { exit(11) }
            guard waitpid(-1, nil, WNOHANG) == -1, errno == ECHILD else { exit(12) }
            exit(7)
        }
    }
}

private func failure(_ command: Command) -> SpawnError? {
    do throws(SpawnError) {
        _ = try ChildProcess.spawn(command)
        return nil
    } catch {
        return error
    }
}
