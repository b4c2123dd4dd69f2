import ChildProcess
import CodexConversation
import EventLoop
import JSONRPC
import Supervision

/// The counterpart of `Worker+Process.swift` and `Worker+Output.swift`.
extension SimulatedWorker {
    func spawn() {
        do throws(SpawnError) {
            world.checker.spawns(self)
            let child = try world.spawn(for: self)
            release()
            process = child
            isInputOpen = true
            isOutputOpen = true
            let queue = world.isMutated(.queueUnbounded) ? .max / 2 : spec.limits.queue
            conversation = Conversation(window: spec.limits.window, queueLimit: queue)
            appended = 0
            written = 0
            offsets = [:]
            observed = [:]
            asked = 0
            garbage = GarbageLimit(spec.limits.garbage)
            perform(machine.spawned(pid: child.pid, at: now))
        } catch {
            perform(machine.spawnFailed(error, at: now, random: world.jitter()))
        }
    }

    /// What the process wrote can be read.
    func readOutput(of child: SimulatedCodex) {
        guard child === process else { return }
        _ = readOnce()
    }

    private func readOnce() -> Bool {
        guard isOutputOpen, let process else { return false }
        let lines = process.takeOutput()
        if !lines.isEmpty {
            machine.heard(at: now)
            asked = 0
            for line in lines { take(line) }
            return isOutputOpen
        }
        guard process.hasOutputEnded else { return false }
        endOutput()
        return false
    }

    private func endOutput() {
        guard isOutputOpen else { return }
        closeOutput()
        perform(machine.outputEnded())
    }

    private func take(_ line: JSON?) {
        guard machine.pid != nil, isOutputOpen else { return }
        guard let line else {
            guard garbage.exceeded(at: now) else { return }
            closeOutput()
            return perform(
                machine.recycle(.garbage, reason: "too many of its lines are no messages") + machine.outputEnded())
        }
        if line["method"] != nil {
            world.fleet.take(line, from: self)
        } else {
            takeAnswer(line)
        }
    }

    /// The counterpart of `readExit`.
    func readExit(of child: SimulatedCodex) {
        guard child === process, let status = child.status else { return }
        while readOnce() {}
        closeStdin()
        let lost = conversation.end()
        let marks = (offsets, written)
        conversation = Conversation()
        disarm()
        perform(machine.exited(status, at: now, random: world.jitter()))
        if !world.isMutated(.pendingForgotten) {
            for (token, loss, _) in lost { fail(token, loss == .written ? .downWritten : .down, marks) }
        }
        world.checker.ended(self)
    }

    func closeStdin() {
        watchesInput = false
        guard isInputOpen else { return }
        isInputOpen = false
        process?.inputClosed()
    }

    func closeOutput() { isOutputOpen = false }

    func release() {
        closeStdin()
        closeOutput()
        process = nil
    }
}
