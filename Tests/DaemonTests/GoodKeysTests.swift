import Testing

@testable import Daemon

@Suite struct GoodKeysTests {
    /// A reload of the configuration that has read the keys earlier ends after the keys were read for a revocation.
    @Test func whatWasReadEarlierDoesNotPutARevokedKeyInForce() {
        var keys = GoodKeys(["ann": "A", "bob": "B"])
        let (reload, revocation) = (keys.beginReading(), keys.beginReading())
        keys.take(["bob": "B"], of: revocation)
        keys.take(["ann": "A", "bob": "B"], of: reload)
        #expect(keys.keys == ["bob": "B"])
        let next = keys.beginReading()
        keys.take([:], of: next)
        #expect(keys.keys == [:])
    }

    @Test func eachReadingThatBeganLaterCounts() {
        var keys = GoodKeys([:])
        let (first, second) = (keys.beginReading(), keys.beginReading())
        keys.take(["ann": "A"], of: first)
        #expect(keys.keys == ["ann": "A"])
        keys.take(["bob": "B"], of: second)
        #expect(keys.keys == ["bob": "B"])
    }
}
