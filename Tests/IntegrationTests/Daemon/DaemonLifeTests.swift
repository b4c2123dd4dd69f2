import BusProtocol
import Foundation
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

@Suite(.waits, .showsDaemonLogs) struct DaemonLifeTests {
    @Test(arguments: [[0], [1], [2], [0, 1, 2]] as [[CInt]])
    func itRunsWithoutStandardStreams(_ closed: [CInt]) throws {
        var options = DaemonProcess.Options()
        options.closedDescriptors = closed
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready()
        try bus.fake([["stderr": ["hello", 1]], ["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        #expect(try bus.call("ping").result != nil)
    }

    /// What the tests count would be another number each time, by what others have open as it is started.
    @Test func itBeginsWithNoDescriptorOfTheTests() throws {
        var ends: [CInt] = [-1, -1]
        try check("pipe", pipe(&ends))
        defer { for end in ends { close(end) } }
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let ours = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(ends[0])")
        #expect(ours.hasPrefix("pipe:"))
        #expect(!ProcFS.descriptors(of: bus.daemon.pid).contains(ours))
    }

    @Test func aSyncIsEchoedOnceAndAgainByTheNextDaemon() throws {
        var options = DaemonProcess.Options()
        let directory = try TemporaryDirectory()
        options.directory = directory
        let first = try DaemonProcess(FakeAppServer.command, options)
        let subscriber = try Socket(.sub, in: Context())
        let token = "~sync.\(CommandID.random())"
        try subscriber.subscribe("wk.")
        try subscriber.subscribe(token)
        try subscriber.connect(first.eventsEndpoint)
        func echo() throws -> Event {
            while let message = try subscriber.receiveMultipart(limit: 3, timeout: patience) {
                guard message.count == 3, message[0].text == token else { continue }
                let header = try #require(message[1].withUnsafeBytes { EventHeader(decoding: $0) })
                return Event(topic: token, header: header, body: message[2].bytes)
            }
            throw TestFailure("no echo")
        }
        let echoed = try echo()
        #expect(try UInt64(echoed.json.int("epoch")) == echoed.header.epoch)
        #expect(echoed.isFromDaemon && echoed.header.scopeSeq == 0)

        // Another one's token is echoed to that one only, and takes no seq.
        let bus = try BusClient(first)
        try bus.ready()
        try bus.event("sy.-.heartbeat")
        try bus.event("sy.-.heartbeat") { $0.header.scopeSeq > bus.events[0].header.scopeSeq }
        let seqs = bus.events.map(\.header.seq)
        #expect(zip(seqs, seqs.dropFirst()).allSatisfy { $1 == $0 + 1 })
        #expect(try first.stop() == .exited(0))

        let second = try DaemonProcess(FakeAppServer.command, options)
        let again = try echo()
        #expect(again.header.epoch > echoed.header.epoch)
        #expect(try BusClient(second).joined.header.epoch == again.header.epoch)
    }

    @Test func anEpochThatLiesInTheFutureIsNotRepeated() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.directory("state")
        try directory.write("state/epoch", "9000000000000000000\n")
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        #expect(bus.joined.header.epoch == 9_000_000_000_000_000_001)
        #expect(try bus.call("ping").json.int("meta/epoch") == 9_000_000_000_000_000_001)
    }

    @Test func aDaemonThatIsKilledTakesItsWorkersAlongAndItsSuccessorServes() throws {
        let directory = try TemporaryDirectory()
        var options = DaemonProcess.Options()
        options.directory = directory
        options.workers = 2
        let first = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try first.ready("main-1")
        try first.ready("main-2")
        try first.daemon.kill()
        try eventually("the workers end when their input does") { first.daemon.processes().isEmpty }
        let second = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try second.ready("main-1")
        #expect(second.joined.header.epoch > first.joined.header.epoch)
    }

    @Test func heartbeatsTellHowFarItHasCome() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command), prefixes: ["sy.", "rq."])
        try bus.ready()
        try bus.fake([["say": ["method": "item/fileChange/requestApproval", "id": 1, "params": [:]]]])
        let beat = try bus.event("sy.-.heartbeat") { try $0.json.int("openApprovals") == 1 }
        // The request itself and `approval/opened`.
        #expect(try beat.json.int("last/rq") == 2)
        #expect(try UInt64(beat.json.int("seq")) == beat.header.seq)
        #expect(try UInt64(beat.json.int("epoch")) == beat.header.epoch)
    }

    @Test func anIdleDaemonIsSmall() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        let anonymous = try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid))
        #expect(anonymous < 10_240, "RssAnon is \(anonymous) KiB")
    }

    @Test func garbageAtTheEventsSocketHarmsNobody() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let rude = try Socket(.xsub, in: Context())
        try rude.connect(bus.daemon.eventsEndpoint)
        var random = SeededGenerator(seed: 1)
        for round in 0..<500 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            try rude.send(copying: [UInt8(round % 3)] + bytes, more: round % 5 == 0)
        }
        // Longer than a subscription may be: its link is cut.
        try rude.send(copying: [1] + [UInt8](repeating: 120, count: 10_000))
        try rude.send(copying: [1] + Array("~sync.".utf8) + [UInt8](repeating: 120, count: 200))
        try bus.fake([["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        #expect(try BusClient(bus.daemon).call("ping").result != nil)
    }
}
