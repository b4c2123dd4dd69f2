/// A rule of the configuration: which approvals it is about, and what becomes of them. The first that matches counts.
package struct ApprovalRule: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case allow
        case deny
        case ask(ApprovalTerms)
    }

    package typealias Kind = RequestedScope.Kind

    /// Nil: all.
    package var kinds: Set<Kind>?
    /// The first words of a command.
    package var command: [String]?
    package var cwd: PathPrefix?
    /// Names, in lower case.
    package var hosts: Set<String>?
    package var network = false
    package var reads: [PathPrefix]?
    package var writes: [PathPrefix]?
    package var outcome: Outcome

    package init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    package func matches(_ scope: RequestedScope) -> Bool {
        guard kinds?.contains(scope.kind) ?? true else { return false }
        if let command, !(scope.command.map { $0.begins(with: command) } ?? false) { return false }
        if let cwd, !(scope.cwd.map { cwd.contains($0) } ?? false) { return false }
        return outcome == .allow ? covers(scope) : touches(scope)
    }

    /// Whether all that is asked for is named here.
    private func covers(_ scope: RequestedScope) -> Bool {
        guard !scope.isOpaque, kinds != nil else { return false }
        // A compound command, and one that can't be read, may be anything.
        if scope.kind == .command, scope.command == nil || command == nil { return false }
        if scope.kind == .network, scope.hosts.isEmpty { return false }
        if scope.kind == .fileChange, scope.writes.isEmpty { return false }
        if [.stdin, .userInput, .elicitation].contains(scope.kind) { return false }
        let (read, written) = (reads ?? [], writes ?? [])
        return scope.hosts.allSatisfy { hosts?.contains($0.lowercased()) ?? false }
            && (network || !scope.wantsNetwork)
            && scope.writes.allSatisfy { path in written.contains { $0.contains(path) } }
            && scope.reads.allSatisfy { path in (read + written).contains { $0.contains(path) } }
    }

    /// Whether something that is asked for is named here, under each heading that this has.
    private func touches(_ scope: RequestedScope) -> Bool {
        if let hosts, !scope.hosts.contains(where: { hosts.contains($0.lowercased()) }) { return false }
        if network, !scope.wantsNetwork { return false }
        if let reads, !scope.reads.contains(where: { path in reads.contains { $0.contains(path) } }) { return false }
        if let writes, !scope.writes.contains(where: { path in writes.contains { $0.contains(path) } }) { return false }
        return true
    }
}

extension [String] {
    /// Word for word, byte for byte.
    func begins(with prefix: [String]) -> Bool {
        prefix.count <= count && zip(self, prefix).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }
}
