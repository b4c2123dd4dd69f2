package import BusProtocol
import JSONRPC

/// What a thread's last daemon has written of it, until it is resumed.
package struct EarlierLife: Sendable, Hashable {
    /// The worker that had it.
    package let worker: String
    /// The turn that ran, as in `LiveThread.turn`.
    package let turn: String?
    /// The params of that turn's command, where an interrupted turn is started again.
    package var turnParams: String?

    /// The roles that the turn's command takes.
    package var needs: Set<Role> {
        let params = turnParams.flatMap { try? JSON(parsing: Array($0.utf8)) } ?? .null
        return MethodTable.entry(for: "turn/start")?.needs(with: params) ?? []
    }
}
