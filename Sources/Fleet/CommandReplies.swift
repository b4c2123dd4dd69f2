package import JSONRPC

/// Where the replies to commands go. Called on the loop.
package protocol CommandReplies: AnyObject, Sendable {
    /// What an operator wants to see of it.
    var counters: JSON { get }

    /// Gives a command its one reply; `meta` is added to it.
    func reply(_ token: CommandToken, _ reply: CommandReply, meta: JSON)
}
