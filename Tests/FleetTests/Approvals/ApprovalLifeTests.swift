import JSONRPC
import BusProtocol
import EventLoop
import Fleet
import Testing

/// Every state against every event.
@Suite struct ApprovalLifeTests {
    static let now = MonotonicInstant(nanoseconds: 1_000_000_000)
    static let later = now.advanced(by: .seconds(5))
    static let ann = Caller(user: "", client: "ann")
    static let bob = Caller(user: "", client: "bob")

    /// `claimed` is ann's, for another 5 s; `stale` was hers until now.
    static let states: [(String, ApprovalLife.State)] = [
        ("open", .open), ("claimed", .claimed(by: ann, until: later)), ("stale", .claimed(by: ann, until: now)),
        ("resolved", .resolved(by: .caller(ann))), ("ruled", .resolved(by: .rule("main/1"))), ("expired", .expired),
        ("withdrawn", .withdrawn), ("void", .void),
    ]

    static let events: [(String, ApprovalLife.Event)] = [
        ("ann claims", .claim(by: ann, until: later.advanced(by: .seconds(1)))),
        ("bob claims", .claim(by: bob, until: later)), ("ann releases", .release(by: ann)),
        ("bob releases", .release(by: bob)), ("lapse", .lapse), ("ann votes", .vote(by: ann)),
        ("bob votes", .vote(by: bob)), ("ann answers", .resolve(by: .caller(ann))),
        ("bob answers", .resolve(by: .caller(bob))), ("a rule answers", .resolve(by: .rule("main/1"))),
        ("expire", .expire), ("withdraw", .withdraw), ("void", .void),
    ]

    /// Of each state, in the order above, what each event leads to: a state, `=` for no change, or `!` and the reason.
    static let table: [String: [String]] = [
        "ann claims": [
            "claimed", "claimed", "claimed", "!approval_resolved", "!approval_resolved", "!approval_expired",
            "!approval_withdrawn", "!approval_void",
        ],
        "bob claims": [
            "claimed", "!approval_claimed", "claimed", "!approval_resolved", "!approval_resolved", "!approval_expired",
            "!approval_withdrawn", "!approval_void",
        ],
        "ann releases": [
            "=", "open", "open", "!approval_resolved", "!approval_resolved", "!approval_expired", "!approval_withdrawn",
            "!approval_void",
        ],
        "bob releases": [
            "=", "!approval_claimed", "open", "!approval_resolved", "!approval_resolved", "!approval_expired",
            "!approval_withdrawn", "!approval_void",
        ],
        "lapse": ["=", "=", "open", "=", "=", "=", "=", "="],
        "ann votes": [
            "=", "open", "open", "!approval_resolved", "!approval_resolved", "!approval_expired", "!approval_withdrawn",
            "!approval_void",
        ],
        "bob votes": [
            "=", "!approval_claimed", "open", "!approval_resolved", "!approval_resolved", "!approval_expired",
            "!approval_withdrawn", "!approval_void",
        ],
        "ann answers": [
            "resolved", "resolved", "resolved", "!approval_resolved", "!approval_resolved", "!approval_expired",
            "!approval_withdrawn", "!approval_void",
        ],
        "bob answers": [
            "resolved", "!approval_claimed", "resolved", "!approval_resolved", "!approval_resolved",
            "!approval_expired", "!approval_withdrawn", "!approval_void",
        ],
        "a rule answers": ["resolved", "=", "=", "=", "=", "=", "=", "="],
        "expire": ["expired", "expired", "expired", "=", "=", "=", "=", "="],
        "withdraw": ["withdrawn", "withdrawn", "withdrawn", "=", "=", "=", "=", "="],
        "void": ["void", "void", "void", "=", "=", "=", "=", "="],
    ]

    @Test(arguments: events.map(\.0)) func eachStateTakesEachEventAsTheTableSays(_ name: String) throws {
        let event = try #require(Self.events.first { $0.0 == name }?.1)
        let row = try #require(Self.table[name])
        #expect(row.count == Self.states.count)
        for ((stateName, state), expected) in zip(Self.states, row) {
            var life = ApprovalLife(state)
            let outcome: String
            do throws(ApprovalRefusal) {
                let isChanged = try life.take(event, at: Self.now)
                outcome = isChanged ? life.state.word : "="
            } catch {
                outcome = "!\(error.reason.rawValue)"
            }
            #expect(outcome == expected, "\(stateName), \(name)")
            if expected.hasPrefix("!") || expected == "=" { #expect(life.state == state, "\(stateName), \(name)") }
        }
        #expect(Set(Self.table.keys) == Set(Self.events.map(\.0)))
    }

    @Test func whoIsRefusedIsToldWhoAndForHowLong() {
        let claimed = ApprovalLife(.claimed(by: Self.ann, until: Self.later))
        let refusal = #expect(throws: ApprovalRefusal.self) { try claimed.require(open: Self.bob, at: Self.now) }
        #expect(refusal?.message == "claimed by ann for another 5000 ms")
        #expect(refusal?.details == ["by": "ann", "remainingMs": 5_000])
        let resolved = ApprovalLife(.resolved(by: .caller(Caller(user: "root", client: "tool"))))
        let late = #expect(throws: ApprovalRefusal.self) { try resolved.require(open: Self.bob, at: Self.now) }
        #expect(late?.details == ["by": "root", "client": "tool"])
        let ruled = ApprovalLife(.resolved(by: .rule("main/2")))
        let ofRule = #expect(throws: ApprovalRefusal.self) { try ruled.require(open: Self.bob, at: Self.now) }
        #expect(ofRule?.details == ["by": "main/2", "rule": "main/2"])
    }

    /// Two programs of one user are two claimants.
    @Test func aClaimIsOneProgramsOfAUser() throws {
        var life = ApprovalLife()
        let one = Caller(user: "ann", client: "one")
        #expect(try life.take(.claim(by: one, until: Self.later), at: Self.now))
        let refusal = #expect(throws: ApprovalRefusal.self) {
            try life.take(.release(by: Caller(user: "ann", client: "two")), at: Self.now)
        }
        #expect(refusal?.reason == .approvalClaimed)
    }
}
