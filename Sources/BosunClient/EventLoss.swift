public import BusProtocol

/// What was published and can't be had any more.
public enum EventLoss: Sendable, Hashable, CustomStringConvertible {
    /// What came behind the last event is not kept any more: begin anew from a snapshot.
    case truncated
    /// Deltas that nobody keeps any more: the text is whole in its item's end.
    case elided
    /// So many of that kind and scope were neither in the stream nor in the replay.
    case gap(EventKind, scope: String, missed: UInt64)

    public var description: String {
        switch self {
        case .truncated: "events are not kept any more that were not heard"
        case .elided: "deltas are not kept any more that were not heard"
        case .gap(let kind, let scope, let missed): "\(missed) events of \(kind.rawValue).\(scope). did not come"
        }
    }
}
