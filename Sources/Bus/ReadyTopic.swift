import BusProtocol
import JSONRPC
import ZeroMQ

/// A topic frame that is sent again and again: a copy of it costs a count, not the bytes.
final class ReadyTopic {
    private let method: [UInt8]
    private let isRequest: Bool
    let kind: EventKind
    let frame: Message

    /// Nil when the method may not stand in a topic, or there is no memory for the frame.
    init?(_ method: BorrowedText, isRequest: Bool, scope: String) {
        guard method.withUnsafeBytes({ Topic.isValidMethod($0) }) else { return nil }
        let name = method.string
        self.method = Array(name.utf8)
        self.isRequest = isRequest
        kind = isRequest ? .request : .ofNotification(name)
        do throws(ZeroMQError) {
            frame = try Message("\(Topic(kind, scope: scope, method: name))")
        } catch {
            return nil
        }
    }

    /// Whether it is the topic of such a line.
    func isFor(_ method: BorrowedText, isRequest: Bool) -> Bool {
        self.isRequest == isRequest && method == self.method
    }
}
