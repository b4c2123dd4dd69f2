import CLinux
import ChildProcess
import EventLoop
import Glibc
import TestSupport
import Testing

/// The limits that a command names.
@Suite struct LimitTests {
    @Test func theSoftDescriptorLimitIsTheCommands() throws {
        var command = Command.shell("ulimit -Sn; ulimit -Hn")
        command.descriptorLimit = 77
        #expect(try ChildProcess.run(command).output == "77\n\(ResourceLimits.hardDescriptorLimit())\n")
    }

    @Test func aHigherScoreThanOnesOwnCanAlwaysBeHad() throws {
        var command = Command("/bin/cat", arguments: ["/proc/self/oom_score_adj"])
        command.oomScoreAdjustment = 1_000
        #expect(try ChildProcess.run(command).output == "1000\n")
        // This process keeps its own.
        let own = try FileDescriptor(opening: "/proc/self/oom_score_adj", O_RDONLY | O_CLOEXEC)
        var byte: UInt8 = 0
        _ = withUnsafeMutableBytes(of: &byte) { own.read(into: $0) }
        #expect(byte != UInt8(ascii: "1"))
    }

    @Test func aLowerOneIsRefusedToWhoIsNotRoot() async {
        await #expect(processExitsWith: .exitCode(7)) {
            if getuid() == 0 { try check("setuid", setuid(65_533)) }
            var command = Command("/bin/true")
            command.oomScoreAdjustment = -900
            let error = UserTests.failure(command)
            guard error?.code == .oomScoreRefused, error?.errno == EACCES else { exit(8) }
            exit(error?.description.contains("only a daemon that runs as root") == true ? 7 : 9)
        }
    }

    @Test func aScoreThatDoesNotExistIsRefused() {
        var command = Command("/bin/true")
        command.oomScoreAdjustment = 1_001
        #expect(UserTests.failure(command) == SpawnError(.oomScoreRefused, errno: EINVAL, path: "/bin/true"))
    }

    @Test(.enabled(if: geteuid() == 0, "only root may change the user"))
    func theScoreIsSetBeforeTheUserChanges() throws {
        var command = Command("/bin/cat", arguments: ["/proc/self/oom_score_adj"])
        command.oomScoreAdjustment = 500
        command.user = try UserAccount(named: "nobody")
        #expect(try ChildProcess.run(command).output == "500\n")
    }
}
