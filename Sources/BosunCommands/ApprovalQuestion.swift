import BosunClient
import JSONRPC

/// What somebody at a terminal may answer to an approval, and what that decides.
struct ApprovalQuestion {
    enum Choice: Equatable {
        case decide(JSON)
        /// Others have to wait while it is looked at.
        case claim
        /// Somebody else may decide it.
        case leave
        case end
    }

    /// How long a claim of the terminal's lasts.
    static let claimTime = Duration.seconds(300)

    private let choices: [(key: Character, help: String, choice: Choice)]

    init(_ approval: OpenApproval) {
        var choices: [(key: Character, help: String, choice: Choice)] = []
        if let yes = approval.acceptance { choices.append(("y", "yes, once", .decide(yes))) }
        if let always = approval.acceptanceForSession {
            choices.append(("s", "yes, and its like in this session", .decide(always)))
        }
        if let no = approval.refusal { choices.append(("n", "no", .decide(no))) }
        self.choices =
            choices + [
                ("c", "claim, 5 min", .claim), ("l", "leave it", .leave), ("q", "quit", .end),
            ]
    }

    /// The line that asks.
    var prompt: String { choices.map { "[\($0.key)] \($0.help)" }.joined(separator: "  ") }

    /// Nil: it is none of them, and has to be asked again. Only the whole word counts: a slip decides nothing.
    func choice(_ answer: String) -> Choice? {
        let word = Self.word(answer)
        return choices.first { String($0.key) == word }?.choice
    }

    /// Whether it ends all, also where nothing is asked.
    static func isEnd(_ answer: String) -> Bool { word(answer) == "q" }

    private static func word(_ answer: String) -> String { answer.filter { !$0.isWhitespace }.lowercased() }
}
