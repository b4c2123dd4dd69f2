import Synchronization

/// The pids whose status a `ChildProcess` will take: no sweep may.
///
/// One table for the process, since its children are the process's: with more than one loop, a child that ends at once
/// could be swept between its start and the entry into a table of its own loop. So the lock is held across the spawn.
enum KnownChildren {
    static let pids = Mutex<Set<CInt>>([])
}
