public import CodexProtocol

/// How a session's turns are run: what is nil is left to codex and its configuration.
public struct RunProfile: Sendable {
    /// As `config.toml` names models.
    public var model: String?
    /// How long the model may think, in codex's word for it.
    public var effort: ReasoningEffort?
    /// What codex asks about before it does it.
    public var approvalPolicy: AskForApproval?
    /// For the thread.
    public var sandbox: SandboxMode?
    /// For each turn, and for the later turns of its thread.
    public var sandboxPolicy: SandboxPolicy?
    /// What the model is told before anything else.
    public var developerInstructions: String?
    /// A JSON schema that the answer is to follow.
    public var outputSchema: JSONValue?
    /// From a turn's start to its end; nil for the options' `turn`.
    public var timeout: Duration?
    /// Asked before the client's own, for this session's or turn's thread only.
    public var hooks: CodexHooks?

    /// All else is nil at first.
    public init(
        model: String? = nil, approvalPolicy: AskForApproval? = nil, sandbox: SandboxMode? = nil,
        timeout: Duration? = nil, hooks: CodexHooks? = nil
    ) {
        self.model = model
        self.approvalPolicy = approvalPolicy
        self.sandbox = sandbox
        self.timeout = timeout
        self.hooks = hooks
    }

    func apply(to params: inout ThreadStartParams) {
        if let model { params.model = .value(model) }
        if let approvalPolicy { params.approvalPolicy = .value(approvalPolicy) }
        if let sandbox { params.sandbox = .value(sandbox) }
        if let developerInstructions { params.developerInstructions = .value(developerInstructions) }
    }

    func apply(to params: inout ThreadResumeParams) {
        if let model { params.model = .value(model) }
        if let approvalPolicy { params.approvalPolicy = .value(approvalPolicy) }
        if let sandbox { params.sandbox = .value(sandbox) }
        if let developerInstructions { params.developerInstructions = .value(developerInstructions) }
    }

    func apply(to params: inout TurnStartParams) {
        if let model { params.model = .value(model) }
        if let effort { params.effort = .value(effort) }
        if let approvalPolicy { params.approvalPolicy = .value(approvalPolicy) }
        if let sandboxPolicy { params.sandboxPolicy = .value(sandboxPolicy) }
        if let outputSchema { params.outputSchema = outputSchema }
    }
}
