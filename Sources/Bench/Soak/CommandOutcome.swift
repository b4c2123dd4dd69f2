package import BusProtocol
package import JSONRPC

/// What a command came to, as its client knows it.
package enum CommandOutcome: Sendable, Hashable {
    case done
    /// The worker was not told.
    case notDone(BusErrorReason)
    /// The worker may have acted, or not.
    case indeterminate
    /// The daemon was killed before it answered.
    case unknown
    /// An answer that is not owed to this command.
    case wrong(String)

    /// From a reply to a command that no good reason refuses.
    package init(reply: JSON) {
        if reply["result"] != nil {
            self = .done
            return
        }
        let reason = reply["error"]?["data"]?["reason"]?.stringValue.flatMap { BusErrorReason(rawValue: $0) }
        switch reason {
        case .workerBusy?, .workerDown?, .noWorker?, .deadline?, .overloaded?: self = .notDone(reason ?? .deadline)
        case .indeterminate?: self = .indeterminate
        default: self = .wrong(String(decoding: reply.serialized().prefix(300), as: UTF8.self))
        }
    }
}
