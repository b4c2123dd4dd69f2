/// The settings of a rule for approvals.
enum ApprovalRuleKey: String, CaseIterable {
    case kind
    case command
    case cwd
    case hosts
    case network
    case read
    case write
    case result
    case users
    case quorum
    case fourEyes = "four_eyes"
}
