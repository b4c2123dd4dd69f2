/// What a daemon must know of a live thread to resume it after another daemon's death.
package struct ThreadRecord: Sendable, Hashable {
    package let id: String
    package var codexHome: String
    /// The worker that had it last.
    package var worker: String
    package var parent: String?
    /// JSON.
    package var cwd: String?
    /// The UUID of the command that led to what it does.
    package var cause: String?
    /// The client that sent it.
    package var startedBy: String?
    /// The turn that runs; empty when codex has not named it, nil when none runs.
    package var turn: String?
    /// The params of that turn's command, where an interrupted turn is started again.
    package var turnParams: String?

    package init(
        id: String, codexHome: String, worker: String, parent: String? = nil, cwd: String? = nil, cause: String? = nil,
        startedBy: String? = nil, turn: String? = nil, turnParams: String? = nil
    ) {
        self.id = id
        self.codexHome = codexHome
        self.worker = worker
        self.parent = parent
        self.cwd = cwd
        self.cause = cause
        self.startedBy = startedBy
        self.turn = turn
        self.turnParams = turnParams
    }
}
