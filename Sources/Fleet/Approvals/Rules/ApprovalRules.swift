/// The rules of a group, in their order.
package struct ApprovalRules: Sendable, Hashable {
    package var rules: [ApprovalRule]

    package init(_ rules: [ApprovalRule] = []) {
        self.rules = rules
    }

    /// The first rule that matches, and its number from 1. Nil: people are asked, and each of them may answer.
    ///
    /// - Parameter canAllow: Whether codex offers what a rule that allows would answer. Else the next one counts: who may
    ///   answer what it offers is not everybody for that.
    package func first(
        matching scope: RequestedScope, canAllow: Bool = true
    ) -> (number: Int, outcome: ApprovalRule.Outcome)? {
        rules.firstIndex { $0.matches(scope) && (canAllow || $0.outcome != .allow) }.map { ($0 + 1, rules[$0].outcome) }
    }
}
