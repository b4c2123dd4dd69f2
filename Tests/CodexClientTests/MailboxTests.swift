@testable import CodexClient
import Synchronization
import Testing

@Suite struct MailboxTests {
    private func next(_ mailbox: Mailbox<Int>) async throws -> Int? {
        guard case .element(let element)? = try await mailbox.next() else { return nil }
        return element
    }

    @Test func whatIsThereIsReadBeforeTheEnd() async throws {
        let mailbox = Mailbox<Int>(StreamOptions())
        mailbox.push(1)
        mailbox.finish(CodexClientError(.deadline))
        mailbox.finish()
        guard case .closed = mailbox.push(2) else { return #expect(Bool(false), "it took one more") }
        #expect(try await next(mailbox) == 1)
        for _ in 0..<2 { #expect(try await failure { _ = try await mailbox.next() }.code == .deadline) }
    }

    @Test func aWaiterGetsWhatComes() async throws {
        let mailbox = Mailbox<Int>(StreamOptions())
        let waiter = Task { try await next(mailbox) }
        try await eventually { mailbox.wasRead }
        mailbox.push(7)
        #expect(try await waiter.value == 7)
    }

    @Test func theEndIsEveryWaitersEnd() async throws {
        let mailbox = Mailbox<Int>(StreamOptions())
        let waiters = (0..<3).map { _ in Task { try await next(mailbox) } }
        try await eventually { mailbox.wasRead }
        mailbox.finish()
        for waiter in waiters { #expect(try await waiter.value == nil) }
    }

    @Test func whatNobodyReadComesBackOnce() async throws {
        let mailbox = Mailbox<Int>(StreamOptions())
        let unread = Mutex<[[Int]]>([])
        mailbox.onClose { elements in unread.withLock { $0.append(elements) } }
        for number in 0..<3 { mailbox.push(number) }
        #expect(try await next(mailbox) == 0)
        mailbox.close()
        mailbox.close()
        #expect(unread.withLock { $0 } == [[1, 2]])
        #expect(try await next(mailbox) == nil)
        mailbox.onClose { _ in unread.withLock { $0.append([]) } }
        #expect(unread.withLock { $0 } == [[1, 2], []])
    }

    /// Pushes from one thread and cancellations from another: nothing is lost and nothing is told twice.
    @Test func cancellationsLoseNothing() async throws {
        let mailbox = Mailbox<Int>(StreamOptions(capacity: 10_000))
        let pusher = Task.detached { for number in 0..<2_000 { mailbox.push(number) } }
        var seen: [Int] = []
        while seen.count < 2_000 {
            let reader = Task { try? await next(mailbox) }
            if seen.count % 3 == 0 { reader.cancel() }
            if let number = await reader.value { seen.append(number) }
        }
        await pusher.value
        #expect(seen == Array(0..<2_000))
    }
}
