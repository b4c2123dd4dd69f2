package import BusProtocol
package import EventLoop
package import JSONRPC
package import Supervision

/// A server request that somebody has to decide, while it is open.
package struct Approval: Sendable {
    package let id: ApprovalID
    package let worker: String
    package let group: String
    package let method: String
    package let kind: ServerRequestKind
    package let threadID: String?
    package let params: JSON
    package let offered: [JSON]
    /// The item it is about, as codex last told of it: a file change's diff is only there.
    package let item: JSON?
    package let cwd: JSON?
    /// The thread that started this one, a subagent's, and the first of that line.
    package let parentThreadID: String?
    package let rootThreadID: String?
    /// Whose command led to it.
    package let startedBy: Caller?
    /// Who else had a say in the turn; nil stands for somebody who can't be told from others.
    package let authors: Set<String?>
    /// The command that led to it.
    package let cause: CommandID
    package let deadline: MonotonicInstant
    package let terms: ApprovalTerms
    /// The rule of the configuration that matched.
    package let rule: String?
    /// The only one who can answer: it registered for such requests.
    package let holder: Caller?
    package private(set) var life = ApprovalLife()
    package private(set) var votes = ApprovalVotes()

    package init(
        _ request: ServerRequest, _ kind: ServerRequestKind, id: ApprovalID, worker: WorkerIdentity,
        about: About, deadline: MonotonicInstant, terms: ApprovalTerms = ApprovalTerms(), rule: String? = nil,
        holder: Caller? = nil
    ) {
        self.id = id
        self.worker = worker.name
        group = worker.group
        method = request.method
        self.kind = kind
        params = request.params
        offered = kind.offered(params: request.params)
        threadID = about.threadID
        item = about.item
        cwd = about.cwd
        parentThreadID = about.parentThreadID
        rootThreadID = about.rootThreadID
        startedBy = about.startedBy
        authors = about.authors
        cause = about.cause
        self.deadline = deadline
        self.terms = terms
        self.rule = rule
        self.holder = holder
    }

    /// What the fleet knows of the thread that asks.
    package struct About: Sendable {
        package var threadID: String?
        package var item: JSON?
        package var cwd: JSON?
        package var parentThreadID: String?
        package var rootThreadID: String?
        package var startedBy: Caller?
        package var authors: Set<String?> = []
        package var cause = CommandID.none

        package init() {}
    }

    /// Under which its events stand.
    package var scope: String { threadID ?? Topic.scope(ofWorker: worker) }

    package mutating func take(_ event: ApprovalLife.Event, at now: MonotonicInstant) throws(ApprovalRefusal) -> Bool {
        try life.take(event, at: now)
    }

    // MARK: Answering

    package enum Answered: Sendable, Equatable {
        /// Codex is to get this.
        case decided(ServerRequestAnswer)
        /// One of those who must say yes has; so many have said the same.
        case voted(Int)
    }

    /// Throws when that one may not answer it, or not claim it.
    package func require(mayAnswer caller: Caller) throws(ApprovalRefusal) {
        if let holder, holder != caller {
            throw ApprovalRefusal(.forbidden, "it is for \(holder.name), who registered for \(method)")
        }
        if let users = terms.users, !users.contains(caller.name) {
            throw ApprovalRefusal(
                .forbidden,
                "\(caller.name) is not among those who may answer it: \(users.sorted().joined(separator: ", "))"
            )
        }
    }

    /// Throws when who answers is who started the turn or had a say in it, or when that can't be told.
    package func require(otherThanStarter caller: Caller) throws(ApprovalRefusal) {
        guard terms.fourEyes else { return }
        guard let startedBy, !startedBy.isNobody, !caller.isNobody, !authors.contains(nil) else {
            throw ApprovalRefusal(
                .forbidden, "another one than who started the turn has to say yes, and that can't be told")
        }
        guard startedBy.name != caller.name else {
            throw ApprovalRefusal(.forbidden, "\(caller.name) started the turn: another one has to say yes")
        }
        guard !authors.contains(caller.name) else {
            throw ApprovalRefusal(.forbidden, "\(caller.name) had a say in the turn: another one has to say yes")
        }
    }

    /// Takes an answer. That the approval is closed is said before anything else of it is looked at; it stays as it is when
    /// the answer is not taken.
    package mutating func answer(
        decision: JSON?, result: JSON?, by caller: Caller, at now: MonotonicInstant
    ) throws(ApprovalRefusal) -> Answered {
        try life.require(open: caller, at: now)
        try require(mayAnswer: caller)
        let answer = try checked(decision: decision, result: result)
        guard kind.grants(answer) else { return try decide(answer, by: caller, at: now) }
        try require(otherThanStarter: caller)
        guard terms.quorum > 1 else { return try decide(answer, by: caller, at: now) }
        guard !caller.isNobody else {
            throw ApprovalRefusal(.forbidden, "\(terms.quorum) have to say yes, and who asks does not say who that is")
        }
        let count = votes.add(answer, by: caller)
        guard count < terms.quorum else { return try decide(answer, by: caller, at: now) }
        // A claim is for one answer; the others want theirs.
        _ = try life.take(.vote(by: caller), at: now)
        return .voted(count)
    }

    /// Takes back the yes of those; gives who that is.
    package mutating func dropVotes(where isGone: (Caller) -> Bool) -> [Caller] { votes.remove(where: isGone) }

    private mutating func decide(
        _ answer: ServerRequestAnswer, by caller: Caller, at now: MonotonicInstant
    ) throws(ApprovalRefusal) -> Answered {
        _ = try life.take(.resolve(by: .caller(caller)), at: now)
        return .decided(answer)
    }

    private func checked(decision: JSON?, result: JSON?) throws(ApprovalRefusal) -> ServerRequestAnswer {
        if let decision {
            guard offered.contains(decision) else {
                throw ApprovalRefusal(.decisionNotOffered, "offered are \(JSON.array(offered).description)")
            }
            return kind.answer(ofDecision: decision)
        }
        let result = result ?? .null
        if let fault = kind.fault(in: result, params: params, offered: offered) {
            throw ApprovalRefusal(.decisionNotOffered, "not a result that \(method) takes: \(fault)")
        }
        return .result(result)
    }

    /// What a rule that allows answers; nil where codex does not offer that.
    package var allowance: ServerRequestAnswer? { kind.allowance(params: params, offered: offered) }
}
