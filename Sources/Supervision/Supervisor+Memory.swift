import ChildProcess
package import Diagnostics
import EventLoop
private import Glibc

extension Supervisor {
    /// Measures all workers each `interval`: one pass over /proc, on a thread of Swift's pool, never on the loop.
    ///
    /// A pass takes some 13 µs for each process of the machine: each 10 s that is a thousandth of a core with 1,000 of them. The
    /// next interval begins when a pass has ended, so there is never more than one.
    package func watchMemory(every interval: Duration = .seconds(10), log: Log) {
        guard !isStopping else { return }
        loop.schedule(after: interval) { [weak self] in
            self?.assumeIsolated { $0.measure(every: interval, log: log) }  // on the loop: its timers run there
        }
    }

    private func measure(every interval: Duration, log: Log) {
        let probes = workers.compactMapValues { worker in
            worker.assumeIsolated { $0.memoryProbe }  // on the same loop
        }
        let loop = loop
        Task.detached {
            let uses = Self.uses(of: probes, log)
            loop.execute {
                self.assumeIsolated { supervisor in  // on the loop
                    supervisor.take(uses, of: probes)
                    supervisor.watchMemory(every: interval, log: log)
                }
            }
        }
    }

    private static func uses(of probes: [UInt64: MemoryProbe], _ log: Log) -> [UInt64: MemoryUse] {
        guard !probes.isEmpty else { return [:] }
        do throws(SpawnError) {
            return try ProcessTree.current()
                .use(of: probes.mapValues { (pid: $0.pid, mark: $0.mark) }, adoptedBy: getpid())
        } catch {
            log.warning("workers' memory can't be measured", ["reason": "\(error)"])
            return [:]
        }
    }

    private func take(_ uses: [UInt64: MemoryUse], of probes: [UInt64: MemoryProbe]) {
        for (number, use) in uses {
            // One that ended before it was read has none.
            guard use.processes > 0, let generation = probes[number]?.generation else { continue }
            workers[number]?.assumeIsolated { $0.measured(use, generation: generation) }  // on the same loop
        }
    }
}
