package import BusProtocol
import JSONRPC

/// Where events that went by are to be had again. Called on the loop.
package protocol EventArchive: AnyObject, Sendable {
    /// Gives a page of events, on the loop, at once or later; the result of `events/replay`, or why there is none.
    func replay(_ query: ReplayQuery, for user: String, _ reply: @escaping @Sendable (CommandReply) -> Void)

    /// Gives a piece of a large body, on the loop, later; the result of `events/body`, or why there is none.
    func body(_ query: BodyQuery, for user: String, _ reply: @escaping @Sendable (CommandReply) -> Void)
}

extension CommandReply {
    /// The answer where there is no archive.
    static let nothingKept = CommandReply.refused(.truncated, "nothing is kept here")
}
