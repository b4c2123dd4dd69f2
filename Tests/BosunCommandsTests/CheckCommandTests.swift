import Glibc
import TestSupport
import Testing

@testable import BosunCommands

@Suite struct CheckCommandTests {
    private func check(_ text: String, in directory: TemporaryDirectory) throws -> (
        code: CInt, out: String, err: String
    ) {
        let file = try directory.write("bosun.toml", Array(text.utf8))
        let program = try Program(["check", file], environment: ["PATH": "/usr/bin:/bin", "HOME": "/root"])
        let end = try program.finish()
        return (end.status, end.output, end.complaint)
    }

    @Test func aGoodFileIsCalledGood() throws {
        let directory = try TemporaryDirectory()
        let end = try check(
            "[[group]]\nname='a'\nworkers=3\ncommand=['sh']\n[[group]]\nname='b'\ncommand=['/bin/sh']", in: directory)
        #expect(end.code == 0 && end.err.isEmpty)
        #expect(end.out == "\(directory.path)/bosun.toml is good: 2 groups, 4 workers\n")
    }

    @Test func whatIsNotThereNowIsADoubt() throws {
        let directory = try TemporaryDirectory()
        let end = try check("[[group]]\nname='a'\ncommand=['nowhere-at-all']\ncwd='/nowhere/at/all'", in: directory)
        #expect(end.code == 0)
        #expect(end.out.contains("doubt: group a: there is no program nowhere-at-all in PATH\n"))
        #expect(end.out.contains("doubt: group a: there is no directory /nowhere/at/all\n"))
    }

    /// Nobody writes to the FIFO, and the device never ends: neither is waited for, here or at a start.
    @Test(arguments: [["check"], ["serve", "--config"]]) func whatIsNoFileIsRefusedAtOnce(words: [String]) throws {
        let directory = try TemporaryDirectory()
        let fifo = "\(directory.path)/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        for path in [fifo, "/dev/zero"] {
            let end = try Program(words + [path], environment: ["PATH": "/usr/bin:/bin", "HOME": directory.path])
                .finish()
            #expect(end.status == 1 && end.output.isEmpty)
            #expect(end.complaint.contains("\(path): not a regular file"))
        }
    }

    @Test func allThatIsWrongIsToldWithItsPlace() throws {
        let directory = try TemporaryDirectory()
        let end = try check("x = 1\n[[group]]\nname = 'a'\nstable = 5\n", in: directory)
        #expect(end.code == 1 && end.out.isEmpty)
        #expect(end.err.contains("bosun.toml:1:1: unknown setting"))
        #expect(end.err.contains("bosun.toml:4:10: a string is wanted here"))
    }
}
