private import CLinux
private import Glibc

extension ProcessTree {
    /// The machine's, by one pass over /proc. Reads a small file a process, so not on a loop.
    ///
    /// With 1,000 processes a pass takes 13 ms of a core. The proportional size (PSS), which would count a shared page once,
    /// takes a walk over all page tables instead.
    package static func current() throws(SpawnError) -> ProcessTree {
        var capacity = 1_024
        while true {
            var count = 0
            let processes = [clinux_process](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count = clinux_processes(buffer.baseAddress, buffer.count)
                filled = min(max(count, 0), buffer.count)
            }
            guard count >= 0 else { throw SpawnError(.processesUnknown, errno: errno) }
            guard count > capacity else {
                return ProcessTree(
                    processes.map { Entry(pid: $0.pid, parent: $0.parent, resident: $0.resident_bytes) })
            }
            capacity = 2 * count
        }
    }

    /// What each of some workers uses: its process with all descendants, and what was adopted from it.
    ///
    /// - Parameters:
    ///   - workers: by number, the process and the mark that its descendants carry in their environment.
    ///   - daemon: the process that adopts what workers leave behind.
    package func use(of workers: [UInt64: (pid: CInt, mark: String)], adoptedBy daemon: CInt) -> [UInt64: MemoryUse] {
        let own = Set(workers.values.map(\.pid))
        // Few: what a worker's tools have put into the background.
        let adopted = children(of: daemon).filter { !own.contains($0) }
            .map { (pid: $0, environment: StartEnvironment(of: $0)) }
        return workers.mapValues { worker in
            use(of: [worker.pid] + adopted.filter { $0.environment.contains(worker.mark) }.map(\.pid))
        }
    }
}
