import ChildProcess
import EventLoop

extension Supervisor {
    /// Looks each `interval` how often the kernel has killed for want of memory where the workers are.
    ///
    /// On the loop: workers share the daemon's cgroup, so it is one file that the kernel makes up, some 30 µs.
    package func watchMemoryKills(every interval: Duration = .seconds(30)) {
        guard !isStopping else { return }
        loop.schedule(after: interval) { [weak self] in
            self?.assumeIsolated { supervisor in  // on the loop: its timers run there
                supervisor.lookAtMemoryKills()
                supervisor.watchMemoryKills(every: interval)
            }
        }
    }

    private func lookAtMemoryKills() {
        var counters: [String: MemoryKills] = [:]
        for worker in workers.values {
            // All on the same loop.
            guard let before = worker.assumeIsolated({ $0.memoryKills?.before }) else { continue }
            guard let now = counters[before.path] ?? before.now else { continue }
            counters[before.path] = now
            worker.assumeIsolated { $0.look(now) }
        }
    }
}
