@testable import CodexClient
import EventLoop
import Glibc
import JSONRPC
import Testing

@Suite struct ConversationTests {
    private func at(_ seconds: Int64) -> MonotonicInstant { MonotonicInstant(nanoseconds: seconds * 1_000_000_000) }

    /// A conversation with that many requests, and what was written of them into a pipe.
    private func asked(_ count: Int, window: Int = 2) throws -> (Conversation<Int>, [Int64]) {
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let reader = FileDescriptor(owning: ends[0])
        let writer = FileDescriptor(owning: ends[1])
        var conversation = Conversation<Int>(window: window, queueLimit: 8)
        var ids: [Int64] = []
        for token in 0..<count {
            let isTaken = conversation.request(token: token, deadline: at(30)) { Array("\($0)\n".utf8) }
            #expect(isTaken)
        }
        let transfer = conversation.flush(to: writer) { _, id, _ in ids.append(id) }
        #expect(transfer == .bytes(0))
        _ = consume reader
        return (conversation, ids)
    }

    @Test func aNumberInAStringAnswersTheNumber() throws {
        var (conversation, ids) = try asked(2)
        #expect(ids == [1, 2])
        #expect(conversation.answered(.string("2")) == 1)
        #expect(conversation.answered(.string("x")) == nil && conversation.answered(nil) == nil)
        #expect(conversation.answered(.number(1)) == 0)
        #expect(conversation.answered(.string("1")) == nil)
    }

    @Test func whatIsGivenUpKeepsItsPlaceWhenItWasSent() throws {
        var (conversation, _) = try asked(3)
        let sent = conversation.abandon(at: at(1)) { $0 == 0 }
        #expect(sent?.id == 1 && sent?.loss == .written)
        #expect(conversation.inFlightCount == 2)
        let queued = conversation.abandon(at: at(1)) { $0 == 2 }
        #expect(queued?.id == nil && queued?.loss == .unwritten && conversation.queuedCount == 0)
        let again = conversation.abandon(at: at(1)) { $0 == 0 }
        #expect(again?.token == nil)
        // Its late answer frees the place, and finds nobody.
        #expect(conversation.answered(.number(1)) == nil)
        #expect(conversation.inFlightCount == 1)
        let lost = conversation.end()
        #expect(lost.map(\.token) == [1])
    }

    @Test func whoDoesNotReadIsToldNothingMore() {
        var conversation = Conversation<Int>()
        let line = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<64 {
            let isTaken = conversation.say(line)
            #expect(isTaken)
        }
        let isTaken = conversation.say([0])
        #expect(!isTaken)
    }
}
