import BusProtocol
import JSONRPC
import ZeroMQ

/// A topic frame that is sent again and again: a copy of it costs a count, not the bytes.
final class ReadyTopic {
    private let method: [UInt8]
    private let isRequest: Bool
    let kind: EventKind
    let bytes: [UInt8]
    let frame: Message

    /// Nil when the method may not stand in a topic, or there is no memory for the frame.
    init?(_ method: BorrowedText, isRequest: Bool, scope: String) {
        guard method.withUnsafeBytes({ Topic.isValidMethod($0) }) else { return nil }
        let name = method.string
        self.method = Array(name.utf8)
        self.isRequest = isRequest
        kind = isRequest ? .request : .ofNotification(name)
        bytes = Array("\(Topic(kind, scope: scope, method: name))".utf8)
        do throws(ZeroMQError) {
            frame = try Message(copying: bytes)
        } catch {
            return nil
        }
    }

    /// The topic of an event that the daemon makes; nil when there is no memory for the frame.
    init?(_ kind: EventKind, scope: String, method: String) {
        self.method = Array(method.utf8)
        isRequest = kind == .request
        self.kind = kind
        bytes = Array("\(Topic(kind, scope: scope, method: method))".utf8)
        do throws(ZeroMQError) {
            frame = try Message(copying: bytes)
        } catch {
            return nil
        }
    }

    var methodName: String { String(decoding: method, as: UTF8.self) }

    /// Whether it is the topic of such a line.
    func isFor(_ method: BorrowedText, isRequest: Bool) -> Bool {
        self.isRequest == isRequest && method == self.method
    }
}
