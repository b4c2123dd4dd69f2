import Testing

@testable import Bus

/// What a connection may subscribe to before it is cut.
@Suite struct SubscriptionGuardTests {
    private var guards = SubscriptionGuard()

    private func message(_ topic: String, ends: Bool = false) -> [UInt8] { [ends ? 0 : 1] + Array(topic.utf8) }

    @Test mutating func theOneThatIsTooManyCutsThePeerAndNobodyElse() {
        for number in 0..<SubscriptionGuard.subscriptionLimit {
            #expect(guards.take(message("ev.\(number)"), from: "a", second: 0) == .take)
        }
        // The same again is none more; one that ends makes room.
        #expect(guards.take(message("ev.0"), from: "a", second: 0) == .take)
        #expect(guards.take(message("ev.0", ends: true), from: "a", second: 0) == .take)
        #expect(guards.take(message("ev.x"), from: "a", second: 0) == .take)
        #expect(guards.take(message("ev.y"), from: "b", second: 0) == .take)
        guard case .excess = guards.take(message("ev.y"), from: "a", second: 0) else {
            Issue.record("it is not cut")
            return
        }
        #expect(guards.take(message("ev.z"), from: "a", second: 0) == .ignore)
        #expect(guards.take(message("ev.z"), from: "b", second: 0) == .take)
    }

    /// To end what was never begun makes no room.
    @Test mutating func endsOfNothingDoNotCount() {
        for number in 0..<SubscriptionGuard.subscriptionLimit {
            _ = guards.take(message("ev.\(number)"), from: "a", second: 0)
            _ = guards.take(message("no.\(number)", ends: true), from: "a", second: 0)
        }
        guard case .excess = guards.take(message("ev.y"), from: "a", second: 0) else {
            Issue.record("it is not cut")
            return
        }
    }

    @Test mutating func echoesAreCountedBySecond() {
        for second in 0..<3 as Range<Int64> {
            for number in 0..<SubscriptionGuard.echoLimit {
                #expect(guards.take(message("~sync.\(second).\(number)"), from: "a", second: second) == .take)
            }
        }
        guard case .excess = guards.take(message("~sync.more"), from: "a", second: 2) else {
            Issue.record("it is not cut")
            return
        }
    }

    /// The end of a connection takes its subscriptions back, and libzmq does not say whose they were.
    @Test mutating func whatNobodySaysIsTaken() {
        for number in 0..<20_000 {
            #expect(guards.take(message("ev.\(number)", ends: true), from: nil, second: 0) == .take)
        }
    }

    @Test mutating func ofEndlesslyManyPeersTheOldestAreForgotten() {
        for number in 0..<200_000 {
            #expect(guards.take(message("ev."), from: "peer \(number)", second: 0) == .take)
        }
        #expect(guards.peerCount <= 65_536)
    }
}
