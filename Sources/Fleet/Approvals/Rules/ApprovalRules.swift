/// The rules of a group, in their order.
package struct ApprovalRules: Sendable, Hashable {
    package var rules: [ApprovalRule]

    package init(_ rules: [ApprovalRule] = []) {
        self.rules = rules
    }

    /// The first rule that matches, and its number from 1. Nil: people are asked, and each of them may answer.
    package func first(matching scope: RequestedScope) -> (number: Int, outcome: ApprovalRule.Outcome)? {
        rules.firstIndex { $0.matches(scope) }.map { ($0 + 1, rules[$0].outcome) }
    }
}
