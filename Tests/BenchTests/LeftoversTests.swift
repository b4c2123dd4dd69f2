import ChildProcess
import Foundation
import Glibc
import Testing

@testable import Bench

@Suite(.timeLimit(.minutes(10))) struct LeftoversTests {
    /// Of whatever epoch and worker; not those of another state, nor one whose id only begins so. It reaps whatever is not
    /// its own, so it has a process of its own: in the tests' it would take the ends that others wait for.
    @Test func processesOfTheStateAreFoundAndEnded() async {
        await #expect(processExitsWith: .success) {
            func process(_ mark: String?) throws -> ChildProcess {
                var command = Command("/bin/sleep", arguments: ["600"])
                command.environment = mark.map { ["BOSUN_WORKER": $0] } ?? [:]
                return try ChildProcess.spawn(command)
            }
            let directory = try WorkDirectory()
            let id = String(UInt64.random(in: (1 << 60)...UInt64.max), radix: 16)
            try Data("\(id)\n".utf8).write(to: URL(filePath: "\(directory.path)/id"))
            let leftovers = try Leftovers(ofState: directory.path)
            guard leftovers.pids.isEmpty else { exit(8) }
            let own = try [process("\(id).1.main-1"), process("\(id).2.other-7")]
            let others = try [process("\(id)0.1.main-1"), process(nil)]
            guard Set(leftovers.pids) == Set(own.map(\.pid)) else { exit(9) }
            guard leftovers.has(own[0].pid), !leftovers.has(others[0].pid) else { exit(10) }
            guard try leftovers.end() == 2 else { exit(11) }
            for process in own {
                guard process.reap() == .signaled(signal: SIGKILL, coreDumped: false) else { exit(12) }
            }
            for process in others {
                guard process.reap() == nil else { exit(13) }
                kill(process.pid, SIGKILL)
            }
            exit(0)
        }
    }

    @Test func aStateWithoutAnIDIsAnError() throws {
        let directory = try WorkDirectory()
        #expect(throws: BenchError.self) { try Leftovers(ofState: directory.path) }
    }
}
