import CodexClient
import CodexProtocol
import TestSupport
import Testing

@Suite struct CodexClientMessageTests {
    /// Ten notifications, and then the answer to 2.
    private static let ten =
        #"hear; for i in 0 1 2 3 4 5 6 7 8 9; do say "{\"method\":\"n/$i\"}"; done; say '{"id":2,"result":{}}'; hear"#

    private func methods(_ stream: MessageStream, until count: Int) async throws -> [String] {
        var methods: [String] = []
        for try await message in stream {
            switch message {
            case .notification(let notification): methods.append(notification.method)
            case .lagged(let count): methods.append("lagged \(count)")
            case .request(let request): methods.append("request \(request.method)")
            case .unreadable: methods.append("unreadable")
            }
            if methods.count == count { break }
        }
        return methods
    }

    @Test func everyReaderGetsAllInOrder() async throws {
        let client = try await FakeCodex.start(Self.ten)
        let streams = [await client.messages(), await client.messages()]
        _ = try await client.request(method: "any")
        for stream in streams { #expect(try await methods(stream, until: 10) == (0..<10).map { "n/\($0)" }) }
        guard case .notification(let first)? = try await client.nextMessage() else { throw TestFailure("none") }
        #expect(first.method == "n/0")
    }

    @Test func aSlowReaderIsToldWhatItMissed() async throws {
        let client = try await FakeCodex.start(Self.ten)
        let slow = await client.messages(StreamOptions(capacity: 3))
        let other = await client.messages()
        _ = try await client.request(method: "any")
        #expect(try await methods(slow, until: 4) == ["lagged 7", "n/7", "n/8", "n/9"])
        #expect(try await methods(other, until: 10).count == 10)
        #expect(await client.counters.dropped == 7)
    }

    @Test func aSlowReaderFailsWhereThatIsThePolicy() async throws {
        let client = try await FakeCodex.start(Self.ten)
        let slow = await client.messages(StreamOptions(capacity: 3, policy: .failSlowConsumer))
        _ = try await client.request(method: "any")
        var iterator = slow.makeAsyncIterator()
        for _ in 0..<3 { #expect(try await iterator.next() != nil) }
        #expect(try await failure { _ = try await iterator.next() }.code == .slowConsumer)
    }

    @Test func aReaderOfAThreadGetsThatThreads() async throws {
        let client = try await FakeCodex.start(
            #"hear; for t in a b a; do say "{\"method\":\"n/$t\",\"params\":{\"threadId\":\"$t\"}}"; done; say '{"id":2,"result":{}}'; hear"#
        )
        let stream = await client.messages(ofThread: "a")
        _ = try await client.request(method: "any")
        #expect(try await methods(stream, until: 2) == ["n/a", "n/a"])
    }

    @Test func aCancelledReaderWaitsNoLonger() async throws {
        let client = try await FakeCodex.start("hear")
        let task = Task { try await failure { _ = try await client.nextMessage() } }
        task.cancel()
        #expect(try await task.value.code == .cancelled)
    }

    @Test func theClientsEndIsItsReadersEnd() async throws {
        var client: CodexClient? = try await FakeCodex.start("hear")
        let stream = try #require(await client?.messages())
        client = nil
        var iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == nil)
    }
}

extension CodexMessage? {
    fileprivate static func == (message: CodexMessage?, none: _OptionalNilComparisonType) -> Bool {
        if case .none = message { true } else { false }
    }

    fileprivate static func != (message: CodexMessage?, none: _OptionalNilComparisonType) -> Bool {
        !(message == none)
    }
}
