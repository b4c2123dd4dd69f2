import ChildProcess
import CodexConversation
import Diagnostics
import EventLoop
import Glibc
import JSONRPC

extension Worker {
    func spawn() {
        var command = spec.command
        command.environment[Self.markName] = "\(environment.mark).\(identity.name)"
        do throws(SpawnError) {
            let child = try ChildProcess.spawn(command)
            try take(child)
            perform(machine.spawned(pid: child.pid, at: now))
        } catch {
            perform(machine.spawnFailed(error, at: now, random: environment.random()))
        }
    }

    /// A new process: nothing of an earlier one's conversation is left.
    ///
    /// Throws when its end could not be seen; dropped, it is killed and reaped.
    private func take(_ child: ChildProcess) throws(SpawnError) {
        letGo()
        process = child
        lines = LineBuffer(limit: spec.limits.line)
        conversation = Conversation(window: spec.limits.window, queueLimit: spec.limits.queue)
        stderrTail = StderrTail()
        garbage = GarbageLimit(spec.limits.garbage)
        memoryKills = MemoryKills(of: child.pid).map { MemoryKillsBaseline($0) }
        memory = nil
        guard let exit = watch(child.pidfd.rawValue, { $0.readExit() }) else {
            process = nil
            throw SpawnError(.resourceUnavailable, errno: ENOSPC, path: spec.command.executable)
        }
        watches.exit = exit
        if let readers = environment.readers {
            readElsewhere(on: readers)
        } else if let descriptor = child.stdout?.rawValue {
            watches.stdout = watch(descriptor) { $0.readOutput() }
        }
        if let descriptor = child.stderr?.rawValue { watches.stderr = watch(descriptor) { $0.readErrors() } }
    }

    /// Nil when the kernel refuses: then the process is killed, since it could not be followed.
    func watch(
        _ descriptor: CInt, for interest: Interest = .read, _ body: @escaping @Sendable (isolated Worker) -> Void
    ) -> Registration? {
        do {
            return try loop.watch(descriptor, for: interest) { [weak self] _ in
                self?.assumeIsolated(body)  // on the loop: its handlers run there
            }
        } catch {
            environment.log.error("a worker can't be watched", ["worker": identity.name, "reason": "\(error)"])
            process?.signalGroup(SIGKILL)
            return nil
        }
    }

    /// The pidfd says that the process has ended. What it wrote before comes first.
    private func readExit() {
        guard let process, let status = process.reap() else { return }
        unwatch(\.exit)
        exit = status
        if let output { return output.drain(reads: Self.readsAtExit) }
        for _ in 0..<Self.readsAtExit where isReadingHere { guard readOnce() > 0 else { break } }
        finishExit()
    }

    /// The process has ended, and what it had written has been taken.
    func finishExit() {
        guard let status = exit else { return }
        exit = nil
        readErrors()
        closeStdin()
        let lost = conversation.end()
        conversation = Conversation()
        deadlines.disarm()
        memory = nil
        let outOfMemory = wasOutOfMemory(status)
        perform(machine.exited(status, at: now, random: environment.random(), outOfMemory: outOfMemory))
        for (token, loss, _) in lost { fail(RequestToken(number: token), loss == .written ? .downWritten : .down) }
    }

    /// One read of a file that the kernel makes up, some 30 µs, and only after a SIGKILL that nobody here has sent: on the
    /// loop, so that `exited` can say it without waiting for another thread.
    private func wasOutOfMemory(_ status: ExitStatus) -> Bool {
        guard case .signaled(signal: SIGKILL, _) = status, !machine.hasKilled else { return false }
        let before = memoryKills?.before
        return MemoryKills.explain(status, sentByUs: false, before: before, after: before?.now)
    }

    /// A pipe or socket holds less than this many buffers; a grandchild that goes on writing must not hold the loop.
    private static let readsAtExit = 64

    func closeStdin() {
        unwatch(\.stdin)
        process?.stdin = nil
    }

    func closeOutput() {
        unwatch(\.stdout)
        process?.stdout = nil
        lines.close()
        output?.close()
        output = nil
    }

    /// Ends what is left of a process that has ended, also what escaped its group and would hold its threads' locks.
    func release() {
        letGo()
        environment.host.sweep(identity.number)
    }

    private static let markName = "BOSUN_WORKER"

    /// What its processes, and all that those start, carry in their environment.
    package nonisolated var mark: String { "\(Self.markName)=\(environment.mark).\(identity.name)" }

    /// A grandchild may hold its other ends open: unwatched first, or epoll would go on reporting them.
    private func letGo() {
        closeStdin()
        closeOutput()
        closeErrors()
        unwatch(\.exit)
        exit = nil
        process = nil
    }

    func closeErrors() {
        unwatch(\.stderr)
        process?.stderr = nil
    }

    func unwatch(_ watch: WritableKeyPath<WorkerWatches, Registration?>) {
        if let registration = watches[keyPath: watch] { loop.unwatch(registration) }
        watches[keyPath: watch] = nil
    }
}
