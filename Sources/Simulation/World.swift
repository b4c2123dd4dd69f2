import ChildProcess
import EventLoop
import Fleet
import Glibc
import Supervision

/// One run: the parts, joined as `House` joins the daemon's, and the chance that moves them.
final class World {
    let agenda = Agenda()
    let plan: Plan
    let mutation: Mutation?
    var random: SeededGenerator
    var faults: Faults
    var isStopAsked = false
    private var jitterSource: SeededGenerator
    private var wallClock: SimulatedWallClock
    private var lastPID: Int32 = 1_000
    private(set) var processes: [Int32: SimulatedCodex] = [:]
    private(set) var trace: [TraceLine]?
    private(set) lazy var checker = Checker(world: self)
    private(set) lazy var fleet = SimulatedFleet(world: self)
    private(set) lazy var supervisor = SimulatedSupervisor(concurrentStarts: plan.concurrentStarts, world: self)
    private(set) lazy var clients = SimulatedClients(world: self)
    private(set) var homes: [SimulatedHome]

    init(
        seed: UInt64, without: Set<FaultSite> = [], mutation: Mutation? = nil,
        wallClock: SimulatedWallClock.Course = .steady, isTraced: Bool = false
    ) {
        plan = Plan(seed: seed)
        self.mutation = mutation
        random = SeededGenerator(seed: seed, stream: 1)
        jitterSource = SeededGenerator(seed: seed, stream: 2)
        self.wallClock = SimulatedWallClock(wallClock, seed: seed)
        faults = Faults(seed: seed, without: without)
        trace = isTraced ? [] : nil
        homes = (0..<plan.homes).map { SimulatedHome(path: "/home\($0)") }
    }

    /// What refers to one another lives until it is told to let go.
    func dismantle() { processes = [:] }

    func isMutated(_ mutation: Mutation) -> Bool { self.mutation == mutation }

    /// In 0..<1, as `WorkerEnvironment.random` gives it.
    func jitter() -> Double { jitterSource.unit() }

    /// The time of day, since 1970.
    var unixMilliseconds: Int64 { wallClock.unixMilliseconds(at: agenda.now) }

    var elapsed: Duration { checker.begin.duration(to: agenda.now) }

    func note(_ subject: String, _ text: () -> String) {
        guard trace != nil else { return }
        trace?.append(TraceLine(at: elapsed, subject: subject, text: text()))
    }

    func add(_ spec: WorkerSpec, _ identity: WorkerIdentity, _ home: SimulatedHome) {
        let worker = SimulatedWorker(identity, spec: spec, home: home, world: self)
        fleet.add(worker)
        supervisor.add(worker)
    }

    func spawn(for worker: SimulatedWorker) throws(SpawnError) -> SimulatedCodex {
        let path = "/usr/bin/codex"
        if faults.fires(.textFileBusy) { throw SpawnError(.textFileBusy, errno: ETXTBSY, path: path) }
        if faults.fires(.tooManyProcesses) { throw SpawnError(.resourceUnavailable, errno: EAGAIN, path: path) }
        if faults.fires(.tooManyDescriptors) { throw SpawnError(.tooManyDescriptors, errno: EMFILE, path: path) }
        if faults.fires(.executableMissing) { throw SpawnError(.executableNotFound, errno: ENOENT, path: path) }
        lastPID += 1
        let process = SimulatedCodex(pid: lastPID, owner: worker, world: self)
        processes[lastPID] = process
        return process
    }

    var living: [SimulatedCodex] { processes.values.filter(\.isAlive).sorted { $0.pid < $1.pid } }

    /// What a process left behind lets go of its locks.
    func endOrphans() {
        for home in homes { home.writers = home.writers.filter { processes[$0.value]?.isAlive == true } }
    }
}
