import ChildProcess
import Foundation
import Testing

@testable import Bench

@Suite(.timeLimit(.minutes(1))) struct LeftoversTests {
    private func process(_ mark: String?) throws -> ChildProcess {
        var command = Command("/bin/sleep", arguments: ["600"])
        command.environment = mark.map { ["BOSUN_WORKER": $0] } ?? [:]
        return try ChildProcess.spawn(command)
    }

    /// Of whatever epoch and worker; not those of another state, nor one whose id only begins so.
    @Test func processesOfTheStateAreFoundAndEnded() throws {
        let directory = try WorkDirectory()
        let id = String(UInt64.random(in: (1 << 60)...UInt64.max), radix: 16)
        try Data("\(id)\n".utf8).write(to: URL(filePath: "\(directory.path)/id"))
        let leftovers = try Leftovers(ofState: directory.path)
        #expect(leftovers.pids.isEmpty)
        let own = try [process("\(id).1.main-1"), process("\(id).2.other-7")]
        let others = try [process("\(id)0.1.main-1"), process(nil)]
        #expect(Set(leftovers.pids) == Set(own.map(\.pid)))
        #expect(leftovers.has(own[0].pid) && !leftovers.has(others[0].pid))
        #expect(try leftovers.end() == 2)
        for process in own { #expect(process.reap() == .signaled(signal: SIGKILL, coreDumped: false)) }
        for process in others { #expect(process.reap() == nil) }
    }

    @Test func aStateWithoutAnIDIsAnError() throws {
        let directory = try WorkDirectory()
        #expect(throws: BenchError.self) { try Leftovers(ofState: directory.path) }
    }
}
