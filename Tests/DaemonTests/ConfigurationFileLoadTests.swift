import Glibc
import TestSupport
import Testing

@testable import Daemon

@Suite struct ConfigurationFileLoadTests {
    private func refusal(of path: String) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try ConfigurationFile.load(path)
            return nil
        } catch {
            return error
        }
    }

    @Test func aFileIsLoadedAndNamedInItsProblems() throws {
        let directory = try TemporaryDirectory()
        let good = try directory.write("good.toml", Array("run_dir = 'r'".utf8))
        #expect(try ConfigurationFile.load(good).runDirectory == "r")
        let bad = try directory.write("bad.toml", Array("\nrun = 'r'".utf8))
        #expect(refusal(of: bad)?.description.hasPrefix("\(bad):2:1: unknown setting") == true)
        let broken = try directory.write("broken.toml", Array("run =".utf8))
        #expect(refusal(of: broken)?.description.hasPrefix("\(broken):1:6: ") == true)
    }

    @Test func anEmptyFileSaysNothing() throws {
        let directory = try TemporaryDirectory()
        #expect(try ConfigurationFile.load(directory.write("empty", [])) == ConfigurationFile())
    }

    @Test func sizeHasABound() throws {
        let directory = try TemporaryDirectory()
        let line = Array("run_dir = 'r' #".utf8)
        let most = line + [UInt8](repeating: UInt8(ascii: "#"), count: TextFile.largest - line.count)
        #expect(try ConfigurationFile.load(directory.write("most", most)).runDirectory == "r")
        for (name, bytes) in [
            ("more", most + [UInt8(ascii: "#")]), ("much", [UInt8](repeating: UInt8(ascii: "\n"), count: 10 << 20)),
        ] {
            let path = try directory.write(name, bytes)
            #expect(refusal(of: path)?.code == .tooLarge)
            #expect(refusal(of: path)?.description == "\(path): has more than 1048576 bytes")
        }
        #expect(refusal(of: "/dev/zero")?.description == "/dev/zero: not a regular file")
    }

    @Test func whatIsNoFileIsRefused() throws {
        let directory = try TemporaryDirectory()
        let none = "\(directory.path)/none"
        #expect(refusal(of: none)?.description == "\(none): No such file or directory")
        #expect(refusal(of: directory.path)?.description == "\(directory.path): Is a directory")
        #expect(refusal(of: "")?.code == .unreadable)
        let loop = "\(directory.path)/loop"
        try check("symlink", symlink("loop", loop))
        #expect(refusal(of: loop)?.description == "\(loop): Too many levels of symbolic links")
        // Nobody writes to it: opening it as it is would wait for ever.
        let fifo = "\(directory.path)/fifo"
        try check("mkfifo", mkfifo(fifo, 0o600))
        #expect(refusal(of: fifo)?.description == "\(fifo): not a regular file")
        for error in [refusal(of: none), refusal(of: directory.path), refusal(of: loop), refusal(of: fifo)] {
            #expect(error?.code == .unreadable)
            #expect(error?.problems.first?.position == nil)
        }
    }

    @Test func aReadThatFailsIsTold() {
        // Nothing is mapped at address 0.
        #expect(refusal(of: "/proc/self/mem")?.description == "/proc/self/mem: Input/output error")
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFileThatMayNotBeReadIsRefused() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("secret", Array("run_dir = 'r'".utf8), mode: 0)
        #expect(refusal(of: path)?.description == "\(path): Permission denied")
    }

    @Test func aLineBreakInThePathMakesNoSecondLine() {
        #expect(refusal(of: "/none\n/x")?.description == #"/none\n/x: No such file or directory"#)
    }

    @Test func aThousandGroupsAreRead() throws {
        let text = (1...1000).map { number in
            """
            [[group]]
            name = "group-\(number)"
            command = ["codex", "app-server", "-c", "n=\(number)"]
            workers = \(number)
            codex_home = "/var/lib/bosun/codex/\(number)"
            env = { NUMBER = "\(number)" }
            pass_env = ["OPENAI_API_KEY"]

            """
        }.joined()
        let groups = try #require(try ConfigurationFile(text).groups)
        #expect(groups.count == 1000)
        for (index, group) in groups.enumerated() {
            #expect(group.name == "group-\(index + 1)" && group.workers == index + 1)
            #expect(group.environment == ["NUMBER": "\(index + 1)", "OPENAI_API_KEY": nil])
        }
        let same = (1...1000).map { _ in "[[group]]\nname = 'a'\n" }.joined()
        let error = ConfigurationFile.refusal(of: same)
        #expect(error?.problems.first?.description == "f:4:8: the group \"a\" is there already, at 2:8")
        #expect(error?.omitted == 979)
    }
}
