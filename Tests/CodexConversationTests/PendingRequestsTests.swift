import CodexConversation
import EventLoop
import Testing

@Suite struct PendingRequestsTests {
    private func at(_ seconds: Int64) -> MonotonicInstant { MonotonicInstant(nanoseconds: seconds * 1_000_000_000) }

    private func line(_ id: Int64) -> [UInt8] { Array("\(id)\n".utf8) }

    /// A window of `window` with `count` requests submitted and as many sent as fit, each of two bytes.
    private func filled(_ count: Int, window: Int = 2, queue: Int = 2) -> PendingRequests<String> {
        var pending = PendingRequests<String>(window: window, queueLimit: queue)
        for number in 0..<count { _ = pending.submit(token: "r\(number)", deadline: at(30), line: line) }
        var offset: UInt64 = 0
        while let ready = pending.next(offset: offset) { offset += UInt64(ready.line.count) }
        return pending
    }

    @Test func idsCountFromOneAndAnswersFindTheirAskers() {
        var pending = filled(2)
        #expect(pending.answered(2) == "r1")
        #expect(pending.answered(1) == "r0")
    }

    @Test func anUnknownIDASecondAnswerAndALateOneFindNobody() {
        var pending = filled(1)
        #expect(pending.answered(7) == nil)
        #expect(pending.answered(1) == "r0")
        #expect(pending.answered(1) == nil)
        pending = filled(1)
        #expect(pending.expire(at: at(30), written: 2).map(\.token) == ["r0"])
        #expect(pending.answered(1) == nil)
    }

    @Test func onlyWhatWaitsIsRecalled() {
        var pending = filled(3)
        #expect(pending.postpone(1, until: at(1)) == true)
        #expect(pending.recall { $0 == "r0" } == "r0")
        #expect(pending.recall { $0 == "r1" } == nil)
        #expect(pending.recall { $0 == "r2" } == "r2")
        #expect(pending.queuedCount == 0 && pending.inFlightCount == 1)
        #expect(pending.answered(2) == "r1")
    }

    @Test func overTheWindowARequestWaitsAndOverTheQueueItIsRefused() {
        var pending = filled(4)
        #expect(pending.inFlightCount == 2)
        #expect(pending.queuedCount == 2)
        #expect(pending.submit(token: "too many", deadline: at(30), line: line) == false)
        #expect(pending.next(offset: 4) == nil)
        _ = pending.answered(1)
        #expect(pending.next(offset: 4)?.id == 3)
        #expect(pending.submit(token: "fits again", deadline: at(30), line: line) == true)
    }

    /// Whether a server lives is asked also when it is at work on all that it may be.
    @Test func anUrgentOneGoesPastQueueAndWindow() {
        var pending = filled(4)
        #expect(pending.submit(token: "urgent", deadline: at(20), isUrgent: true, line: line) == true)
        let ready = pending.next(offset: 4)
        #expect(ready?.token == "urgent" && ready?.id == 3)
        #expect(pending.next(offset: 6) == nil)
        _ = pending.submit(token: "another", deadline: at(20), isUrgent: true, line: line)
        #expect(pending.next(offset: 6) == nil)
        #expect(pending.answered(3) == "urgent")
        #expect(pending.next(offset: 6)?.token == "another")
        #expect(pending.answered(4) == "another")
        #expect(pending.inFlightCount == 2 && pending.queuedCount == 2)
    }

    /// They would fill the window, one after the other.
    @Test func anUrgentOneThatIsOverdueKeepsNoPlace() {
        var pending = filled(1, window: 1)
        _ = pending.submit(token: "urgent", deadline: at(20), isUrgent: true, line: line)
        _ = pending.next(offset: 2)
        #expect(pending.expire(at: at(20), written: 4).map(\.loss) == [.written])
        #expect(pending.inFlightCount == 1 && pending.answered(2) == nil)
    }

    @Test func whatIsAskedAgainStandsBehindAnUrgentOne() {
        var pending = filled(2)
        #expect(pending.postpone(1, until: at(1)) == true)
        #expect(pending.submit(token: "fills it", deadline: at(30), line: line) == true)
        _ = pending.next(offset: 4)
        _ = pending.submit(token: "urgent", deadline: at(20), isUrgent: true, line: line)
        #expect(pending.expire(at: at(2), written: 4).isEmpty)
        #expect(pending.next(offset: 6)?.token == "urgent")
    }

    /// Codex is still at work on an overdue request: it keeps its place, or the window would let too many in.
    @Test func anOverdueRequestKeepsItsPlaceForAWhile() {
        var pending = filled(3)
        #expect(pending.expire(at: at(30), written: 4).count == 3)
        #expect(pending.inFlightCount == 2)
        #expect(pending.submit(token: "later", deadline: at(900), line: line) == true)
        #expect(pending.next(offset: 4) == nil)
        #expect(pending.expire(at: at(330), written: 4).count == 0)
        #expect(pending.inFlightCount == 0)
        #expect(pending.next(offset: 4)?.id == 3)
    }

    @Test func aDeadlineSaysWhetherAnythingWasWritten() {
        var pending = filled(3)
        // Three bytes are out: the first line and half of the second; the third never left the queue.
        let expired = pending.expire(at: at(31), written: 3)
        #expect(expired.map(\.token) == ["r0", "r1", "r2"])
        #expect(expired.map(\.loss) == [.written, .written, .unwritten])
    }

    @Test func theEndAnswersEveryRequestOnce() {
        var pending = filled(4)
        _ = pending.expire(at: at(29), written: 2)
        let lost = pending.end(written: 2)
        #expect(lost.map(\.token) == ["r0", "r1", "r2", "r3"])
        #expect(lost.map(\.loss) == [.written, .unwritten, .unwritten, .unwritten])
        #expect(pending.end(written: 2).count == 0)
        #expect(pending.nextDeadline == nil)
    }

    /// The other side does not read, so nothing is asked for with `next`.
    @Test func theQueueHasABoundAlsoBelowTheWindow() {
        var pending = PendingRequests<Int>(window: 64, queueLimit: 256)
        var taken = 0
        for token in 0..<5_000 where pending.submit(token: token, deadline: at(30), line: line) { taken += 1 }
        #expect(taken == 320)
    }

    @Test func theNextDeadlineIsTheEarliestOfAll() {
        var pending = PendingRequests<String>(window: 1, queueLimit: 8)
        _ = pending.submit(token: "a", deadline: at(20), line: line)
        _ = pending.next(offset: 0)
        _ = pending.submit(token: "b", deadline: at(10), line: line)
        #expect(pending.nextDeadline == at(10))
        _ = pending.expire(at: at(10), written: 2)
        #expect(pending.nextDeadline == at(20))
    }

    // MARK: What the server refuses for now

    @Test func aRefusedRequestIsAskedAgainWithANewId() {
        var pending = PendingRequests<Int>()
        let start = MonotonicInstant(nanoseconds: 0)
        let deadline = start.advanced(by: .seconds(30))
        #expect(pending.submit(token: 1, deadline: deadline) { [UInt8($0)] } == true)
        #expect(pending.next(offset: 0)?.id == 1)
        #expect(pending.refusals(of: 1) == 0)
        #expect(pending.postpone(1, until: start.advanced(by: .seconds(1))) == true)
        #expect(pending.answered(1) == nil)
        #expect(pending.next(offset: 5)?.id == nil)
        #expect(pending.nextDeadline == start.advanced(by: .seconds(1)))
        #expect(pending.expire(at: start.advanced(by: .seconds(1)), written: 5).count == 0)
        #expect(pending.next(offset: 5)?.line == [2])
        #expect(pending.refusals(of: 2) == 1)
        #expect(pending.answered(2) == 1)
    }

    /// The server has said that it did nothing: that is not the same as not knowing.
    @Test func aRefusedRequestThatIsLostWasNeverTaken() {
        var pending = PendingRequests<Int>()
        let start = MonotonicInstant(nanoseconds: 0)
        _ = pending.submit(token: 1, deadline: start.advanced(by: .seconds(30))) { _ in [1] }
        _ = pending.next(offset: 0)
        #expect(pending.postpone(1, until: start.advanced(by: .seconds(30))) == false)
        #expect(pending.postpone(1, until: start.advanced(by: .seconds(2))) == true)
        #expect(pending.queuedCount == 1)
        let lost = pending.end(written: 100)
        #expect(lost.map(\.token) == [1])
        #expect(lost.map(\.loss) == [.unwritten])
        #expect(pending.queuedCount == 0)
    }

    @Test func nobodysRequestIsNotAskedAgain() {
        var pending = PendingRequests<Int>()
        let start = MonotonicInstant(nanoseconds: 0)
        _ = pending.submit(token: 1, deadline: start.advanced(by: .seconds(1))) { _ in [1] }
        _ = pending.next(offset: 0)
        _ = pending.expire(at: start.advanced(by: .seconds(1)), written: 1)
        #expect(pending.refusals(of: 1) == nil)
        #expect(pending.postpone(1, until: start) == false)
        #expect(pending.refusals(of: 77) == nil)
    }
}
