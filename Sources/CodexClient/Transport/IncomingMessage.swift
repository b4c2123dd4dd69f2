package import JSONRPC

/// What a conversation's other side says unasked.
package enum IncomingMessage: Sendable {
    case notification(IncomingLine)
    /// It waits for an answer to `id`.
    case request(IncomingLine, id: RequestID)
    /// No message of the protocol.
    case garbage([UInt8], JSONError)
    /// The last one: its process has ended.
    case ended(ProcessEnd)
}

/// A line with what routing needs of it, copied out.
package struct IncomingLine: Sendable {
    package let method: String
    /// `params.threadId`, or what stands for it.
    package let threadID: String?
    package let turnID: String?
    package let itemID: String?
    /// As it came, newline not counted.
    package let bytes: [UInt8]

    init(_ line: borrowing Line, _ envelope: Envelope) {
        method = envelope.method?.string ?? ""
        threadID = envelope.threadID?.string
        turnID = envelope.turnID?.string
        itemID = envelope.itemID?.string
        bytes = line.copy
    }
}

/// The answer to a request, as it stands in its line.
package enum Answer: Sendable, Equatable {
    /// `null` is a result.
    case result([UInt8])
    case error([UInt8])
}
