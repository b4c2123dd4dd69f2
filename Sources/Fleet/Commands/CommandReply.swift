package import BusProtocol
package import JSONRPC

/// The one answer to a command.
package enum CommandReply: Sendable, Equatable {
    /// What Bosun itself answers.
    case result(JSON)
    /// A worker's result, its own bytes.
    case workerResult([UInt8])
    /// A worker's error object, its own bytes.
    case workerError([UInt8])
    /// An error of JSON-RPC itself, such as −32602.
    case invalid(code: Int, message: String)
    /// An error of Bosun's.
    case refused(BusErrorReason, String)
    /// The same, with more members of `data`.
    case refusedInDetail(BusErrorReason, String, JSON)
    /// A configuration that was not taken, and all that is wrong with it.
    case badConfiguration([String])
}
