/// The questions that wait for the ledger, the first one first.
package struct LedgerReads: Sendable {
    /// Those that may wait, and those of one user.
    package static let limit = 64
    package static let limitOfAsker = 8

    private var reads: [LedgerRead] = []

    package init() {}

    package var isEmpty: Bool { reads.isEmpty }

    /// False when there are too many.
    package mutating func add(_ read: LedgerRead) -> Bool {
        guard reads.count < Self.limit,
            reads.count(where: { $0.query.asker == read.query.asker }) < Self.limitOfAsker
        else { return false }
        reads.append(read)
        return true
    }

    package mutating func next() -> LedgerRead? { reads.isEmpty ? nil : reads.removeFirst() }

    package mutating func takeAll() -> [LedgerRead] {
        defer { reads = [] }
        return reads
    }
}
