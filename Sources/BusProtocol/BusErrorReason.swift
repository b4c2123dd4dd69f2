/// Why Bosun itself refused or lost a command: the stable word in `error.data.reason`.
public enum BusErrorReason: String, Sendable, CaseIterable, Hashable {
    case workerBusy = "worker_busy"
    case workerDown = "worker_down"
    case noWorker = "no_worker"
    case unknownThread = "unknown_thread"
    case deadline
    case indeterminate
    case overloaded
    case draining
    case forbidden
    case tooLarge = "too_large"
    case keyReused = "key_reused"
    case unknownMethod = "unknown_method"
    case approvalUnknown = "approval_unknown"
    case approvalResolved = "approval_resolved"
    case approvalExpired = "approval_expired"
    case approvalVoid = "approval_void"
    case approvalWithdrawn = "approval_withdrawn"
    case approvalClaimed = "approval_claimed"
    case decisionNotOffered = "decision_not_offered"
    case truncated
    case unknownWorker = "unknown_worker"
    case badConfiguration = "bad_configuration"
    case journalUnavailable = "journal_unavailable"
    case resultNotKept = "result_not_kept"

    /// The JSON-RPC error code: −33001 and down, in the order above. A new reason goes to the end.
    public var code: Int {
        -33001 - (Self.allCases.firstIndex(of: self) ?? 0)
    }

    /// Whether the same command, sent again later, may succeed without harm.
    public var isRetryable: Bool {
        switch self {
        case .workerBusy, .workerDown, .noWorker, .deadline, .overloaded, .draining, .approvalClaimed,
            .journalUnavailable:
            true
        default: false
        }
    }
}
