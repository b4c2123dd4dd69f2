import BusProtocol
import JSONRPC

extension EventCursor {
    /// Where a reply's `meta` says that the events were; nil when it says nothing.
    init?(_ meta: JSON?) {
        guard let epoch = meta?["epoch"]?.unsignedValue, let seq = meta?["seq"]?.unsignedValue else { return nil }
        self.init(epoch: epoch, seq: seq)
    }

    /// For people.
    var text: String { "\(epoch).\(seq)" }
}
