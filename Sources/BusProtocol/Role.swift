/// What a user may do; each method needs one of them. None includes another.
public enum Role: String, Sendable, CaseIterable, Hashable {
    /// Read what the fleet shows.
    case observe
    /// Work in threads, within the group's policy.
    case command
    /// Decide approvals.
    case approve
    /// Everything that reaches beyond: workers, the daemon, the machine.
    case admin
}
