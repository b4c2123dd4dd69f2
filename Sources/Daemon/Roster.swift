import Journal
import Diagnostics
import EventLoop
import Fleet
import Supervision

/// The workers that the configuration asks for, and those on their way out; changes them as the configuration changes.
///
/// Pinned to the loop of its workers.
actor Roster {
    private struct Member {
        let worker: Worker
        /// The configuration has it no more; it is forgotten when nothing of it is left.
        var isLeaving = false
    }

    private let loop: EventLoop
    private let fleet: Fleet
    private let supervisor: Supervisor
    private let environment: WorkerEnvironment
    private let events: EventLog
    private let log: Log
    /// What is in force.
    private(set) var configuration: Configuration
    private var members: [String: Member] = [:]
    private var watchesMemory = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(
        _ configuration: Configuration, fleet: Fleet, supervisor: Supervisor, environment: WorkerEnvironment,
        events: EventLog
    ) {
        loop = environment.loop
        log = environment.log
        self.configuration = configuration
        self.fleet = fleet
        self.supervisor = supervisor
        self.environment = environment
        self.events = events
    }

    // MARK: The first configuration

    /// Makes the workers and takes them into the fleet.
    ///
    /// - Parameter specs: Of each group.
    func enlist(_ specs: [String: WorkerSpec]) {
        for group in configuration.groups {
            guard let spec = specs[group.name] else { continue }
            set(policyOf: group)
            for number in 1...group.workers { enlist(.init(group: group.name, number: number), spec) }
        }
    }

    /// Starts them, in the order of their numbers.
    func start() {
        for worker in members.values.map(\.worker).sorted(by: { $0.identity.number < $1.identity.number }) {
            supervisor.assumeIsolated { $0.add(worker) }  // on the same loop
        }
        supervisor.assumeIsolated { $0.watchMemoryKills() }  // on the same loop
        watchMemory()
    }

    // MARK: A new one

    /// Puts a new configuration in force. False when the daemon is stopping, or an operator has drained the fleet.
    func apply(_ prepared: PreparedChange) -> Bool {
        // All on the same loop.
        guard supervisor.assumeIsolated({ !$0.isStopping }), fleet.assumeIsolated({ !$0.isClosed }) else {
            return false
        }
        let change = prepared.change
        configuration = prepared.configuration
        guard !change.isEmpty else {
            log.info("the configuration is the same as before")
            return true
        }
        // On the same loop.
        supervisor.assumeIsolated { $0.set(concurrentStarts: prepared.configuration.concurrentStarts) }
        events.keep(prepared.configuration.events.retention)
        for group in configuration.groups where prepared.specs[group.name] != nil { set(policyOf: group) }
        // Who leaves keeps the settings that it has.
        remove(change.removed)
        let changed = Set(change.replaced + change.adjusted)
        for (name, member) in members where changed.contains(member.worker.identity.group) && !member.isLeaving {
            if let spec = prepared.specs[member.worker.identity.group] { self.change(name, to: spec) }
        }
        let replaced = Set(change.replaced)
        let old = members.values.filter { replaced.contains($0.worker.identity.group) && !$0.isLeaving }
        fleet.assumeIsolated { $0.replace(old.map(\.worker.identity)) }  // on the same loop
        for place in change.added { if let spec = prepared.specs[place.group] { add(place, spec) } }
        watchMemory()
        fleet.assumeIsolated { $0.tellReload(change.json) }  // on the same loop
        log.info(
            "the configuration is in force",
            [
                "added": "\(change.added.count)", "removed": "\(change.removed.count)",
                "replaced": change.replaced.joined(separator: ","),
                "adjusted": change.adjusted.joined(separator: ","), "daemon": change.daemon.joined(separator: ","),
            ])
        return true
    }

    // MARK: Parts

    @discardableResult
    private func enlist(_ place: ConfigurationChange.Place, _ spec: WorkerSpec) -> Worker {
        let number = supervisor.assumeIsolated { $0.nextNumber() }  // on the same loop
        let identity = WorkerIdentity(name: place.name, number: number, group: place.group)
        let worker = Worker(identity, spec: spec, environment: environment)
        members[place.name] = Member(worker: worker)
        fleet.assumeIsolated { $0.add(worker) }  // on the same loop
        return worker
    }

    private func add(_ place: ConfigurationChange.Place, _ spec: WorkerSpec) {
        guard members[place.name] == nil else { return keep(place.name, spec) }
        let worker = enlist(place, spec)
        supervisor.assumeIsolated { $0.add(worker) }  // on the same loop
    }

    /// One that had not left yet: its process ends, and it starts anew.
    private func keep(_ name: String, _ spec: WorkerSpec) {
        guard let worker = members[name]?.worker else { return }
        members[name]?.isLeaving = false
        change(name, to: spec)
        supervisor.assumeIsolated { $0.keep(worker.identity.number) }  // on the same loop
        fleet.assumeIsolated { $0.keep(worker.identity) }  // on the same loop
    }

    private func change(_ name: String, to spec: WorkerSpec) {
        guard let worker = members[name]?.worker else { return }
        worker.assumeIsolated { $0.respec(spec) }  // on the same loop
        fleet.assumeIsolated { $0.change(worker.identity, to: spec) }  // on the same loop
    }

    private func remove(_ places: [ConfigurationChange.Place]) {
        let workers = places.compactMap { members[$0.name]?.worker }
        for place in places { members[place.name]?.isLeaving = true }
        fleet.assumeIsolated { $0.leave(workers.map(\.identity)) }  // on the same loop
        for worker in workers {
            supervisor.assumeIsolated { supervisor in  // on the same loop
                supervisor.remove(worker.identity.number) { self.assumeIsolated { $0.forget(worker) } }  // likewise
            }
        }
    }

    private func forget(_ worker: Worker) {
        members[worker.identity.name] = nil
        fleet.assumeIsolated { $0.remove(worker.identity) }  // on the same loop
        log.info("worker removed", ["worker": worker.identity.name])
    }

    private func set(policyOf group: GroupConfiguration) {
        fleet.assumeIsolated { $0.set(policy: group.behavior.policy, ofGroup: group.name) }  // on the same loop
    }

    private func watchMemory() {
        guard !watchesMemory, configuration.groups.contains(where: { $0.limits.memory != nil }) else { return }
        watchesMemory = true
        supervisor.assumeIsolated { $0.watchMemory(log: log) }  // on the same loop
    }
}
