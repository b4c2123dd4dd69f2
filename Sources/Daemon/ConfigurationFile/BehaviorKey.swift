/// The settings of a group that say how its workers are treated.
enum BehaviorKey: String, CaseIterable {
    case restart
    case parkAfter = "park_after"
    case crashLoop = "crash_loop"
    case backoffBase = "backoff_base"
    case backoffCap = "backoff_cap"
    case backoffAfterStable = "backoff_after_stable"
    case backoffJitter = "backoff_jitter"
    case stable
    case startTimeout = "start_timeout"
    case drain
    case drainTimeout = "drain_timeout"
    case stopEndOfFile = "stop_eof"
    case stopTerminate = "stop_term"
    case livenessSilence = "liveness_silence"
    case livenessAnswer = "liveness_answer"
    case livenessMisses = "liveness_misses"
    case turnStall = "turn_stall"
    case recycleStalled = "recycle_stalled"
    case approvalDeadline = "approval_deadline"
    case approvals
    case requestDeadline = "request_deadline"
    case window
    case queue
    case idleThreads = "idle_threads"
    case retryInterrupted = "retry_interrupted"
    case lineLimit = "line_limit"
    case garbageLimit = "garbage_limit"
}
