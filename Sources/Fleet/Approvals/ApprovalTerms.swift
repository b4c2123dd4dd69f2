/// Who may answer an approval, and how many must agree.
package struct ApprovalTerms: Sendable, Hashable {
    /// Who may answer; nil: everybody.
    package var users: Set<String>?
    /// How many different ones must say yes. One no is enough.
    package var quorum = 1
    /// Who started the turn may not say yes.
    package var fourEyes = false

    package init(users: Set<String>? = nil, quorum: Int = 1, fourEyes: Bool = false) {
        self.users = users
        self.quorum = quorum
        self.fourEyes = fourEyes
    }
}
