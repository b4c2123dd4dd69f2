import BusProtocol
import ChildProcess
import Supervision
import Testing

/// `protocols/bus.md` says of events what the code does.
@Suite struct EventPageTests {
    private let page: Page

    init() throws { page = try Page.bus() }

    /// The header with nothing in it, but for what always is.
    private static let empty = EventHeader(epoch: 0, seq: 0, scopeSeq: 0, unixNanoseconds: 0)

    private static func bytes(_ change: (inout EventHeader) -> Void) -> [UInt8] {
        var header = empty
        change(&header)
        var bytes = [UInt8](repeating: 0, count: EventHeader.size)
        bytes.withUnsafeMutableBytes { header.encode(into: $0) }
        return bytes
    }

    /// Each field is written with all its bits set: where the bytes change, there it stands.
    private static let fields: [(name: String, change: @Sendable (inout EventHeader) -> Void)] = [
        ("flags", { $0.flags = EventFlags(rawValue: .max) }),
        ("generation", { $0.generation = .max }),
        ("epoch", { $0.epoch = .max }),
        ("seq", { $0.seq = .max }),
        ("scopeSeq", { $0.scopeSeq = .max }),
        ("time", { $0.unixNanoseconds = .max }),
        ("cause", { $0.cause = CommandID(high: .max, low: .max) }),
        ("worker", { $0.worker = .max }),
    ]

    @Test func eachHeaderFieldStandsWhereThePageSays() throws {
        let empty = Self.bytes { _ in }
        var covered = Set(0..<4).subtracting([1])  // version and size, which are always there
        #expect(empty[0] == 1 && empty[2] == 64 && empty[3] == 0)
        #expect(page.row("0")?.prefix(3) == ["0", "u8", "`version`"])
        #expect(page.row("2")?.prefix(3) == ["2", "u16", "`size`"])
        for (name, change) in Self.fields {
            let bytes = Self.bytes(change)
            let changed = (0..<EventHeader.size).filter { bytes[$0] != empty[$0] }
            let first = try #require(changed.first)
            let type = changed.count == 16 ? "16 bytes" : "u\(changed.count * 8)"
            #expect(page.row("\(first)")?.prefix(3) == ["\(first)", type, "`\(name)`"])
            covered.formUnion(changed)
        }
        #expect(covered == Set(0..<EventHeader.size))
        #expect(page.text.contains("\(EventHeader.size) bytes, little-endian"))
        #expect(page.row("0")?[3].hasPrefix("\(EventHeader.version).") == true)
    }

    @Test func theFlagsAreNamed() throws {
        let text = try #require(page.row("1")?[3])
        #expect(text.contains("\(EventFlags.replayed.rawValue): it comes from a replay"))
        #expect(text.contains("\(EventFlags.byReference.rawValue): the body is a [reference]"))
        #expect(text.contains("\(EventFlags.madeByDaemon.rawValue): made by the daemon"))
        #expect(text.contains("\(EventFlags.notJournaled.rawValue): not journaled"))
    }

    @Test(arguments: EventKind.allCases) func eachKindHasARow(_ kind: EventKind) {
        #expect(page.row(code: kind.rawValue) != nil)
    }

    @Test func thePagesDeltasAreTheCodes() throws {
        let source = try Checkout.text("Sources/BusProtocol/EventKind.swift")
        let methods = Set(source.matches(of: /"([A-Za-z]+\/[A-Za-z\/]+)"/).map { String($0.output.1) })
        #expect(methods.count > 5)
        let section = try #require(
            page.text.split(separator: "\n\n").first { $0.hasPrefix("The methods of kind `dl`") })
        #expect(Set(section.matches(of: /`([A-Za-z]+\/[A-Za-z\/]+)`/).map { String($0.output.1) }) == methods)
        for method in methods { #expect(EventKind.ofNotification(method) == .delta) }
    }

    /// A case that is added does not compile until it stands here.
    private static func isListed(_ event: WorkerEvent) -> Bool {
        switch event {
        case .spawned, .ready, .spawnRetry, .exited, .gone, .backingOff, .crashLoop, .recycled, .overMemory, .draining,
            .parked, .stopped:
            true
        }
    }

    private static let workerEvents: [WorkerEvent] = [
        .spawned(pid: 1), .ready(pid: 1), .spawnRetry(SpawnError(.textFileBusy, errno: 26)),
        .exited(
            WorkerEvent.Exit(
                pid: 1, status: .exited(code: 0), stage: .ready, uptime: .zero, endedBy: .byItself, nextTry: nil)),
        .gone, .backingOff(delay: .zero, failures: 1, reason: nil), .crashLoop(failures: 5),
        .recycled(.garbage, reason: ""),
        .overMemory(MemoryUse(), limit: 1), .draining, .parked(failures: 10), .stopped,
    ]

    @Test func eachEventOfAWorkersLifeHasARow() {
        #expect(Set(Self.workerEvents.map(\.name)).count == 12)
        for event in Self.workerEvents where Self.isListed(event) {
            #expect(page.row(code: event.name)?.count == 3, "\(event.name)")
        }
    }

    @Test(arguments: WorkerState.allCases) func eachStateIsNamed(_ state: WorkerState) throws {
        let states = try #require(page.text.split(separator: "\n\n").first { $0.hasPrefix("States:") })
        #expect(states.contains("`\(state.rawValue)`"))
    }

    /// What the daemon itself says about threads and approvals, both ways.
    @Test func theDaemonsOwnMethodsAreThePages() throws {
        let sources = try Checkout.sources("Sources/Fleet")
        let said = Set(sources.matches(of: /"bosun\/(\w+)"/).map { "bosun/\($0.output.1)" })
        let states = try Checkout.text("Sources/Fleet/Approvals/Approval+Description.swift").matches(
            of: /case \.\w+: "(\w+)"/
        )
        .map { String($0.output.1) }
        let asked = sources.matches(of: /"approval\/(\w+)"/).map { "approval/\($0.output.1)" }
        let approvals = Set(states.filter { $0 != "open" }.map { "approval/\($0)" } + asked)
            .subtracting(["approval/list", "approval/get", "approval/claim", "approval/release", "approval/respond"])
        #expect(said.count >= 3 && approvals.count == 8)
        let rows = Set(
            page.rows.compactMap { $0.first?.firstMatch(of: /^`(?:ev|rq)\.<?\w+>?\.((?:bosun|approval)\/\w+)`$/) }
                .map { String($0.output.1) })
        let ofWorker = Set(
            page.rows.compactMap { $0.first?.firstMatch(of: /^`ev\.w<worker>\.(bosun\/\w+)`$/) }
                .map { String($0.output.1) })
        #expect(rows.union(ofWorker) == said.union(approvals))
    }

    @Test func whatTheDaemonSaysOfItselfHasRows() throws {
        let said = try Checkout.sources("Sources/Fleet") + Checkout.sources("Sources/Bus")
        for method in ["heartbeat", "watermark", "rollingRestart", "configReloaded", "bye"] {
            #expect(said.contains("method: \"\(method)\""))
            #expect(page.rows.contains { $0.first?.wholeMatch(of: /`sy\.[^.]+\.(\w+)`/)?.output.1 == method[...] })
        }
        let all = Set(said.matches(of: /\.system, scope: [\w.]+,\s+method: "(\w+)"/).map { String($0.output.1) })
        #expect(all == ["heartbeat", "watermark", "rollingRestart", "configReloaded", "bye"])
    }

    /// Every member of every object that the daemon makes.
    @Test func eachMemberThatTheDaemonWritesIsNamed() throws {
        // What stands in the answer to rpc.discover is OpenRPC's to describe.
        let described = try Checkout.sources("Sources/Fleet/Methods")
        let sources =
            try Checkout.sources("Sources/Fleet").replacing(described, with: "") + Checkout.sources("Sources/Bus")
        var members = Set(sources.matches(of: #/"(\w+)":[ ]/#).map { String($0.output.1) })
        members.formUnion(sources.matches(of: #/(?:body|meta|reply)\["(\w+)"\]\s=/#).map { String($0.output.1) })
        #expect(members.isSuperset(of: ["stderrTail", "nextTryMs", "openApprovals", "by", "command", "retryable"]))
        // These go to codex, and into the log.
        members.subtract(["currentTimeAt", "excludeTurns", "line"])
        // Of codex's params, by which requests and answers are judged.
        members.subtract([
            "boolean", "integer", "inputText", "inputImage", "inputAudio", "fileSystem", "entries", "string", "write",
        ])
        for member in members.sorted() { #expect(page.hasCode(member), "\(member)") }
    }
}
