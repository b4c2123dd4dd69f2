import Fleet
import JSONRPC
import Supervision

/// Threads: who has them, and that they come back.
extension Checker {
    /// The daemon knows from now on that the worker has the thread.
    func adopted(_ thread: String, by number: UInt64) {
        guard let worker = world.supervisor.workers[number], let process = worker.process,
            process.loaded.contains(thread)
        else { return }
        holders[thread] = process.pid
        expected[thread] = worker.home
    }

    /// A process is asked to load a thread.
    func resumeReaches(_ codex: SimulatedCodex, _ thread: String) {
        guard let holder = holders[thread], holder != codex.pid, let process = world.processes[holder],
            process.isAlive, process.loaded.contains(thread)
        else { return }
        broken(
            .oneHolder, thread,
            "\(codex.worker) (process \(codex.pid)) is asked to resume it while \(process.worker) (\(holder)) has it")
    }

    func threadEvent(_ event: FleetEvent) {
        if event.method == "bosun/threadLost" { expected[event.scope] = nil }
    }

    /// After a time without faults: each worker that is to run is ready, and each stored thread has one.
    func looksAtRecovery(answers: [String: CommandReply]) {
        for worker in world.supervisor.inOrder where !hasRecovered(worker) {
            broken(.neverGivenUp, worker.identity.name, "it is \(worker.machine.state) after the faults ended")
        }
        for (thread, reply) in answers.sorted(by: { $0.key < $1.key }) {
            guard expected[thread]?.rollouts.contains(thread) == true else { continue }
            switch reply {
            case .workerResult: continue
            case .workerError(let bytes) where String(decoding: bytes, as: UTF8.self).contains("a turn is running"):
                continue
            default: broken(.liveAgain, thread, "a turn in it was answered: \(reply)")
            }
        }
    }

    private func hasRecovered(_ worker: SimulatedWorker) -> Bool {
        switch worker.machine.state {
        case .ready: true
        // A drain waits for turns, and they for approvals.
        case .draining: worker.process?.turns.isEmpty == false
        // Of its own accord, as its restart policy says.
        case .stopped: worker.spec.restart.kind != .permanent
        default: false
        }
    }
}
