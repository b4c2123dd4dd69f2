import BusProtocol
import JSONRPC

/// What the daemon itself says, as `Event.daemonEvent` gives it.
///
/// Source: `protocols/bus.md`, "What the daemon says".
public enum DaemonEvent: Sendable, Hashable {
    /// Each second.
    case heartbeat(Heartbeat)
    /// How far each kind of the event's scope has come: the last `scopeSeq`s.
    case watermark(KindCounts)
    case rollingRestart(RollingRestart)
    /// A configuration that was read anew is in force.
    case configReloaded(ConfigReload)
    /// The daemon begins to stop.
    case bye
    case worker(WorkerEvent)
    case thread(ThreadEvent)
    case approval(ApprovalEvent)
    /// A worker wrote a line of so many bytes that is no message.
    case malformedLine(worker: String, reason: String, bytes: Int)
    /// Of a later daemon: its topic and `Event.json` say what.
    case unknown

    init(_ topic: Topic, _ body: JSON) {
        self = Self.known(topic, body) ?? .unknown
    }

    private static func known(_ topic: Topic, _ body: JSON) -> DaemonEvent? {
        switch (topic.kind, topic.method) {
        case (.system, "heartbeat"): Heartbeat(body).map { .heartbeat($0) }
        case (.system, "watermark"): KindCounts(body).map { .watermark($0) }
        case (.system, "rollingRestart"): RollingRestart(body).map { .rollingRestart($0) }
        case (.system, "configReloaded"): ConfigReload(body).map { .configReloaded($0) }
        case (.system, "bye"): .bye
        case (.worker, let method): WorkerEvent(method, body).map { .worker($0) }
        case (.request, let method): ApprovalEvent(method, body).map { .approval($0) }
        case (.event, "bosun/malformed"): malformedLine(body)
        case (.event, let method): ThreadEvent(method, body).map { .thread($0) }
        default: nil
        }
    }

    private static func malformedLine(_ body: JSON) -> DaemonEvent? {
        guard let worker = body["worker"]?.stringValue, let reason = body["reason"]?.stringValue,
            let bytes = body["bytes"]?.intValue.flatMap({ Int(exactly: $0) })
        else { return nil }
        return .malformedLine(worker: worker, reason: reason, bytes: bytes)
    }
}

extension Event {
    /// Nil for a worker's own words, which `CodexProtocol` has types for.
    public var daemonEvent: DaemonEvent? {
        guard header.flags.contains(.madeByDaemon), !header.flags.contains(.byReference) else { return nil }
        return DaemonEvent(topic, json ?? .null)
    }
}
