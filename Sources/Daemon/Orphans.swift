import ChildProcess
import Diagnostics
import EventLoop
import Fleet
import Glibc
import Journal
import Synchronization

/// Ends what earlier lives of this state directory's workers have left behind: at the start, and when a thread's lock is
/// held by somebody.
final class Orphans: OrphanEnder {
    private let stateID: String
    private let epoch: UInt64
    private let log: Log
    private let isHunting = Mutex(false)

    init(_ state: borrowing StateDirectory, log: Log) {
        stateID = state.id
        epoch = state.epoch
        self.log = log
    }

    /// Before any worker starts: takes some seconds at most, and no time when nothing is left. Gives those of the recorded
    /// processes that are gone.
    func endAllOfEarlierEpochs(_ recorded: [ProcessRecord]) -> [ProcessRecord] {
        func identity(_ record: ProcessRecord) -> ProcessIdentity {
            ProcessIdentity(pid: record.pid, started: record.started)
        }
        // After another boot the same numbers say nothing.
        let ofThisBoot = recorded.filter { $0.bootID == ProcessIdentity.bootID && !$0.bootID.isEmpty }
        let found = hunt(
            OrphanSearch(
                stateID: stateID, epoch: epoch, recorded: Set(ofThisBoot.map(identity)), own: getpid()))
        let left = Set((found ?? []).filter { $0.end == .none }.map(\.identity))
        // Without a look at the processes nothing is known to be gone.
        guard found != nil else { return recorded.filter { !ofThisBoot.contains($0) } }
        return recorded.filter { !ofThisBoot.contains($0) || !left.contains(identity($0)) }
    }

    func endOrphans(current: [String: Int32]) {
        guard
            isHunting.withLock({ isHunting in
                defer { isHunting = true }; return !isHunting
            })
        else { return }
        // Taken on the loop, where workers start: none of these pids can be another's yet.
        let search = OrphanSearch(
            stateID: stateID, epoch: epoch, current: current.compactMapValues { ProcessIdentity(of: $0) },
            before: ProcessIdentity.ticksNow, own: getpid())
        do throws(EventLoopError) {
            try BackgroundThread.start("orphans") { [self] in
                _ = hunt(search)
                isHunting.withLock { $0 = false }
            }
        } catch {
            isHunting.withLock { $0 = false }
            log.warning("orphans can't be looked for", ["reason": "\(error)"])
        }
    }

    /// Nil when /proc can't be read.
    private func hunt(_ search: OrphanSearch) -> [Orphan]? {
        do throws(SpawnError) {
            let found = try OrphanHunt.end(search)
            for orphan in found { tell(orphan) }
            return found
        } catch {
            log.warning("orphans can't be looked for", ["reason": "\(error)"])
            return nil
        }
    }

    private func tell(_ orphan: Orphan) {
        let (pid, name) = ("\(orphan.identity.pid)", orphan.name)
        switch orphan.end {
        case .byItself: log.info("an orphan ended by itself", ["pid": pid, "name": name])
        case .sigterm: log.warning("an orphan was ended", ["pid": pid, "name": name, "by": "SIGTERM"])
        case .sigkill: log.warning("an orphan was ended", ["pid": pid, "name": name, "by": "SIGKILL"])
        case .none: log.error("an orphan does not end", ["pid": pid, "name": name])
        }
    }
}
