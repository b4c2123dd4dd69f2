/// Readings of the journal that have not come to their end, counted by user: one who asks much leaves room to the others.
struct ReadsUnderWay: Sendable {
    static let limit = 32
    static let limitOfUser = 16

    private var ofUser: [String: Int] = [:]
    private var all = 0

    /// Counts one more; false when there are enough.
    mutating func begin(for user: String) -> Bool {
        guard all < Self.limit, ofUser[user, default: 0] < Self.limitOfUser else { return false }
        all += 1
        ofUser[user, default: 0] += 1
        return true
    }

    /// One that began has come to its end.
    mutating func end(for user: String) {
        guard let count = ofUser[user] else { return }
        all -= 1
        ofUser[user] = count > 1 ? count - 1 : nil
    }
}
