/// The timers of the fleet; each runs once at a time.
package enum FleetTimer: Sendable, Hashable {
    /// The deadline of a command that waits for that thread.
    case waiting(CommandToken, thread: String)
    /// An approval's deadline, by its name.
    case approval(String)
    /// A claim of an approval, by the approval's name.
    case claim(String)
    /// A registration for requests that only a program can answer.
    case lease(RequestLeases.Key)
    /// A drain's turns get no more time.
    case drainInterrupt(worker: UInt64)
    /// What a drained worker has still to say of turns that are over.
    case drainSettle(worker: UInt64)
    /// A thread whose resume failed is tried again.
    case resume(thread: String)
    /// A worker's threads have waited for it, or for anybody, long enough to be looked at again.
    case homeless(FormerHome)
}
