/// Who has had a say in what a thread does: none of them is another one than who started the turn.
///
/// By their names: the users of the configuration are few. Of commands without a name there is one entry.
package struct TurnAuthors: Sendable, Hashable {
    /// Whose words wait in the thread for turns to come, or stay in it.
    private(set) var standing: Set<String>
    private var current: Set<String> = []
    /// Who began something while a turn ran: it may be the next one's.
    private var next: Set<String> = []

    package init(standing: Set<String> = []) {
        self.standing = standing
    }

    /// Nil stands for somebody who can't be told from others.
    package var all: Set<String?> {
        Set(standing.union(current).map { $0 == Self.nobody ? nil : $0 })
    }

    mutating func add(_ caller: Caller, by method: AppServerMethod, leavesWords: Bool, inTurn: Bool) {
        let name = Self.name(of: caller)
        if leavesWords { standing.insert(name) }
        guard method.causesWork || method.changesTurn else { return }
        current.insert(name)
        if inTurn, method.startsWork { next.insert(name) }
    }

    /// The thread has the words of another one.
    mutating func addWords(of names: Set<String>) { standing.formUnion(names) }

    mutating func turnEnded() {
        current = next
        next = []
    }

    static func name(of caller: Caller) -> String { caller.isNobody ? nobody : caller.name }

    /// No user is called so.
    static let nobody = ""
}
