import BosunClient
import BusProtocol
import Dispatch
import JSONRPC
import Synchronization
import TestSupport
import Testing

/// A commander beside daemons that are killed.
@Suite(.waits, .showsDaemonLogs) struct CommanderRestartTests {
    /// What came of each command.
    private final class Outcomes: Sendable {
        let list = Mutex<[String: String]>([:])
        let done = DispatchSemaphore(value: 0)

        func add(_ key: String, _ outcome: String) { list.withLock { $0[key] = outcome } }

        var count: Int { list.withLock { $0.count } }
    }

    @Test func eachCommandIsDoneOnceHoweverManyDaemonsItTakes() throws {
        let rig = try KeyRig()
        var client = try rig.start()
        try client.ready()
        let outcomes = Outcomes()
        let endpoints = Endpoints(runDirectory: rig.directory.file("run"))
        DispatchQueue.global().async {
            var options = Commander.Options(client: "tester")
            options.timeout = patience
            let commander = Commander(endpoints, options)
            for number in 0..<300 {
                let key = "c\(number)"
                do throws(CommanderError) {
                    let result = try commander.perform("turn/test", ["n": .string(key)], key: key)
                    outcomes.add(key, result.value["params"]?["n"]?.stringValue ?? "?")
                } catch {
                    outcomes.add(key, "\(error.code)")
                }
            }
            outcomes.done.signal()
        }
        for kills in 1...3 {
            try eventually("some are done") { outcomes.count >= kills * 60 }
            try client.daemon.kill()
            client = try rig.start()
        }
        try eventually("all are done") { outcomes.count == 300 }
        outcomes.done.wait()
        let counts = try rig.counts()
        for (key, outcome) in outcomes.list.withLock({ $0 }) {
            if outcome == key {
                #expect(counts[key] == 1, "\(key)")
            } else {
                #expect(outcome == "indeterminate", "\(key)")
                #expect(counts[key] ?? 0 <= 1, "\(key)")
            }
        }
        // One may be under way at each kill.
        #expect(outcomes.list.withLock { $0.values.count { $0 == "indeterminate" } } <= 3)
    }
}
