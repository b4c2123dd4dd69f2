import Supervision

extension FleetState {
    /// The draining workers on which no turn runs, and none is about to: nothing holds up their end.
    package var drainedWorkers: [UInt64] {
        draining.filter { worker in
            !threads.values.contains { $0.holder == worker && $0.turn != nil }
                && !sent.values.contains {
                    if case .command(let command) = $0 {
                        command.worker == worker && command.method.causesWork
                    } else {
                        false
                    }
                }
        }.sorted()
    }

    mutating func noteDrain(_ status: WorkerStatus, of worker: UInt64) {
        if status.state == .draining { draining.insert(worker) } else { draining.remove(worker) }
    }
}
