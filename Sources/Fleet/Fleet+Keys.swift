import BusProtocol
import EventLoop
import JSONRPC
package import Journal

extension Fleet {
    /// A command whose key is being written down.
    struct UnwrittenCommand {
        let command: IncomingCommand
        let meta: CommandMeta
        let arrived: MonotonicInstant
        let timer: TimerID
    }

    /// An outcome that is being written down.
    struct Settlement {
        let number: UInt64
        let timer: TimerID
    }

    /// Takes up the keys of an earlier epoch. Before the first command.
    package func restore(_ records: [KeyRecord]) {
        keys.restore(records)
        expireKeys()
    }

    /// Treats a command that has an idempotency key. False when it has none, or one that is none, or when the caller may not do
    /// that: the state says what is wrong.
    func takeKeyed(_ command: IncomingCommand) -> Bool {
        guard command.request.meta["idempotencyKey"] != nil, let meta = try? CommandMeta(command.request.meta),
            let key = meta.idempotencyKey, let params = try? command.request.paramsValue
        else { return false }
        let method = command.request.method
        guard let entry = MethodTable.entry(for: method), FleetState.refusal(of: command, entry, params) == nil,
            ask({ $0.audienceRefusal(of: command, entry, params, meta) }) == nil
        else { return false }
        let caller = command.caller
        let record = KeyRecord(
            name: KeyName(user: caller.user, client: caller.client ?? "", key: key),
            digest: RequestDigest(method: method, params: params).text, command: meta.command.description, epoch: epoch,
            seq: events.seq, begun: WallClock.unixMilliseconds)
        let step = keys.take(record, command.token, keepsBody: Self.keepsResult(of: method))
        if case .begin = step { hold(command, meta, record.name) }
        if case .answer(let tokens, let reply, let record) = step, let audience = command.audience {
            perform(.answer(tokens, ask { $0.confined(reply, to: audience) }, record), command: meta.command)
        } else {
            perform(step, command: meta.command)
        }
        return true
    }

    /// What works outside the agent answers with what programs print, files hold and accounts are.
    private static func keepsResult(of method: String) -> Bool {
        DaemonMethod(rawValue: method) != nil
            || ["thread/", "turn/", "review/", "model/"].contains(where: method.hasPrefix)
    }

    private func hold(_ command: IncomingCommand, _ meta: CommandMeta, _ name: KeyName) {
        let timer = loop.schedule(after: meta.deadline ?? CommandMeta.defaultDeadline) { [weak self] in
            self?.assumeIsolated { fleet in  // on the loop: its timers run there
                guard fleet.unwritten.removeValue(forKey: name) != nil else { return }
                for step in fleet.keys.late(name) { fleet.perform(step, command: meta.command) }
            }
        }
        unwritten[name] = UnwrittenCommand(command: command, meta: meta, arrived: loop.clock.now, timer: timer)
    }

    // MARK: Performing

    func perform(_ step: IdempotencyBook.Step, command: CommandID = .none) {
        switch step {
        case .begin(let record): begin(record)
        // The reply comes with the first one's.
        case .join: break
        // `written` does that, who has the command.
        case .run: break
        case .settle(let entry, let name): settle(entry, name)
        case .answer(let tokens, let reply, let record):
            let meta: JSON = [
                "command": .string(record.command), "epoch": .unsigned(record.epoch), "seq": .unsigned(record.seq),
            ]
            for token in tokens {
                accepted[token] = nil
                replies.reply(token, reply, meta: meta)
            }
        case .refuse(let tokens, let reason, let message):
            for token in tokens { reply(token, .refused(reason, message), command: command) }
        }
    }

    private func begin(_ record: KeyRecord) {
        guard let journal else { return written(record.name, .refused("there is no journal")) }
        journal.begin(record) { [weak self] write in
            self?.assumeIsolated { $0.written(record.name, write) }  // on the loop, as the journal says
        }
    }

    private func written(_ name: KeyName, _ write: KeyWrite) {
        let first = unwritten.removeValue(forKey: name)
        if let first { loop.cancel(first.timer) }
        for step in keys.written(name, write) {
            if case .run = step, let first {
                carryOut(first)
            } else {
                perform(step, command: first?.meta.command ?? .none)
            }
        }
    }

    /// With the deadline that its first request had, and the command's own name.
    private func carryOut(_ first: UnwrittenCommand) {
        var request = first.command.request
        request.meta["command"] = .string(first.meta.command.description)
        if let deadline = first.meta.deadline {
            let left = deadline - first.arrived.duration(to: loop.clock.now)
            request.meta["deadlineMs"] = .integer(max(1, left.milliseconds))
        }
        let command = first.command.with(request)
        carryOut(rights.map { command.with($0(command.caller.user)) } ?? command)
    }

    private func settle(_ entry: JournalEntry, _ name: KeyName) {
        settlements += 1
        let number = settlements
        let timer = loop.schedule(after: Self.longestHold) { [weak self] in
            self?.assumeIsolated { $0.settled(name, number) }  // on the loop: its timers run there
        }
        settling[name] = Settlement(number: number, timer: timer)
        journal?.write([entry]) { [weak self] in
            self?.assumeIsolated { $0.settled(name, number) }  // on the loop, as the journal says
        }
    }

    /// Once for each: by the journal, or by the timer when the disk hangs.
    private func settled(_ name: KeyName, _ number: UInt64) {
        guard let settlement = settling[name], settlement.number == number else { return }
        settling[name] = nil
        loop.cancel(settlement.timer)
        for step in keys.settled(name) { perform(step) }
    }

    func expireKeys() {
        guard let entry = keys.expire(before: WallClock.unixMilliseconds - Journal.keyAge) else { return }
        journal?.write([entry], committed: nil)
    }
}
