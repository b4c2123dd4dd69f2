/// How the threads, turns and approvals of a group's workers are treated.
package struct GroupPolicy: Sendable, Hashable {
    /// What a drain does with the turns that run.
    package enum Drain: String, Sendable, Hashable, CaseIterable {
        /// They may go on until the drain's deadline, and are interrupted then.
        case wait
        /// They are interrupted at once.
        case interrupt
    }

    /// A turn that says nothing for so long is told as stalled; nil: never. An open approval stops the clock.
    package var turnStall: Duration? = .seconds(300)
    /// A worker with a stalled turn is ended and started again.
    package var recyclesStalled = false
    /// An approval that nobody answers for so long is refused.
    package var approvalDeadline: Duration = .seconds(600)
    /// Which approvals are decided without anybody, and who may decide the others.
    package var approvals = ApprovalRules()
    /// For commands that name none.
    package var requestDeadline: Duration = .seconds(30)
    /// A thread without a turn or an open approval for so long is unloaded, and resumed on demand; nil: never.
    package var idleThread: Duration? = .seconds(1_800)
    /// A turn that its worker's death interrupted is started again, once.
    package var retriesInterrupted = false
    package var drain = Drain.wait

    package init() {}
}
