import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What has left its worker's process group, with children of its own: it ends with the life that it comes from.
@Suite(.waits, .showsDaemonLogs) struct EscapeTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func start(_ settings: String = "", workers: Int = 1) throws -> BusClient {
        try BusClient(DaemonProcess(FakeAppServer.command, workers: workers, group: settings, in: directory))
    }

    /// Has the worker leave a tree of processes, and gives the one at its end.
    private func leaveTree(_ name: String, _ bus: BusClient, worker: String = "main-1", then: [JSON] = []) throws
        -> pid_t
    {
        let file = directory.file(name)
        _ = try bus.send(
            "fake/do", ["steps": .array([["leaveTree": .string(file)]] + then)], meta: ["worker": .string(worker)])
        return try eventually("the tree stands") {
            directory.read(name).flatMap { pid_t(String(decoding: $0, as: UTF8.self).filter(\.isNumber)) }
        }
    }

    @Test("Case 20: the whole tree of what escaped a worker that has died is ended, and reaped")
    func aTreeIsEndedWithItsWorker() throws {
        let bus = try start("restart = 'temporary'")
        try bus.ready()
        let last = try leaveTree("tree", bus, then: [["kill": .integer(Int64(SIGKILL))]])
        try bus.event("wk.wmain-1.gone")
        try eventually("nothing is left") { bus.daemon.processes().isEmpty && !ProcFS.isRunning(last) }
        try eventually("nothing is unreaped") { ProcFS.children(of: bus.daemon.pid).isEmpty }
    }

    @Test func aTreeDoesNotOutliveTheDaemon() throws {
        let bus = try start(workers: 2)
        for number in 1...2 {
            try bus.ready("main-\(number)")
            for tree in 1...3 { _ = try leaveTree("\(number).\(tree)", bus, worker: "main-\(number)") }
        }
        #expect(bus.daemon.processes().count == 20)
        bus.daemon.send(SIGTERM)
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        // At once: the daemon has waited for their end.
        #expect(bus.daemon.processes().isEmpty)
    }

    /// The mark is the same in each life: a restart at once ends the former life's processes and no other's.
    @Test func aRestartAtOnceSparesWhatItsNewLifeHasStarted() throws {
        let bus = try start()
        try bus.ready()
        for life in 1...5 {
            let old = try leaveTree("old\(life)", bus)
            try bus.result("worker/restart", ["worker": "main-1"])
            try bus.event("wk.wmain-1.ready") { $0.header.generation == UInt32(life + 1) }
            #expect(!ProcFS.isRunning(old))
            let new = try leaveTree("new\(life)", bus)
            // The other's sweep looks at it, too.
            #expect(ProcFS.isRunning(new))
            try eventually("the old life's are gone, and the new one's are there") {
                bus.daemon.processes().count == 4
            }
            #expect(ProcFS.isRunning(new))
        }
    }

    /// A neighbour's end has everything looked at.
    @Test func theEndOfOneWorkerSparesWhatAnotherHasInTheBackground() throws {
        let bus = try start("backoff_base = '10ms'", workers: 2)
        try bus.ready("main-1")
        try bus.ready("main-2")
        let neighbour = try leaveTree("neighbour", bus, worker: "main-2")
        for life in 1...3 {
            let old = try leaveTree("old\(life)", bus, then: [["exit": 1]])
            try bus.ready("main-1", generation: Int64(life + 1))
            try eventually("it has ended") { !ProcFS.isRunning(old) }
        }
        #expect(ProcFS.isRunning(neighbour))
    }
}
