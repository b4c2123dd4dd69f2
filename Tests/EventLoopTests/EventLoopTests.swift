import EventLoop
import Glibc
import Synchronization
import TestSupport
import Testing

/// An actor pinned to a loop, as the daemon's are.
private actor Counter {
    private let loop: EventLoop
    private(set) var value = 0
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(on loop: EventLoop) { self.loop = loop }

    func add() { value += 1 }
    func isOnLoop() -> Bool { loop.isCurrent }
}

@Suite struct EventLoopTests {
    @Test func pinnedActorRunsOnTheLoopAndIsEnteredWithoutAHop() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let counter = Counter(on: loop)
        #expect(await counter.isOnLoop())
        try await loop.run { counter.assumeIsolated { $0.add() } }
        #expect(await counter.value == 1)
    }

    @Test func jobsOfOneSenderKeepTheirOrder() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let seen = Mutex<[Int]>([])
        for number in 0..<10_000 { loop.execute { seen.withLock { $0.append(number) } } }
        try await loop.run {}
        #expect(seen.withLock { $0 } == Array(0..<10_000))
    }

    @Test func readinessReachesItsHandlerUntilUnwatched() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let reader = FileDescriptor(owning: ends[0])
        let writer = FileDescriptor(owning: ends[1])
        let descriptor = reader.rawValue
        let byte = await withCheckedContinuation { continuation in
            loop.execute {
                var registration: Registration?
                registration = try? loop.watch(descriptor, for: .read) { _ in
                    var byte: UInt8 = 0
                    _ = read(descriptor, &byte, 1)
                    if let registration { loop.unwatch(registration) }
                    continuation.resume(returning: byte)
                }
            }
            _ = "xy".withCString { write(writer.rawValue, $0, 2) }
        }
        #expect(byte == UInt8(ascii: "x"))
        try await loop.run {}  // the second byte stays in the pipe: nobody asks for it any more
        _ = consume reader
    }

    /// Two descriptors are ready in the same wait; the first handler closes the second's and opens another in its place.
    @Test func readinessOfAReusedDescriptorFindsNobody() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let stale = Atomic<Int>(0)
        try await loop.run {
            var table = [(CInt, Registration)]()
            var closed = false
            for _ in 0..<2 {
                var ends: [CInt] = [0, 0]
                guard pipe(&ends) == 0 else { throw EventLoopTestFailure.noPipe }
                _ = "x".withCString { write(ends[1], $0, 1) }
                close(ends[1])
                let registration = try loop.watch(ends[0], for: .read) { _ in
                    guard !closed else {
                        stale.add(1, ordering: .relaxed)
                        return
                    }
                    closed = true
                    for (descriptor, registration) in table {
                        loop.unwatch(registration)
                        close(descriptor)
                    }
                    var fresh: [CInt] = [0, 0]
                    _ = pipe(&fresh)
                    _ = try? loop.watch(fresh[0], for: .read) { _ in stale.add(1, ordering: .relaxed) }
                }
                table.append((ends[0], registration))
            }
        }
        for _ in 0..<3 { try await loop.run {} }
        #expect(stale.load(ordering: .relaxed) == 0)
    }

    @Test func timersRunInTheOrderOfTheirDeadlinesWhenTheClockReachesThem() async throws {
        let clock = ManualClock()
        let loop = try EventLoop(name: "test", clock: clock)
        defer { loop.stop() }
        let seen = Mutex<[String]>([])
        try await loop.run {
            loop.schedule(after: .seconds(3)) { seen.withLock { $0.append("three") } }
            loop.schedule(after: .seconds(1)) { seen.withLock { $0.append("one") } }
            let cancelled = loop.schedule(after: .seconds(2)) { seen.withLock { $0.append("two") } }
            loop.cancel(cancelled)
        }
        clock.advance(by: .milliseconds(999))
        try await loop.run {}
        #expect(seen.withLock { $0 } == [])
        clock.advance(by: .seconds(5))
        try await loop.run {}
        try await loop.run {}
        #expect(seen.withLock { $0 } == ["one", "three"])
    }

    /// The rule that libzmq's edge-triggered descriptors need: after one did work, all are asked again before waiting.
    @Test func preparationsAreAskedAgainUntilNoneWorked() async throws {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let calls = Mutex<[String]>([])
        try await loop.run {
            var first = 0
            _ = loop.prepare {
                calls.withLock { $0.append("a") }
                return false
            }
            _ = loop.prepare {
                calls.withLock { $0.append("b") }
                first += 1
                return first == 1
            }
        }
        try await loop.run {}
        #expect(calls.withLock { Array($0.prefix(4)) } == ["a", "b", "a", "b"])
    }

    @Test func enteringOffTheLoopTraps() async {
        await #expect(processExitsWith: .failure) {
            let loop = try EventLoop(name: "test")
            loop.schedule(after: .zero) {}
        }
    }
}

private enum EventLoopTestFailure: Error {
    case noPipe
}
