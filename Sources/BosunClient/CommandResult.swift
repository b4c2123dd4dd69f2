public import BusProtocol
public import JSONRPC

/// What a command was answered.
public struct CommandResult: Sendable {
    /// The result's own bytes, one valid JSON value: a worker's numbers stay as the worker wrote them.
    public let bytes: [UInt8]
    /// The reply's `meta`, an object; empty when there was none.
    public let meta: JSON

    /// The result as a value.
    public var value: JSON { .raw(bytes) }

    /// The command's UUID, given or made up: the `cause` of the events that it leads to.
    public var command: CommandID? { meta["command"]?.stringValue.flatMap { CommandID($0) } }

    /// Whatever the command causes comes behind it.
    public var cursor: EventCursor? {
        guard let epoch = meta["epoch"]?.intValue, let seq = meta["seq"]?.intValue else { return nil }
        return UInt64(exactly: epoch).flatMap { epoch in
            UInt64(exactly: seq).map { EventCursor(epoch: epoch, seq: $0) }
        }
    }
}
