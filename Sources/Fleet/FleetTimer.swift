/// The timers of the fleet; each runs once at a time.
package enum FleetTimer: Sendable, Hashable {
    /// A waiting command's deadline.
    case waiting(CommandToken)
    /// An approval's deadline, by its name.
    case approval(String)
    /// A thread whose resume failed is tried again.
    case resume(thread: String)
}
