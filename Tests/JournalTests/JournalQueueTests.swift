import Testing

@testable import Journal

@Suite struct JournalQueueTests {
    private static func thread(_ id: String, _ worker: String = "w") -> JournalEntry {
        .thread(ThreadRecord(id: id, codexHome: "/", worker: worker))
    }

    @Test func entriesKeepTheirOrder() {
        var queue = JournalQueue(limit: 10)
        queue.add([Self.thread("b"), Self.thread("a")])
        let taken = queue.takeAll()
        queue.add([Self.thread("c")])
        queue.putBack(taken)
        #expect(queue.entries == [Self.thread("b"), Self.thread("a"), Self.thread("c")])
    }

    @Test func atTheBoundTheLastWordOnEachIsKept() {
        var queue = JournalQueue(limit: 3)
        queue.add([Self.thread("a", "1"), Self.thread("b"), .threadForgotten(id: "b")])
        queue.add([Self.thread("a", "2")])
        #expect(queue.entries == [.threadForgotten(id: "b"), Self.thread("a", "2")])
        #expect(queue.takeLoss() == false)
    }

    @Test func whatStandsBeforeTheWholeSaysNothing() {
        var queue = JournalQueue(limit: 3)
        let ended = JournalEntry.processEnded(worker: "w", epoch: 1, generation: 1)
        queue.add([Self.thread("a"), ended, .threadForgotten(id: "b"), .allThreadsForgotten, Self.thread("c")])
        #expect(queue.entries == [ended, .allThreadsForgotten, Self.thread("c")])
    }

    /// Each says what no other one says.
    @Test func linesOfTheLedgerAreAllKept() {
        var queue = JournalQueue(limit: 4)
        let line = JournalEntry.ledger(
            LedgerRecord(approval: "a", change: .claimed, epoch: 1, worker: "w", method: "m", origin: "client"))
        queue.add([line, Self.thread("a", "1"), line, .allThreadsForgotten, Self.thread("a", "2"), line])
        #expect(queue.entries.count == 0 && queue.dropped == 5)
        var roomy = JournalQueue(limit: 5)
        roomy.add([line, Self.thread("a", "1"), line, .allThreadsForgotten, Self.thread("a", "2"), line])
        #expect(roomy.entries == [line, line, .allThreadsForgotten, Self.thread("a", "2"), line])
    }

    @Test func beyondTheBoundAllIsLostAndThatIsTold() {
        var queue = JournalQueue(limit: 3)
        queue.add((0..<4).map { Self.thread("\($0)") })
        #expect(queue.entries.isEmpty)
        #expect(queue.dropped == 4)
        #expect(queue.takeLoss() == true)
        #expect(queue.takeLoss() == false)
        queue.putBack([Self.thread("a")])
        #expect(queue.entries.count == 1)
    }
}
