import BusProtocol
import EventLoop
import JSONRPC
import Testing

@testable import Fleet

@Suite struct ArchiveAllowanceTests {
    private static let queries: [(method: String, params: JSON)] = [
        ("events/replay", ["sinceMs": 1]), ("events/snapshot", [:]), ("events/body", ["ref": "1-1"]),
    ]

    @Test func whoAsksTooOftenIsRefusedAloneAndUntilTimeHasGone() throws {
        var rig = FleetRig()
        func isRefused(_ user: String, _ index: Int = 0) throws -> Bool {
            let query = Self.queries[index % 3]
            guard case .refused(.overloaded, _)? = try rig.call(query.method, query.params, by: user).replies.first
            else { return false }
            return true
        }
        for index in 0..<ArchiveAllowance.burst { #expect(try isRefused("ann", index) == false) }
        for index in 0..<3 { #expect(try isRefused("ann", index)) }
        #expect(try isRefused("bob") == false)
        rig.now = rig.now.advanced(by: .seconds(1))
        for _ in 0..<ArchiveAllowance.perSecond { #expect(try isRefused("ann") == false) }
        #expect(try isRefused("ann"))
        // It never grows beyond the first one.
        rig.now = rig.now.advanced(by: .seconds(3600))
        for _ in 0..<ArchiveAllowance.burst { #expect(try isRefused("ann") == false) }
        #expect(try isRefused("ann"))
    }

    @Test func usersWithAWholeAllowanceAreForgotten() {
        var allowance = ArchiveAllowance()
        var now = MonotonicInstant(nanoseconds: 0)
        for user in 0..<100_000 {
            now = now.advanced(by: .milliseconds(1))
            #expect(allowance.take(by: "\(user)", at: now) == true)
        }
        #expect(allowance.userCount <= 1_001)
    }
}
