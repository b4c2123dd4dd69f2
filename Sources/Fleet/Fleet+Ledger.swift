import BusProtocol
import Diagnostics
import EventLoop
import JSONRPC
package import Journal

extension Fleet {
    /// What waits for a line of the ledger to be on disk.
    struct HeldActions {
        let actions: [FleetAction]
        let timer: TimerID
    }

    /// Takes up what an earlier daemon's ledger says of approvals. After `add`, before the workers start.
    package func restore(openApprovals open: [LedgerRecord], closed: [LedgerRecord]) {
        decide { $0.restore(open: open, closed: closed) }
    }

    func write(_ record: LedgerRecord) {
        journal?.write([.ledger(stamped(record))], committed: nil)
    }

    /// Performs the actions once the line is on disk.
    ///
    /// A disk that refuses, or hangs for longer than anybody should wait, is an alarm and holds nothing up: they are performed
    /// all the same, once, and the events among them say that the ledger lacks them.
    func performOnceRecorded(_ record: LedgerRecord, _ actions: [FleetAction]) {
        guard let journal else { return actions.forEach(perform) }
        lastHeld += 1
        let number = lastHeld
        let timer = loop.schedule(after: Self.longestHold) { [weak self] in
            self?.assumeIsolated { $0.release(number, isWritten: false) }  // on the loop: its timers run there
        }
        heldActions[number] = HeldActions(actions: actions, timer: timer)
        journal.write([.ledger(stamped(record))]) { [weak self] isWritten in
            self?.assumeIsolated { $0.release(number, isWritten: isWritten) }  // on the loop, as the journal says
        }
    }

    private func release(_ number: UInt64, isWritten: Bool) {
        guard let held = heldActions.removeValue(forKey: number) else { return }
        loop.cancel(held.timer)
        guard !isWritten else { return held.actions.forEach(perform) }
        state.countUnrecorded()
        log.error("the ledger lacks an answer to a worker: the journal can't be written")
        for action in held.actions {
            guard case .publish(var event) = action else {
                perform(action)
                continue
            }
            event.body["recorded"] = false
            perform(.publish(event))
        }
    }

    /// Replies with lines of the ledger.
    func readLedger(_ token: CommandToken, _ query: LedgerQuery, command: CommandID) {
        guard let journal else { return reply(token, .result(["history": []]), command: command) }
        journal.read(query) { [weak self] outcome in
            let answer: CommandReply =
                switch outcome {
                case .success(let lines): .result(["history": .array(lines.map { LedgerDetail.json($0) })])
                case .failure(let error): .refused(.overloaded, "\(error)")
                }
            self?.assumeIsolated { $0.reply(token, answer, command: command) }  // on the loop, as the journal says
        }
    }

    func stamped(_ record: LedgerRecord) -> LedgerRecord {
        var record = record
        record.time = WallClock.unixMilliseconds
        return record
    }
}
