import BusProtocol
import EventLoop
package import Journal
import Supervision

extension Fleet {
    /// How long a reply waits for the journal: a disk that hangs holds nobody up for longer.
    static let longestHold = Duration.seconds(2)

    /// A reply that waits for the journal.
    struct HeldReply {
        let reply: CommandReply
        let command: CommandID
        let timer: TimerID
    }

    /// Threads of an earlier epoch are this fleet's: they are resumed as soon as workers are ready. After `add`, before the
    /// workers start.
    package func restore(_ records: [ThreadRecord]) {
        decide { $0.restore(records, at: loop.clock.now) }
    }

    /// Writes down all that is known: the journal has lost something.
    package func journalEverything() {
        let entries = state.wholeJournal.map { entry -> JournalEntry in
            if case .ledger(let record) = entry { .ledger(stamped(record)) } else { entry }
        }
        journal?.write(entries + [keys.wholeJournal], committed: nil)
        for worker in workers.values {
            let status = worker.assumeIsolated { $0.status }  // on the loop
            guard let pid = status.pid else { continue }
            journal?.started(worker: worker.identity.name, generation: status.generation, pid: pid)
        }
    }

    /// Sends the reply once what was written down before it is on disk.
    func replyOnceJournaled(
        _ token: CommandToken, _ reply: CommandReply, command: CommandID, deadline: MonotonicInstant
    ) {
        guard let journal else { return self.reply(token, reply, command: command) }
        let hold = min(Self.longestHold, loop.clock.now.duration(to: deadline))
        let timer = loop.schedule(after: hold) { [weak self] in
            self?.assumeIsolated { $0.release(token) }  // on the loop: its timers run there
        }
        held[token] = HeldReply(reply: reply, command: command, timer: timer)
        journal.write([]) { [weak self] in
            self?.assumeIsolated { $0.release(token) }  // on the loop, as the journal says
        }
    }

    private func release(_ token: CommandToken) {
        guard let held = held.removeValue(forKey: token) else { return }
        loop.cancel(held.timer)
        reply(token, held.reply, command: held.command)
    }

    /// A worker's process has started or ended.
    func note(_ event: WorkerEvent, of worker: WorkerIdentity, generation: UInt32) {
        switch event {
        case .spawned(let pid): journal?.started(worker: worker.name, generation: generation, pid: pid)
        case .exited: journal?.ended(worker: worker.name, generation: generation)
        default: break
        }
    }

    func endOrphans() {
        var current: [String: Int32] = [:]
        for worker in workers.values {
            // On the loop, as this is.
            if let pid = worker.assumeIsolated({ $0.status.pid }) { current[worker.identity.name] = pid }
        }
        orphans?.endOrphans(current: current)
    }
}
