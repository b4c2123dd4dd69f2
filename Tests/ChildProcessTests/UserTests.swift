import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

/// Workers of another user. The daemon that may start them is root's.
@Suite(.enabled(if: geteuid() == 0, "only root may change the user")) struct UserTests {
    private static func command(_ script: String, as name: String, stdio: Command.Stdio = .socketPair) throws -> Command
    {
        let account = try UserAccount(named: name)
        var command = Command.shell(script, stdio: stdio)
        command.user = account
        command.environment.merge(account.environment) { $1 }
        return command
    }

    private static func status(_ command: Command) throws -> [String: String] {
        let text = try ChildProcess.run(command).output
        return text.split(separator: "\n").reduce(into: [:]) { fields, line in
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[String(parts[0])] =
                parts.count > 1 ? parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
        }
    }

    /// No shell between: it might drop something itself.
    @Test func nothingOfTheDaemonsRightsIsLeft() throws {
        var command = Command("/bin/cat", arguments: ["/proc/self/status"])
        command.user = try UserAccount(named: "nobody")
        let fields = try Self.status(command)
        let ids = try #require(command.user)
        #expect(ids.uid != 0 && ids.gid != 0)
        #expect(fields["Uid"] == Array(repeating: "\(ids.uid)", count: 4).joined(separator: " "))
        #expect(fields["Gid"] == Array(repeating: "\(ids.gid)", count: 4).joined(separator: " "))
        #expect(fields["Groups"] == ids.groups.sorted().map { "\($0)" }.joined(separator: " "))
        for set in ["CapInh", "CapPrm", "CapEff", "CapAmb"] { #expect(fields[set] == "0000000000000000", "\(set)") }
    }

    /// Exactly the account's, whatever the daemon's own are.
    @Test func theGroupsAreTheAccounts() async throws {
        await #expect(processExitsWith: .exitCode(7)) {
            var own: [gid_t] = [4, 27]
            try check("setgroups", setgroups(own.count, &own))
            var command = Command("/usr/bin/id", arguments: ["-G"])
            command.user = UserAccount(name: "x", uid: 65_533, gid: 65_532, groups: [65_532, 20, 44], home: "/")
            let groups = try ChildProcess.run(command).output.split(whereSeparator: \.isWhitespace)
            guard Set(groups) == ["65532", "20", "44"] else { exit(8) }
            command.user = UserAccount(name: "x", uid: 65_533, gid: 65_532, groups: [], home: "/")
            guard try ChildProcess.run(command).output == "65532\n" else { exit(9) }
            // The daemon, all of its threads, stays what it is.
            exit(getuid() == 0 && geteuid() == 0 && getgroups(0, nil) == 2 ? 7 : 10)
        }
    }

    @Test func itHasTheUsersHomeAndName() throws {
        let result = try ChildProcess.run(Self.command("echo $HOME $USER $LOGNAME $SHELL", as: "nobody"))
        let account = try UserAccount(named: "nobody")
        #expect(result.output == "\(account.home) nobody nobody \(account.shell)\n")
    }

    @Test func itCanTouchNothingOfTheDaemons() throws {
        let directory = try TemporaryDirectory()
        try check("chmod", chmod(directory.path, 0o750))
        let socket = try directory.write("socket", "")
        let script = """
            echo x >\(directory.path)/new && echo wrote; echo x >>\(socket) && echo appended
            ls /proc/\(getpid())/fd && echo listed; cat /proc/\(getpid())/environ && echo read
            kill -0 \(getpid()) && echo signalled
            """
        let result = try ChildProcess.run(Self.command(script, as: "nobody"))
        #expect(result.output == "")
        #expect(result.errors.split(separator: "\n").count == 5)
    }

    @Test(arguments: [Command.Stdio.socketPair, .pipe])
    func theStreamsWork(_ stdio: Command.Stdio) throws {
        let child = try ChildProcess.spawn(Self.command("cat; echo err >/dev/stderr", as: "nobody", stdio: stdio))
        _ = "hello\n".utf8CString.withUnsafeBytes {
            child.stdin?.write(UnsafeRawBufferPointer(rebasing: $0.dropLast()))
        }
        child.stdin = nil
        #expect(try child.output() == "hello\n")
        #expect(try child.errorOutput() == "err\n")
        #expect(try child.awaitEnd() == .exited(code: 0))
    }

    @Test func onlyTheThreeStreamsAreOpenForItToo() throws {
        let careless = try FileDescriptor(opening: "/dev/null", O_RDONLY)
        #expect(fcntl(careless.rawValue, F_GETFD) == 0)
        #expect(try ChildProcess.run(Self.command("ls /proc/self/fd", as: "nobody")).output == "0\n1\n2\n3\n")
    }

    @Test func signalsReachItAndItsMarkIsRead() throws {
        var command = Command("/bin/sleep", arguments: ["600"], environment: ["BOSUN_WORKER": "s.1.main-1"])
        command.user = try UserAccount(named: "nobody")
        let child = try ChildProcess.spawn(command)
        #expect(StartEnvironment(of: child.pid).contains("BOSUN_WORKER=s.1.main-1"))
        #expect(child.signalGroup(SIGTERM) == .sent)
        #expect(try child.awaitEnd() == .signaled(signal: SIGTERM, coreDumped: false))
    }

    /// What the user may not enter or run is refused, although root could.
    @Test func directoriesAndProgramsAreTheUsersMatter() throws {
        let directory = try TemporaryDirectory()
        try check("chmod", chmod(directory.path, 0o755))
        let closed = try directory.makeDirectory("closed", mode: 0o700)
        let program = try directory.write("program", "#!/bin/sh\n", mode: 0o700)
        var command = Command("/bin/true", workingDirectory: closed)
        command.user = try UserAccount(named: "nobody")
        #expect(Self.failure(command) == SpawnError(.workingDirectoryNotAccessible, errno: EACCES, path: closed))
        command = Command(program)
        command.user = try UserAccount(named: "nobody")
        #expect(Self.failure(command) == SpawnError(.permissionDenied, errno: EACCES, path: program))
        command.executable = "/no/such"
        #expect(Self.failure(command)?.code == .executableNotFound)
    }

    @Test func whoIsNotRootIsToldSo() async {
        await #expect(processExitsWith: .exitCode(7)) {
            try check("setgid", setgid(65_533))
            try check("setuid", setuid(65_533))
            var command = Command("/bin/true")
            command.user = UserAccount(name: "carol", uid: 65_534, gid: 65_534, groups: [65_534], home: "/")
            let before = try streamCount()
            let error = UserTests.failure(command)
            guard error == SpawnError(.userRefused, errno: EPERM, path: "carol") else { exit(8) }
            guard error?.isPermanentUntilRepaired == true else { exit(9) }
            let text = "cannot run as the user carol: only a daemon that runs as root may change the user"
            guard error?.description == text else { exit(10) }
            exit(try streamCount() == before && waitpid(-1, nil, WNOHANG) == -1 ? 7 : 11)
        }
    }

    static func failure(_ command: Command) -> SpawnError? {
        do throws(SpawnError) {
            _ = try ChildProcess.spawn(command)
            return nil
        } catch {
            return error
        }
    }
}

@Suite struct UserAccountTests {
    @Test func theSystemsUsersAreFound() throws {
        let root = try UserAccount(named: "root")
        #expect(root.uid == 0 && root.gid == 0 && root.groups.contains(0) && root.home == "/root")
        let nobody = try UserAccount(named: "nobody")
        #expect(nobody.uid == 65_534 && nobody.groups.contains(nobody.gid))
        #expect(nobody.environment["LOGNAME"] == "nobody" && nobody.environment["HOME"] == nobody.home)
    }

    @Test(arguments: ["no-such-user", "", "root:", "0"]) func othersAreNot(_ name: String) {
        let error = #expect(throws: SpawnError.self) { try UserAccount(named: name) }
        #expect(error == SpawnError(.userUnknown, errno: 0, path: name))
        #expect(error?.description == "there is no user \(name)")
    }
}
