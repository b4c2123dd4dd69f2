import Testing

@testable import Daemon

@Suite struct ReadsUnderWayTests {
    @Test func oneUserLeavesRoomToOthers() {
        var reads = ReadsUnderWay()
        for _ in 0..<ReadsUnderWay.limitOfUser { #expect(reads.begin(for: "ann") == true) }
        #expect(reads.begin(for: "ann") == false)
        #expect(reads.begin(for: "bob") == true)
        reads.end(for: "ann")
        #expect(reads.begin(for: "ann") == true)
    }

    @Test func togetherTheyAreBounded() {
        var reads = ReadsUnderWay()
        for user in 0..<ReadsUnderWay.limit { #expect(reads.begin(for: "\(user)") == true) }
        #expect(reads.begin(for: "last") == false)
        reads.end(for: "7")
        #expect(reads.begin(for: "last") == true)
        // Who has none under way ends none.
        reads.end(for: "7")
        #expect(reads.begin(for: "7") == false)
    }
}
