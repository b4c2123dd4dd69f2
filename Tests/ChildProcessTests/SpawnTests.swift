import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

/// What a started program finds.
@Suite struct SpawnTests {
    @Test(arguments: [Command.Stdio.socketPair, .pipe])
    func endOfFileEndsCat(stdio: Command.Stdio) throws {
        let child = try ChildProcess.spawn(Command("/bin/cat", stdio: stdio))
        let written = "hello\n".utf8CString.withUnsafeBytes {
            child.stdin?.write(UnsafeRawBufferPointer(rebasing: $0.dropLast()))
        }
        #expect(written == .bytes(6))
        #expect(try child.output(until: "\n") == "hello\n")
        #expect(child.reap() == nil)
        child.stdin = nil
        #expect(try child.awaitEnd() == .exited(code: 0))
        #expect(try child.output() == "")
    }

    @Test func nullInputIsTheNullDeviceAndCannotBeWrittenTo() throws {
        let child = try ChildProcess.spawn(
            Command(
                "/bin/sh", arguments: ["-c", "readlink /proc/self/fd/0; cat; echo end"],
                environment: ["PATH": "/usr/bin:/bin"], hasNullInput: true))
        #expect(child.stdin?.rawValue == nil)
        #expect(try child.output() == "/dev/null\nend\n")
        #expect(try child.awaitEnd() == .exited(code: 0))
    }

    @Test func streamsAreApartAndArgumentsArriveAsTheyAre() throws {
        let result = try ChildProcess.run(
            Command(
                "/bin/sh", arguments: ["-c", "printf '%s|' \"$0\" \"$@\"; echo oops >&2; exit 3", "a b", "", "é\n"]))
        #expect(result.status == .exited(code: 3))
        #expect(result.output == "a b||é\n|")
        #expect(result.errors == "oops\n")
    }

    @Test func environmentIsCompleteAndNothingElse() throws {
        let result = try ChildProcess.run(
            Command("/usr/bin/env", environment: ["ONE": "1", "EMPTY": "", "TEXT": "a=b"]))
        #expect(Set(result.output.split(separator: "\n")) == ["ONE=1", "EMPTY=", "TEXT=a=b"])
    }

    @Test func nameIsLookedUpInTheWorkersPath() throws {
        let directory = try TemporaryDirectory()
        let first = try directory.makeDirectory("first")
        let second = try directory.makeDirectory("second")
        try directory.write("first/tool", "#!/bin/sh\necho first\n", mode: 0o644)
        try directory.write("second/tool", "#!/bin/sh\necho second $0\n")
        let path = "\(directory.path)/none:\(first):\(second)"
        let result = try ChildProcess.run(Command("tool", environment: ["PATH": path]))
        #expect(result.output == "second \(second)/tool\n")
    }

    @Test func emptyAndRelativeEntriesOfThePathAreNotSearched() throws {
        let directory = try TemporaryDirectory()
        try directory.write("tool", "#!/bin/sh\necho planted\n")
        let command = Command("tool", environment: ["PATH": ":.:/nowhere"], workingDirectory: directory.path)
        let error = #expect(throws: SpawnError.self) { try ChildProcess.spawn(command) }
        #expect(error?.code == .executableNotFound)
    }

    @Test func workingDirectoryIsEnteredBeforeARelativePathIsRun() throws {
        let directory = try TemporaryDirectory()
        try directory.write("tool", "#!/bin/sh\npwd -P\n")
        let result = try ChildProcess.run(Command("./tool", workingDirectory: directory.path))
        #expect(result.output == "\(directory.path)\n")
    }

    @Test func onlyTheThreeStreamsAreOpen() throws {
        // Not close-on-exec, as a careless library may open it.
        let careless = try FileDescriptor(opening: "/dev/null", O_RDONLY)
        #expect(fcntl(careless.rawValue, F_GETFD) == 0)
        let result = try ChildProcess.run(.shell("ls /proc/self/fd"))
        // The fourth is the directory that ls reads.
        #expect(result.output == "0\n1\n2\n3\n")
    }

    @Test func childLeadsItsOwnGroup() throws {
        let child = try ChildProcess.spawn(Command("/bin/cat"))
        #expect(getpgid(child.pid) == child.pid)
        #expect(getsid(child.pid) == getsid(0))
    }

    @Test func socketPairCannotBeOpenedThroughProcAndAPipeCan() throws {
        let guarded = try ChildProcess.spawn(Command("/bin/cat", stdio: .socketPair))
        for stream in 0...1 {
            #expect(open("/proc/\(guarded.pid)/fd/\(stream)", O_RDWR | O_NONBLOCK | O_CLOEXEC) == -1)
            #expect(errno == ENXIO)
        }
        let plain = try ChildProcess.spawn(Command("/bin/cat", stdio: .pipe))
        _ = try FileDescriptor(opening: "/proc/\(plain.pid)/fd/0", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    }

    /// What the worker wrote to its own stdin would turn the end of file into ECONNRESET.
    @Test func aChildThatWritesToItsStdinStillSeesItsEnd() throws {
        let child = try ChildProcess.spawn(.shell("trap '' PIPE; echo x >&0; cat; echo \"cat $?\""))
        child.stdin = nil
        #expect(try child.output() == "cat 0\n")
    }

    @Test func ownEndsAreCloseOnExecAndNonBlocking() throws {
        let child = try ChildProcess.spawn(Command("/bin/cat"))
        for descriptor in [child.stdin?.rawValue, child.stdout?.rawValue, child.stderr?.rawValue, child.pidfd.rawValue]
        {
            #expect(fcntl(descriptor ?? -1, F_GETFD) == FD_CLOEXEC)
        }
        for descriptor in [child.stdin?.rawValue, child.stdout?.rawValue, child.stderr?.rawValue] {
            #expect(fcntl(descriptor ?? -1, F_GETFL) & O_NONBLOCK != 0)
        }
        // The child's own are ordinary, blocking ones.
        #expect(try ChildProcess.run(.shell("cat")).status == .exited(code: 0))
    }
}
