import Supervision
import Testing

@Suite struct StartSlotsTests {
    @Test func soManyAtOnceTheOthersInTheirOrder() {
        var slots = StartSlots(limit: 2)
        #expect(slots.request(1, home: "a") == [1])
        #expect(slots.request(2, home: "b") == [2])
        #expect(slots.request(3, home: "c") == [])
        #expect(slots.request(4, home: "d") == [])
        #expect(slots.end(2, isReady: false) == [3])
        #expect(slots.end(1, isReady: true) == [4])
    }

    @Test func theLimitCanBeAnotherOne() {
        var slots = StartSlots(limit: 1)
        #expect(slots.request(1, home: "a") == [1])
        #expect(slots.request(2, home: "b") == [] && slots.request(3, home: "c") == [])
        #expect(slots.set(limit: 3) == [2, 3])
        #expect(slots.set(limit: 1) == [])
        #expect(slots.request(4, home: "d") == [])
        #expect(slots.end(1, isReady: true) == [] && slots.end(2, isReady: true) == [])
        #expect(slots.end(3, isReady: true) == [4])
    }

    @Test func theFirstOfAHomeStartsAlone() {
        var slots = StartSlots(limit: 4)
        #expect(slots.request(1, home: "a") == [1])
        #expect(slots.request(2, home: "a") == [])
        #expect(slots.request(3, home: "a") == [])
        #expect(slots.request(4, home: "b") == [4])
        #expect(slots.end(1, isReady: true) == [2, 3])
    }

    /// A first one that fails does not hold the others for ever: the next one is the first.
    @Test func aFirstThatFailsMakesRoomForTheNext() {
        var slots = StartSlots(limit: 4)
        _ = slots.request(1, home: "a")
        _ = slots.request(2, home: "a")
        _ = slots.request(3, home: "a")
        #expect(slots.end(1, isReady: false) == [2])
        #expect(slots.end(2, isReady: true) == [3])
    }

    @Test func whoAsksTwiceOrLeavesTheQueueTakesNoSecondSlot() {
        var slots = StartSlots(limit: 1)
        #expect(slots.request(1, home: "a") == [1])
        #expect(slots.request(1, home: "a") == [1])
        #expect(slots.request(2, home: "b") == [])
        #expect(slots.request(2, home: "b") == [])
        #expect(slots.request(3, home: "c") == [])
        #expect(slots.end(2, isReady: false) == [])
        #expect(slots.end(1, isReady: false) == [3])
        #expect(slots.end(9, isReady: false) == [])
    }
}
