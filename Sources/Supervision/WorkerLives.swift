import ChildProcess
private import Glibc
private import Synchronization

/// Which workers have a process, or are about to, and since when: what a sweep on its own thread has to spare.
final class WorkerLives: Sendable {
    private let stateID: String
    private let epoch: UInt64
    /// By name, in clock ticks since the boot.
    private let since = Mutex<[String: UInt64]>([:])

    init(stateID: String, epoch: UInt64) {
        self.stateID = stateID
        self.epoch = epoch
    }

    /// Before its process is started: what that starts can't be older.
    func begin(_ worker: String) { since.withLock { $0[worker] = ProcessIdentity.ticksNow } }

    /// Its process has ended, and nothing of it is waited for any more.
    func end(_ worker: String) { since.withLock { $0[worker] = nil } }

    func endAll() { since.withLock { $0 = [:] } }

    /// Finds what is of no worker's present life.
    var search: OrphanSearch {
        OrphanSearch(stateID: stateID, epoch: epoch, lives: since.withLock { $0 }, own: getpid())
    }
}
