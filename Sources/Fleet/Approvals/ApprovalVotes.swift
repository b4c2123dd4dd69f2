/// Who has said yes so far, and to what. Each one's last word counts.
package struct ApprovalVotes: Sendable, Hashable {
    private var answers: [(name: String, answer: ServerRequestAnswer)] = []

    package init() {}

    package static func == (one: ApprovalVotes, other: ApprovalVotes) -> Bool {
        one.answers.elementsEqual(other.answers) { $0.name == $1.name && $0.answer == $1.answer }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(answers.map(\.name)) }

    /// In the order of their last words.
    package var names: [String] { answers.map(\.name) }

    /// Takes a yes, and gives how many now say the same.
    package mutating func add(_ answer: ServerRequestAnswer, by name: String) -> Int {
        answers.removeAll { $0.name == name }
        answers.append((name, answer))
        return answers.count { $0.answer == answer }
    }
}
