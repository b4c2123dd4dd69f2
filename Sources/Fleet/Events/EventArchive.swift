package import BusProtocol
import JSONRPC

/// Where events that went by are to be had again. Called on the loop.
package protocol EventArchive: AnyObject, Sendable {
    /// Gives a page of events, on the loop, at once or later; the result of `events/replay`, or why there is none.
    func replay(_ query: ReplayQuery, _ reply: @escaping @Sendable (CommandReply) -> Void)
}
