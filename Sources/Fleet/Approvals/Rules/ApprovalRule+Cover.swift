extension ApprovalRule {
    /// Whether everything that `later` could match is matched here: behind this one it could never count.
    package func hides(_ later: ApprovalRule) -> Bool {
        if let kinds {
            guard let others = later.kinds, others.isSubset(of: kinds) else { return false }
        }
        if let command, !(later.command.map { $0.begins(with: command) } ?? false) { return false }
        if let cwd, !(later.cwd.map { cwd.contains($0) } ?? false) { return false }
        if outcome == .allow {
            // What asks for more than is allowed goes on to the next.
            guard later.outcome == .allow else { return false }
            return (later.hosts ?? []).isSubset(of: hosts ?? []) && (network || !later.network)
                && Self.cover(later.writes ?? [], writes ?? [])
                && Self.cover(later.reads ?? [], (reads ?? []) + (writes ?? []))
        }
        // An allow is a ceiling: of what it names nothing needs to be asked for.
        let isCeiling = later.outcome == .allow
        if let hosts, !(later.hosts.map { !$0.isEmpty && $0.isSubset(of: hosts) } ?? false) { return false }
        if network, isCeiling || !later.network { return false }
        if let reads, isCeiling || !(later.reads.map { Self.cover($0, reads) } ?? false) { return false }
        if let writes {
            let alwaysWrites = !isCeiling || later.kinds == [.fileChange]
            guard alwaysWrites, later.writes.map({ Self.cover($0, writes) }) ?? false else { return false }
        }
        return true
    }

    private static func cover(_ inner: [PathPrefix], _ outer: [PathPrefix]) -> Bool {
        inner.allSatisfy { path in outer.contains { $0.contains(path) } }
    }
}
