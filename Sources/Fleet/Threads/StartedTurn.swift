/// The command that began a turn, kept so that the turn can be started again.
package struct StartedTurn: Sendable {
    package let command: WaitingCommand
    /// It was started again already: that is done once.
    package var isRetry = false
}
