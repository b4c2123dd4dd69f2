/// Lets so many lines a second through, for each of some speakers, so that one that floods fills no log and no bus.
package struct LineRate: Sendable {
    package let perSecond: Int
    private var second: Int64 = 0
    private var admitted: [UInt64: Int] = [:]

    package init(perSecond: Int) {
        self.perSecond = perSecond
    }

    /// `second` is any clock's whole seconds.
    package mutating func admits(_ speaker: UInt64, second now: Int64) -> Bool {
        if now != second {
            second = now
            admitted.removeAll(keepingCapacity: true)
        }
        guard admitted[speaker, default: 0] < perSecond else { return false }
        admitted[speaker, default: 0] += 1
        return true
    }
}
