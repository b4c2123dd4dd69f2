@testable import Bus
import BusProtocol
import Testing

@Suite struct RestingScopesTests {
    private static let name = "01a1fae8-8e55-7b92-887c-7c63277e4a6d"
    private static let kinds: [EventKind] = [.event, .delta, .request, .worker, .system]

    private static func scope(
        named name: String = Self.name, _ counts: [EventKind: UInt64], worker: UInt64? = 7
    ) -> EventScope {
        let scope = EventScope(name)
        for (kind, count) in counts { scope.set(kind, to: count) }
        scope.worker = worker
        return scope
    }

    @Test(arguments: [7, nil] as [UInt64?]) func whatWakesIsAsItWas(_ worker: UInt64?) throws {
        var resting = RestingScopes()
        let counts: [EventKind: UInt64] = [.event: 0xFFFF_FFFF, .delta: 2, .request: 0xFFFF, .system: 5]
        #expect(resting.add(Self.scope(counts, worker: worker)) == true)
        #expect(resting.count == 1 && resting.worker(of: Self.name) == worker)
        let woken = resting.wake(Self.name)
        let scope = try #require(woken)
        #expect(scope.name == Self.name && scope.worker == worker && scope.rest == nil)
        for kind in Self.kinds { #expect(scope.count(of: kind) == counts[kind] ?? 0) }
        #expect(resting.count == 0)
        #expect(resting.wake(Self.name) == nil)
    }

    /// Else it would wake with less than it had, or as another.
    @Test func whatDoesNotFitStaysAsItIs() {
        var resting = RestingScopes()
        let large: [[EventKind: UInt64]] = [
            [.event: 1 << 32], [.delta: 1 << 32], [.request: 1 << 16], [.system: 1 << 16], [.worker: 1],
        ]
        for counts in large { #expect(resting.add(Self.scope(counts)) == false) }
        #expect(resting.add(Self.scope([:], worker: 1 << 32)) == false)
        for name in ["wmain-1", "-", "", Self.name.uppercased(), Self.name + "0", "t"] {
            #expect(resting.add(Self.scope(named: name, [.event: 1])) == false)
            #expect(resting.wake(name) == nil)
        }
        #expect(resting.count == 0)
    }

    @Test func manyAreToldApart() {
        var resting = RestingScopes()
        func name(_ number: Int) -> String {
            CommandID(high: 1, low: UInt64(number) &* 0x9E37_79B9_7F4A_7C15).description
        }
        for number in 0..<2_000 {
            #expect(resting.add(Self.scope(named: name(number), [.event: UInt64(number)])) == true)
        }
        #expect(resting.count == 2_000)
        for number in 0..<2_000 { #expect(resting.wake(name(number))?.count(of: .event) == UInt64(number)) }
        #expect(resting.count == 0)
    }
}
