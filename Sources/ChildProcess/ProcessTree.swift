/// The processes of a machine at a moment, and who descends from whom.
package struct ProcessTree: Sendable {
    /// One process. Its resident memory counts pages that it shares with others whole.
    package struct Entry: Sendable, Hashable {
        package let pid: CInt
        package let parent: CInt
        /// In bytes.
        package let resident: UInt64

        package init(pid: CInt, parent: CInt, resident: UInt64) {
            self.pid = pid
            self.parent = parent
            self.resident = resident
        }
    }

    private let entries: [CInt: Entry]
    private let children: [CInt: [CInt]]

    package init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.pid, $0) }, uniquingKeysWith: { $1 })
        children = Dictionary(grouping: entries, by: \.parent).mapValues { $0.map(\.pid) }
    }

    /// What those processes and all that descends from them use. Each counts once, also when it stands below two of them.
    package func use(of roots: [CInt]) -> MemoryUse {
        var use = MemoryUse()
        var seen: Set<CInt> = []
        var waiting = roots
        while let pid = waiting.popLast() {
            // Read one after the other, with numbers that are used again, they might form a circle.
            guard let entry = entries[pid], seen.insert(pid).inserted else { continue }
            use.resident = use.resident.addingReportingOverflow(entry.resident).partialValue
            use.processes += 1
            waiting += children[pid] ?? []
        }
        return use
    }

    package func children(of pid: CInt) -> [CInt] { children[pid] ?? [] }
}

/// How much memory some processes use together.
package struct MemoryUse: Sendable, Hashable {
    /// Bytes that are in memory; a page that two of them share counts twice, so the sum is an upper bound.
    package var resident: UInt64 = 0
    package var processes = 0

    package init(resident: UInt64 = 0, processes: Int = 0) {
        self.resident = resident
        self.processes = processes
    }
}
