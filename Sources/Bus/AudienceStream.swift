package import BusProtocol
import EventLoop
import JSONRPC
package import ZeroMQ

/// An audience's own endpoint: the publisher's events, those that it hears.
///
/// Whoever is let in there needs no trust in what it subscribes to: of what the audience does not hear nothing comes here.
/// `@unchecked Sendable`: touched on its loop's thread only; its socket checks that with each use.
package final class AudienceStream: @unchecked Sendable {
    package let audience: Audience
    package let socket: LoopSocket
    var subscriptions = SubscriptionGuard()
    private let totals = EventScope("")
    private(set) var unsent: UInt64 = 0

    /// Takes a bound XPUB socket.
    package init(_ audience: Audience, _ socket: LoopSocket) {
        self.audience = audience
        self.socket = socket
    }

    /// - Parameter group: of the worker that the event is of, or that has its thread.
    func take(
        _ topic: ReadyTopic, scope: String, group: String?, _ header: EventHeader, _ body: UnsafeRawBufferPointer
    ) {
        guard audience.hears(topic.kind, scope: scope, method: topic.methodName, group: group) else { return }
        _ = totals.next(topic.kind)
        guard scope == Topic.daemonScope, topic.methodName == "heartbeat" else {
            return send(topic.frame, header, body)
        }
        heartbeat(of: body).withUnsafeBytes { send(topic.frame, header, $0) }
    }

    /// How many events of each kind there were is of this audience's here, and nothing is said of all others'.
    private func heartbeat(of body: UnsafeRawBufferPointer) -> [UInt8] {
        guard var heartbeat = try? JSON(parsing: [UInt8](body)) else { return [UInt8](body) }
        heartbeat["openApprovals"] = nil
        var last: JSON = [:]
        for kind in EventKind.allCases where kind != .system && audience.kinds.contains(kind) {
            last[kind.rawValue] = .unsigned(totals.count(of: kind))
        }
        heartbeat["last"] = last
        return heartbeat.serialized()
    }

    func send(_ topic: borrowing Message, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        do throws(ZeroMQError) {
            let result = try socket.send(
                copyOf: topic, size: EventHeader.size, initializing: { header.encode(into: $0) }, copying: body)
            if result != .sent { unsent += 1 }
        } catch {
            unsent += 1
        }
    }
}
