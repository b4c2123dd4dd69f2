import BusProtocol
import Testing

@Suite struct EventHeaderTests {
    private let header = EventHeader(
        flags: [.madeByDaemon, .notJournaled], generation: 0x0102_0304, epoch: 0x1112_1314_1516_1718,
        seq: 0x2122_2324_2526_2728, scopeSeq: 3, unixNanoseconds: 1_795_210_907_364_000_001,
        cause: CommandID(high: 0x00_11_22_33_44_55_66_77, low: 0x88_99_AA_BB_CC_DD_EE_FF), worker: 7)

    private func encoded() -> [UInt8] {
        var bytes = [UInt8](repeating: 0xEE, count: EventHeader.size)
        bytes.withUnsafeMutableBytes { header.encode(into: $0) }
        return bytes
    }

    /// The bytes a consumer in another language takes apart, at the places that `protocols/bus.md` names.
    @Test func everyFieldStandsAtItsPlace() {
        let bytes = encoded()
        #expect(Array(bytes[0..<8]) == [1, 12, 64, 0, 4, 3, 2, 1])
        #expect(Array(bytes[8..<16]) == [0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11])
        #expect(bytes[16] == 0x28 && bytes[23] == 0x21)
        #expect(Array(bytes[24..<32]) == [3, 0, 0, 0, 0, 0, 0, 0])
        #expect(Array(bytes[40..<56]) == (0..<16).map { UInt8($0 * 0x11) })
        #expect(bytes[56] == 7)
    }

    @Test func decodesWhatItEncodes() {
        #expect(encoded().withUnsafeBytes { EventHeader(decoding: $0) } == header)
    }

    @Test func refusesAnotherVersionAndTooFewBytes() {
        var bytes = encoded()
        #expect(bytes[..<63].withUnsafeBytes { EventHeader(decoding: $0) } == nil)
        bytes[0] = 2
        #expect(bytes.withUnsafeBytes { EventHeader(decoding: $0) } == nil)
    }
}

@Suite struct TopicTests {
    @Test func roundTrip() throws {
        let topic = Topic(.delta, scope: "01a1fae8-8e55-7b92", method: "item/agentMessage/delta")
        #expect(topic.description == "dl.01a1fae8-8e55-7b92.item/agentMessage/delta")
        #expect(Topic(parsing: topic.description) == topic)
    }

    @Test(arguments: ["", "ev", "ev.x", "zz.x.y", "EV.x.y"])
    func whatIsNoTopic(_ text: String) {
        #expect(Topic(parsing: text) == nil)
    }

    @Test(arguments: ["", "a.b", "a b", "a\nb", "ä", String(repeating: "x", count: 65)])
    func namesThatCouldForgeATopicAreRefused(_ name: String) {
        #expect(!Topic.isValidName(name.utf8))
    }

    @Test(arguments: ["bosun/threadLost", "approval/opened", "a.b", "a-b", "", String(repeating: "x", count: 97)])
    func methodsThatCouldPassForTheDaemonsAreRefused(_ method: String) {
        #expect(!Topic.isValidMethod(method.utf8))
    }

    @Test func ordinaryNamesPass() {
        #expect(Topic.isValidName("01a1fae8-8e55-7b92-887c-7c63277e4a6d".utf8))
        #expect(Topic.isValidMethod("item/commandExecution/requestApproval".utf8))
    }
}

@Suite struct CommandIDTests {
    @Test func readsAndWritesTheUsualForm() {
        let text = "01a1fae8-8e55-7b92-887c-7c63277e4a6d"
        #expect(CommandID(text)?.description == text)
        #expect(CommandID(text.uppercased())?.description == text)
        #expect(CommandID.none.description == "00000000-0000-0000-0000-000000000000")
    }

    @Test(arguments: ["", "01a1fae8", "01a1fae8-8e55-7b92-887c-7c63277e4a6", "01a1fae8_8e55-7b92-887c-7c63277e4a6d"])
    func refusesAnythingElse(_ text: String) {
        #expect(CommandID(text) == nil)
    }

    @Test func randomOnesAreVersion4() {
        let text = Array(CommandID.random().description)
        #expect(text[14] == "4")
        #expect("89ab".contains(text[19]))
        #expect(CommandID.random() != CommandID.random())
    }
}

@Suite struct BusErrorReasonTests {
    /// Codes are part of the contract: a reason put in the middle would move all behind it.
    @Test func codesStay() {
        #expect(BusErrorReason.workerBusy.code == -33001)
        #expect(BusErrorReason.truncated.code == -33020)
        #expect(BusErrorReason.unknownWorker.code == -33021)
        #expect(Set(BusErrorReason.allCases.map(\.code)).count == BusErrorReason.allCases.count)
    }
}

@Suite struct EventKindTests {
    @Test func deltasAreToldFromEvents() {
        #expect(EventKind.ofNotification("item/agentMessage/delta") == .delta)
        #expect(EventKind.ofNotification("turn/completed") == .event)
        #expect(EventKind.ofNotification("something/new") == .event)
    }
}

@Suite struct ReplayTests {
    @Test func aHeaderSurvivesBase64() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let header = EventHeader(
                flags: .replayed, generation: random.next(), epoch: random.next(), seq: random.next(),
                scopeSeq: random.next(), unixNanoseconds: random.next(),
                cause: CommandID(high: random.next(), low: random.next()), worker: random.next())
            #expect(header.base64.utf8.count == 88)
            #expect(EventHeader(base64: header.base64) == header)
        }
    }

    @Test(arguments: [
        "", "AAA", "====", "AQ==", String(repeating: "?", count: 88), String(repeating: "A", count: 87) + "=",
    ])
    func whatIsNoHeaderIsNone(_ text: String) {
        #expect(EventHeader(base64: text) == nil)
    }

    @Test func aFilterTakesWhatASubscriptionWould() {
        let filter = TopicFilter(["rq.", "ev.t1.", "wk.wmain-1.exi"])
        #expect(filter.matches("rq.t9.approval/opened".utf8))
        #expect(filter.matches("ev.t1.turn/started".utf8))
        #expect(!filter.matches("ev.t10.turn/started".utf8))
        #expect(filter.mayMatch(.worker, scope: "wmain-1"))
        #expect(!filter.mayMatch(.worker, scope: "wmain-2"))
        #expect(!filter.mayMatch(.delta))
        #expect(filter.mayMatch(.request, scope: "anything"))
        #expect(TopicFilter.all.mayMatch(.delta, scope: "x"))
        #expect(!TopicFilter([]).mayMatch(.event))
    }
}
