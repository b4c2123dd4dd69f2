package import ChildProcess

extension Worker {
    /// Its process as it is now, for a measurement; nil when none runs.
    package var memoryProbe: MemoryProbe? {
        guard let pid = machine.pid else { return nil }
        return MemoryProbe(pid: pid, generation: machine.generation, mark: mark)
    }

    /// What the process of that generation and all that it started held; nothing when another one runs by now.
    package func measured(_ use: MemoryUse, generation: UInt32) {
        guard machine.pid != nil, generation == machine.generation else { return }
        memory = use
        perform(machine.measured(use, limit: spec.memoryLimit, at: now))
    }
}

extension Worker {
    /// So often has the kernel killed for want of memory by now.
    func look(_ now: MemoryKills) {
        if machine.pid != nil, exit == nil { memoryKills?.look(now) }
    }
}

/// What a measurement must know of a worker.
package struct MemoryProbe: Sendable, Hashable {
    package let pid: Int32
    package let generation: UInt32
    /// `NAME=VALUE` that its descendants carry in their environment.
    package let mark: String
}
