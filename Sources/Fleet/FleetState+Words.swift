// Whose words a thread has from the beginning.
extension FleetState {
    /// A thread begins with the instructions of who made it, and a copy with the words that are in its original.
    func words(of command: SentRequests.SentCommand) -> Set<String> {
        guard command.method.loadsThread else { return [] }
        let own: Set<String> = command.leavesWords ? [TurnAuthors.name(of: command.caller)] : []
        guard command.method.name == "thread/fork", let original = command.threadID else { return own }
        return own.union(threads.authors(in: original))
    }

    /// A thread that is made too late for its client has the client's words all the same, and nobody can tell which it is: it
    /// may have been told of already, or come yet.
    mutating func noteLateWords(of command: SentRequests.SentCommand, _ worker: UInt64) {
        // The one that is resumed has them since it was sent.
        guard command.method.name != "thread/resume" else { return }
        let names = words(of: command)
        guard !names.isEmpty else { return }
        workers[worker]?.lateAuthors.formUnion(names)
        for id in threads.held(by: worker) where threads[id]?.startedBy == nil && threads[id]?.parent == nil {
            threads[id]?.authors.addWords(of: names)
        }
    }
}
