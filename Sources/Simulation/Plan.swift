import ChildProcess
import Fleet
import Supervision

/// How a run's fleet is set up, drawn from its seed: defaults mostly, and what people might configure.
struct Plan {
    struct Member {
        let name: String
        let group: String
        let home: Int
        let spec: WorkerSpec
    }

    let homes: Int
    let concurrentStarts: Int
    let policy: GroupPolicy
    let beat: Duration
    let members: [Member]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed, stream: 3)
        homes = random.chance(0.3) ? 2 : 1
        concurrentStarts = Int(1 + random.next() % 4)
        beat = .seconds([1, 5, 15][Int(random.next() % 3)])
        policy = Self.policy(&random)
        let count = Int(1 + random.next() % 5)
        let specs = (0..<2).map { _ in Self.spec(&random) }
        let homes = homes
        members = (0..<count).map { index in
            let group = index % homes
            var spec = specs[group]
            spec.codexHome = "/home\(group)"
            return Member(name: "g\(group)-\(index / homes + 1)", group: "g\(group)", home: group, spec: spec)
        }
    }

    private static func policy(_ random: inout SeededGenerator) -> GroupPolicy {
        var policy = GroupPolicy()
        if random.chance(0.3) { policy.turnStall = .seconds(20) }
        policy.recyclesStalled = random.chance(0.3)
        if random.chance(0.5) { policy.approvalDeadline = .seconds(Int64(1 + random.next() % 60)) }
        if random.chance(0.3) { policy.requestDeadline = .seconds(5) }
        if random.chance(0.4) { policy.idleThread = .seconds(30) }
        policy.retriesInterrupted = random.chance(0.3)
        if random.chance(0.3) { policy.drain = .interrupt }
        return policy
    }

    private static func spec(_ random: inout SeededGenerator) -> WorkerSpec {
        var restart = RestartPolicy()
        if random.chance(0.1) { restart.parkAfter = 3 }
        if random.chance(0.1) { restart.kind = .transient }
        if random.chance(0.05) { restart.kind = .temporary }
        var timing = WorkerSpec.Timing()
        if random.chance(0.3) { timing.drain = .seconds(20) }
        if random.chance(0.2) { timing.stable = .seconds(5) }
        if random.chance(0.1) { timing.liveness = nil }
        var spec = WorkerSpec(
            command: Command("/usr/bin/codex"), codexHome: "",
            timing: timing, restart: restart)
        if random.chance(0.3) {
            spec.limits.window = Int(1 + random.next() % 3)
            spec.limits.queue = Int(1 + random.next() % 6)
        }
        if random.chance(0.2) { spec.limits.garbage = 10 }
        if random.chance(0.3) { spec.memoryLimit = 1_000 }
        return spec
    }
}
