import BusProtocol
import JSONRPC
import ZeroMQ

/// A topic frame that is sent again and again: a copy of it costs a count, not the bytes.
final class ReadyTopic {
    let method: String
    let hash: UInt64
    let isRequest: Bool
    let kind: EventKind
    let frame: Message

    /// Nil when the method may not stand in a topic, or there is no memory for the frame.
    init?(_ method: BorrowedText, hash: UInt64, isRequest: Bool, scope: String) {
        guard method.withUnsafeBytes({ Topic.isValidMethod($0) }) else { return nil }
        self.method = method.string
        self.hash = hash
        self.isRequest = isRequest
        kind = isRequest ? .request : .ofNotification(self.method)
        do throws(ZeroMQError) {
            frame = try Message("\(Topic(kind, scope: scope, method: self.method))")
        } catch {
            return nil
        }
    }
}
