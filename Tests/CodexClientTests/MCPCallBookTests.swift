@testable import CodexClient
import TestSupport
import Testing

/// By reference: what changes a value can't stand in an expectation.
private final class Book {
    private var book = MCPCallBook()

    var wantsThread: Bool { book.wantsThread }
    var hasBroken: Bool { book.hasBroken }
    var isEmpty: Bool { book.isEmpty }

    func begin(thread: String?) -> MCPCallBook.Watch? { book.begin(thread: thread) }
    func end(_ watch: MCPCallBook.Watch, wasAnswered: Bool) -> Int64? { book.end(watch, wasAnswered: wasAnswered) }
    func saw(request: Int64, thread: String) { book.saw(request: request, thread: thread) }
    func turnAborted(thread: String) -> Int64? { book.turnAborted(thread: thread) }
    func misplacedAnswer(_ id: Int64) -> Int64? { book.misplacedAnswer(id) }

    func sent(_ id: Int64, thread: String? = "t") throws -> MCPCallBook.Watch {
        let watch = book.begin(thread: thread)
        guard let watch else { throw TestFailure("a call of that thread is under way") }
        book.sent(watch, id: id)
        return watch
    }
}

@Suite struct MCPCallBookTests {
    private let book = Book()

    @Test func oneCallOfAThreadAtATime() throws {
        let first = try book.sent(1)
        #expect(book.begin(thread: "t") == nil && book.begin(thread: "u") != nil && book.begin(thread: nil) != nil)
        #expect(book.end(first, wasAnswered: true) == 1)
        #expect(book.begin(thread: "t") != nil)
    }

    @Test func aNewThreadIsLearnedFromWhatIsSaidOfItsRequest() throws {
        _ = try book.sent(1, thread: nil)
        #expect(book.wantsThread)
        book.saw(request: 2, thread: "other")
        #expect(book.wantsThread && book.turnAborted(thread: "t") == nil)
        book.saw(request: 1, thread: "t")
        #expect(!book.wantsThread && book.begin(thread: "t") == nil)
        #expect(book.turnAborted(thread: "t") == 1)
    }

    @Test func theAbortOfACancelledCallIsNotTheNextOnes() throws {
        let cancelled = try book.sent(1)
        #expect(book.end(cancelled, wasAnswered: false) == 1)
        _ = try book.sent(2)
        #expect(book.turnAborted(thread: "t") == nil)
        #expect(book.turnAborted(thread: "other") == nil)
        #expect(book.turnAborted(thread: "t") == 2)
    }

    @Test func aLateAnswerIsItsOwnUntilItsTurnWasAborted() throws {
        let late = try book.sent(1)
        _ = book.end(late, wasAnswered: false)
        _ = try book.sent(2)
        #expect(book.misplacedAnswer(1) == nil)
        #expect(!book.hasBroken)
    }

    @Test func anAnswerUnderAnAbortedIDIsTheThreadsNextAndLeavesThatOnesIDToBeUsed() throws {
        let aborted = try book.sent(1)
        #expect(book.turnAborted(thread: "t") == 1)
        _ = book.end(aborted, wasAnswered: false)
        let second = try book.sent(2)
        #expect(book.misplacedAnswer(1) == 2)
        #expect(book.end(second, wasAnswered: true) == 2)
        #expect(book.misplacedAnswer(2) == nil)

        let third = try book.sent(3)
        _ = book.turnAborted(thread: "t")
        _ = book.end(third, wasAnswered: false)
        _ = try book.sent(4)
        #expect(book.misplacedAnswer(3) == 4 && book.misplacedAnswer(3) == nil)
    }

    @Test func whatWasNeverSentLeavesNothing() throws {
        let watch = try #require(book.begin(thread: "t"))
        #expect(book.end(watch, wasAnswered: false) == nil)
        #expect(!book.hasBroken && book.isEmpty)
    }

    @Test func brokenCallsAreRememberedToABound() throws {
        for id in 1...2_000 as ClosedRange<Int64> {
            let watch = try book.sent(id)
            _ = book.end(watch, wasAnswered: false)
        }
        for _ in 0..<1_024 { #expect(book.turnAborted(thread: "t") == nil) }
        _ = try book.sent(3_000)
        #expect(book.turnAborted(thread: "t") == 3_000)
    }
}
