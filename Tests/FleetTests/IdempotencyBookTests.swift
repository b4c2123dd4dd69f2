import BusProtocol
import Fleet
import JSONRPC
import Journal
import Testing

/// What becomes of commands with a key, state by state.
@Suite struct IdempotencyBookTests {
    private static let result = CommandReply.workerResult(Array(#"{"a":1}"#.utf8))
    private static let kept = KeyOutcome(kind: "result", body: #"{"a":1}"#)
    private static let busy = CommandReply.refused(.workerBusy, "full")

    private static func name(_ key: String) -> KeyName { KeyName(user: "u", client: "c", key: key) }

    private static func record(_ key: String = "k", digest: String = "d", begun: Int64 = 0) -> KeyRecord {
        KeyRecord(name: name(key), digest: digest, command: "c-\(key)", epoch: 1, seq: 2, begun: begun)
    }

    private static func token(_ value: UInt64) -> CommandToken { CommandToken(value: value) }

    private static func book(keys: Int = 10, bytes: Int = 1 << 20, joiners: Int = 3) -> IdempotencyBook {
        var limits = IdempotencyBook.Limits()
        limits.keys = keys
        limits.bytes = bytes
        limits.joiners = joiners
        return IdempotencyBook(limits)
    }

    /// A book whose key `k` is carried out for token 1.
    private static func running() -> IdempotencyBook {
        var book = book()
        _ = book.take(record(), token(1), keepsBody: true)
        _ = book.written(name("k"), .written)
        return book
    }

    private static func reason(_ steps: [IdempotencyBook.Step]) -> BusErrorReason? {
        guard case .refuse(_, let reason, _)? = steps.first, steps.count == 1 else { return nil }
        return reason
    }

    private static func settled(_ reply: CommandReply = result) -> IdempotencyBook {
        var book = running()
        _ = book.finish(token(1), reply)
        _ = book.settled(name("k"))
        return book
    }

    @Test func nothingIsDoneBeforeTheKeyIsWrittenAndNothingToldBeforeTheOutcomeIs() {
        var book = Self.book()
        #expect(book.take(Self.record(), Self.token(1), keepsBody: true) == .begin(Self.record()))
        #expect(book.written(Self.name("k"), .written) == [.run(Self.token(1))])
        var whole = Self.record()
        whole.outcome = Self.kept
        #expect(book.finish(Self.token(1), Self.result) == .settle(.key(whole), Self.name("k")))
        #expect(book.settled(Self.name("k")) == [.answer([Self.token(1)], Self.result, whole)])
        #expect(book.settled(Self.name("k")) == [])
        #expect(
            book.take(Self.record(), Self.token(2), keepsBody: true) == .answer([Self.token(2)], Self.result, whole))
    }

    @Test func aCommandWithoutAKeyIsNoneOfItsBusiness() {
        var book = Self.running()
        #expect(book.finish(Self.token(2), Self.result) == nil)
        #expect(book.finish(Self.token(1), Self.result) != nil)
        #expect(book.finish(Self.token(1), Self.result) == nil)
    }

    /// At each moment of the first one's life a second one joins it, and gets the same.
    @Test(arguments: 0..<3) func whoComesWhileItRunsGetsTheFirstOnesReply(_ moment: Int) {
        var book = Self.book()
        func join() { #expect(book.take(Self.record(), Self.token(2), keepsBody: true) == .join) }
        _ = book.take(Self.record(), Self.token(1), keepsBody: true)
        if moment == 0 { join() }
        #expect(book.written(Self.name("k"), .written) == [.run(Self.token(1))])
        if moment == 1 { join() }
        _ = book.finish(Self.token(1), Self.result)
        if moment == 2 { join() }
        let steps = book.settled(Self.name("k"))
        guard case .answer([Self.token(1), Self.token(2)], Self.result, _)? = steps.first else {
            Issue.record("\(steps)")
            return
        }
    }

    @Test func otherParamsAreToldSoAtEachMoment() {
        var book = Self.book()
        func other() -> BusErrorReason? {
            Self.reason([book.take(Self.record(digest: "e"), Self.token(9), keepsBody: true)])
        }
        _ = book.take(Self.record(), Self.token(1), keepsBody: true)
        #expect(other() == .keyReused)
        _ = book.written(Self.name("k"), .written)
        #expect(other() == .keyReused)
        _ = book.finish(Self.token(1), Self.result)
        #expect(other() == .keyReused)
        _ = book.settled(Self.name("k"))
        #expect(other() == .keyReused)
    }

    @Test func anotherUsersOrClientsKeyIsAnotherOne() {
        var book = Self.running()
        for name in [
            KeyName(user: "v", client: "c", key: "k"), KeyName(user: "u", client: "d", key: "k"), Self.name("l"),
        ] {
            let record = KeyRecord(name: name, digest: "e", command: "x", epoch: 1, seq: 2, begun: 0)
            #expect(book.take(record, Self.token(3), keepsBody: true) == .begin(record))
        }
    }

    @Test(arguments: BusErrorReason.allCases) func whatMayBeTriedAgainFreesTheKey(_ reason: BusErrorReason) {
        var book = Self.running()
        let reply = CommandReply.refused(reason, "m")
        let step = book.finish(Self.token(1), reply)
        #expect((step == .settle(.keyForgotten(Self.name("k")), Self.name("k"))) == reason.isRetryable)
        // Until that is on disk it is not free.
        #expect(book.take(Self.record(), Self.token(2), keepsBody: true) == .join)
        _ = book.settled(Self.name("k"))
        let next = book.take(Self.record(), Self.token(3), keepsBody: true)
        if reason.isRetryable {
            #expect(next == .begin(Self.record()))
        } else {
            guard case .answer([Self.token(3)], reply, _) = next else {
                Issue.record("\(next)")
                return
            }
        }
    }

    @Test(
        arguments: [
            .result(["b": 2]), result, .workerError(Array(#"{"code":-32600,"message":"no"}"#.utf8)),
            .invalid(code: -32602, message: "m"), .refused(.indeterminate, "gone"), .badConfiguration(["x", "y"]),
        ] as [CommandReply])
    func aStoredReplyIsTheFirstOne(_ reply: CommandReply) {
        var book = Self.settled(reply)
        guard case .allKeys(let records) = book.wholeJournal else { return #expect(Bool(false)) }
        var next = Self.book()
        next.restore(records)
        for stored in [
            book.take(Self.record(), Self.token(2), keepsBody: true),
            next.take(Self.record(), Self.token(2), keepsBody: true),
        ] {
            guard case .answer(_, let again, let record) = stored else {
                Issue.record("\(stored)")
                return
            }
            if case .result(let value) = reply {
                #expect(again == .workerResult(value.serialized()))
            } else {
                #expect(again == reply)
            }
            #expect(record.command == "c-k" && record.epoch == 1 && record.seq == 2)
        }
    }

    @Test func whatMayBeASecretIsNotKeptNorIsWhatIsTooLarge() {
        let large = CommandReply.workerResult([UInt8](repeating: 0x31, count: KeyOutcome.largestBody + 1))
        for (reply, keepsBody, word) in [
            (Self.result, false, "succeeded"), (CommandReply.workerError(Array("{}".utf8)), false, "failed"),
            (large, true, "succeeded"),
        ] {
            let outcome = KeyOutcome(reply, keepsBody: keepsBody)
            #expect(outcome == KeyOutcome(kind: word, body: ""))
            guard case .refused(.resultNotKept, let message)? = outcome?.reply else {
                Issue.record("\(String(describing: outcome))")
                continue
            }
            #expect(message.contains(word))
        }
    }

    @Test(arguments: ["", "result", "refused", "nonsense"]) func anOutcomeThatCannotBeReadIsIndeterminate(
        _ kind: String
    ) {
        guard case .refused(.indeterminate, _) = KeyOutcome(kind: kind, body: "{").reply else {
            Issue.record("read")
            return
        }
    }

    // MARK: The daemon's end

    @Test func aKeyWithoutAnOutcomeIsIndeterminateAfterARestartAndStaysSo() {
        for whole in [Self.running().wholeJournal] {
            guard case .allKeys(let records) = whole else { continue }
            #expect(records == [Self.record()])
            var next = Self.book()
            next.restore(records)
            for token in [UInt64(1), 2, 3] {
                guard
                    case .answer(_, .refused(.indeterminate, _), _) = next.take(
                        Self.record(), Self.token(token), keepsBody: true)
                else {
                    Issue.record("not indeterminate")
                    return
                }
            }
        }
    }

    @Test func aKeyThatTheFileKnowsIsNotCarriedOut() {
        var known = Self.record()
        for (outcome, digest) in [(nil, "d"), (Self.kept, "d"), (Self.kept, "e")] {
            known.outcome = outcome
            var book = Self.book()
            _ = book.take(Self.record(digest: digest), Self.token(1), keepsBody: true)
            _ = book.take(Self.record(digest: digest), Self.token(2), keepsBody: true)
            let tokens = [Self.token(1), Self.token(2)]
            let steps = book.written(Self.name("k"), .known(known))
            switch steps.first {
            case .answer(tokens, Self.result, known)?: #expect(outcome != nil && digest == "d")
            case .answer(tokens, .refused(.indeterminate, _), known)?: #expect(outcome == nil)
            case .refuse(tokens, .keyReused, _)?: #expect(digest == "e")
            default: Issue.record("\(steps)")
            }
            #expect(book.finish(Self.token(1), Self.result) == nil)
        }
    }

    // MARK: The disk

    @Test func aDiskThatRefusesFreesTheKeyAndNothingIsDone() {
        var book = Self.book()
        _ = book.take(Self.record(), Self.token(1), keepsBody: true)
        _ = book.take(Self.record(), Self.token(2), keepsBody: true)
        let steps = book.written(Self.name("k"), .refused("full"))
        guard case .refuse([Self.token(1), Self.token(2)], .journalUnavailable, let message)? = steps.first else {
            Issue.record("\(steps)")
            return
        }
        #expect(message.contains("full"))
        #expect(book.count == 0 && book.bytes == 0)
        #expect(book.take(Self.record(), Self.token(3), keepsBody: true) == .begin(Self.record()))
    }

    @Test(arguments: [KeyWrite.written, .refused("full")]) func aDeadlineWhileTheDiskHangsMeansThatNothingIsDone(
        _ write: KeyWrite
    ) {
        var book = Self.book()
        _ = book.take(Self.record(), Self.token(1), keepsBody: true)
        #expect(Self.reason(book.late(Self.name("k"))) == .deadline)
        #expect(book.late(Self.name("k")) == [])
        // Whether the row gets there is not known yet.
        #expect(Self.reason([book.take(Self.record(), Self.token(2), keepsBody: true)]) == .journalUnavailable)
        let steps = book.written(Self.name("k"), write)
        #expect(steps == (write == .written ? [.settle(.keyForgotten(Self.name("k")), Self.name("k"))] : []))
        #expect(book.settled(Self.name("k")) == [])
        #expect(book.take(Self.record(), Self.token(3), keepsBody: true) == .begin(Self.record()))
    }

    @Test func onceItRunsTheDeadlineIsTheCommandsOwn() {
        var book = Self.running()
        #expect(book.late(Self.name("k")) == [])
        #expect(book.written(Self.name("k"), .refused("late")) == [])
    }

    // MARK: Bounds

    /// Whoever takes all that there is to have leaves others room, and each of those likewise.
    @Test func noUsersKeysLeaveOthersNone() {
        for (keys, bytes) in [(1_000, 1 << 30), (1 << 30, 1_000 * 600)] {
            var book = Self.book(keys: keys, bytes: bytes)
            var kept: [Int] = []
            for user in ["u", "v", "w"] {
                var number = 0
                while number < 2_000 {
                    let name = KeyName(user: user, client: "c", key: "\(number)")
                    let record = KeyRecord(name: name, digest: "d", command: "c", epoch: 1, seq: 2, begun: 0)
                    guard case .begin = book.take(record, Self.token(1), keepsBody: true) else { break }
                    number += 1
                }
                kept.append(number)
            }
            #expect((700...900).contains(kept[0]) && kept[1] > kept[0] / 5 && kept[2] > kept[1] / 5, "\(kept)")
            // What is let go of is its user's to have again.
            #expect(book.count == kept.reduce(0, +))
            _ = book.written(KeyName(user: "u", client: "c", key: "0"), .refused("full"))
            #expect(book.count == kept.reduce(0, +) - 1)
        }
    }

    @Test func atEachBoundANewKeyIsRefusedAndAnOldOneAnswered() {
        for (keys, bytes) in [(1, 1 << 20), (10, 100)] {
            var book = Self.book(keys: keys, bytes: bytes, joiners: 2)
            _ = book.take(Self.record(), Self.token(1), keepsBody: true)
            #expect(Self.reason([book.take(Self.record("l"), Self.token(2), keepsBody: true)]) == .overloaded)
            #expect(book.take(Self.record(), Self.token(3), keepsBody: true) == .join)
            #expect(Self.reason([book.take(Self.record(), Self.token(4), keepsBody: true)]) == .overloaded)
        }
    }

    @Test func whatIsLetGoOfLeavesNothingBehind() {
        for reply in [Self.result, Self.busy] {
            var book = Self.running()
            #expect(book.bytes > 0)
            _ = book.finish(Self.token(1), reply)
            _ = book.settled(Self.name("k"))
            _ = book.expire(before: .max / 2)
            #expect(book.count == 0 && book.bytes == 0)
            #expect(book.expire(before: .max / 2) == nil)
        }
    }

    @Test func keysAreKeptForTheirTimeAndThenForgotten() {
        let now: Int64 = 1_795_000_000_000
        var book = Self.book()
        book.restore([Self.record("old", begun: now - 600_001), Self.record("young", begun: now)])
        _ = book.take(Self.record("running", begun: now - 5_000_000), Self.token(1), keepsBody: true)
        #expect(book.expire(before: now - 5_000_001) == nil)
        guard case .keysExpired(until: let limit)? = book.expire(before: now) else {
            Issue.record("nothing expired")
            return
        }
        #expect(limit >= now - 600_001 && limit < now)
        #expect(book.count == 2)
        #expect(book.take(Self.record("running"), Self.token(2), keepsBody: true) == .join)
    }
}
