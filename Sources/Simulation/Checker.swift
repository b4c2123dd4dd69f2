import BusProtocol
import ChildProcess
import EventLoop
import Fleet
import JSONRPC
import Supervision

/// Watches a run from outside and says which promise it breaks first. It keeps its own account of what happened, and takes none
/// from the values that it watches.
final class Checker {
    unowned let world: World
    let begin: MonotonicInstant
    private(set) var violation: Violation?
    /// Of all that consumers are told: two runs of a seed have the same.
    private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325

    struct Command {
        let method: String
        let thread: String?
        let deadline: MonotonicInstant
        let decision: (approval: String, word: String)?
        /// Who else had claimed the approval when it was sent.
        let claimant: String?
    }

    struct Claim {
        let client: String
        let until: MonotonicInstant
    }

    struct OpenApproval {
        let worker: UInt64
        let generation: UInt32
        let openedAt: MonotonicInstant
        /// An answer was taken, and is told once it is written down.
        var decidedAt: MonotonicInstant?
    }

    struct Life {
        var generation: UInt32 = 0
        var phase = WorkerPhase.gone
        var readyAt: MonotonicInstant?
        var wasStable = false
        /// Nil: an operator has meddled, and the count may be another.
        var failures: Int? = 0
        var notBefore: MonotonicInstant?
    }

    enum WorkerPhase: String { case gone, spawned, ready, exited }

    // Commands
    var open: [CommandToken: Command] = [:]
    var replies: [CommandToken: CommandReply] = [:]
    /// Requests with workers, by worker.
    var sent: [UInt64: [UInt64: String]] = [:]
    // Approvals
    var approvals: [String: OpenApproval] = [:]
    var endedApprovals: Set<String> = []
    var approvalOfItem: [String: String] = [:]
    var decisions: [String: String] = [:]
    var claims: [String: Claim] = [:]
    var answered: Set<String> = []
    // Workers and threads
    var lives: [UInt64: Life] = [:]
    var provenHomes: Set<String> = []
    /// The process that a thread is known to be with.
    var holders: [String: Int32] = [:]
    /// Threads that consumers count on, and where they are stored.
    var expected: [String: SimulatedHome] = [:]
    /// Those of them that the daemon has said to have let go of: loaded again on demand only.
    var unloaded: Set<String> = []
    var isStopping = false

    init(world: World) {
        self.world = world
        begin = world.agenda.now
    }

    var now: MonotonicInstant { world.agenda.now }

    func broken(_ promise: Promise, _ subject: String, _ detail: String) {
        guard violation == nil else { return }
        world.note(subject) { "BROKEN: \(promise.sentence): \(detail)" }
        violation = Violation(promise: promise, subject: subject, at: world.elapsed, detail: detail)
    }

    func mix(_ text: String, _ number: UInt64) {
        for byte in text.utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01B3 }
        fingerprint = (fingerprint ^ number) &* 0x100_0000_01B3
        fingerprint = (fingerprint ^ UInt64(bitPattern: now.nanoseconds)) &* 0x100_0000_01B3
    }
}
