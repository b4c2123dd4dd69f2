/// Who has said yes so far, and to what. Each one's last word counts.
package struct ApprovalVotes: Sendable, Hashable {
    private struct Vote: Sendable, Hashable {
        let voter: Caller
        let answer: ServerRequestAnswer

        func hash(into hasher: inout Hasher) { hasher.combine(voter) }
    }

    private var votes: [Vote] = []

    package init() {}

    /// In the order of their last words.
    package var names: [String] { votes.map(\.voter.name) }

    package var voters: [Caller] { votes.map(\.voter) }

    /// Takes a yes, and gives how many now say the same. Programs of one user have one vote.
    package mutating func add(_ answer: ServerRequestAnswer, by voter: Caller) -> Int {
        votes.removeAll { $0.voter.name == voter.name }
        votes.append(Vote(voter: voter, answer: answer))
        return votes.count { $0.answer == answer }
    }

    /// Takes back what those have said; gives who that is.
    package mutating func remove(where isGone: (Caller) -> Bool) -> [Caller] {
        let gone = votes.map(\.voter).filter(isGone)
        votes.removeAll { isGone($0.voter) }
        return gone
    }
}
