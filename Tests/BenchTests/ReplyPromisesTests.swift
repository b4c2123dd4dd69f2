import Testing

@testable import Bench

/// By when what a reply says has to stand in the events.
@Suite struct ReplyPromisesTests {
    @Test func whatIsToldInTimeIsKept() {
        var promises = ReplyPromises()
        promises.promise(.turn("a"))
        promises.sent(2)
        promises.replied(2, takenAt: 9)
        #expect(promises.broken(by: 8) == [])
        promises.tell(.turn("a"))
        #expect(promises.broken(by: 9) == [])
    }

    @Test func whatIsToldBeforeTheReplyIsKept() {
        var promises = ReplyPromises()
        promises.tell(.turn("a"))
        promises.promise(.turn("a"))
        promises.sent(2)
        promises.replied(2, takenAt: 1)
        #expect(promises.broken(by: 9) == [])
    }

    @Test func whatIsNotToldIsBrokenOnce() {
        var promises = ReplyPromises()
        promises.promise(.turn("a"))
        promises.promise(.thread("t"))
        promises.tell(.thread("a"))
        promises.sent(2)
        promises.replied(2, takenAt: 9)
        #expect(
            promises.broken(by: 9) == [
                "turn a was answered, and no event up to 9 tells that it begins",
                "thread t was answered, and no event up to 9 tells of it",
            ])
        #expect(promises.broken(by: 10) == [])
    }

    /// Only a command that is sent after the reply has come says where its events must have come to, and the earliest does.
    @Test func aCommandThatWasSentEarlierSaysNothing() {
        var promises = ReplyPromises()
        promises.sent(2)
        promises.promise(.turn("a"))
        promises.replied(2, takenAt: 3)
        #expect(promises.broken(by: 9) == [])
        promises.sent(3)
        promises.sent(4)
        promises.replied(4, takenAt: 8)
        promises.replied(3, takenAt: 6)
        #expect(promises.broken(by: 5) == [])
        #expect(promises.broken(by: 6).count == 1)
    }

    @Test func aReplyThatSaysNoPlaceSaysNothing() {
        var promises = ReplyPromises()
        promises.promise(.turn("a"))
        promises.sent(2)
        promises.replied(2, takenAt: nil)
        #expect(promises.broken(by: 9) == [])
    }
}
