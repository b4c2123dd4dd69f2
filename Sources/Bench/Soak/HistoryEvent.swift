package import BosunClient
package import BusProtocol
import JSONRPC

/// An event as the checker of a soak's history sees it.
package struct HistoryEvent: Sendable, Equatable {
    /// What it tells.
    package enum Content: Sendable, Equatable {
        case spawned, ready, exited, gone
        /// A worker tells something of a thread: it has it.
        case thread
        case turnStarted(String)
        /// The number that the worker gave it, from 0 in each turn.
        case delta(turn: String, number: UInt64)
        case turnCompleted(String)
        case threadLost
        /// How many events of each kind the daemon has published in its epoch.
        case heartbeat([EventKind: UInt64])
        case other
    }

    package var epoch: UInt64
    package var seq: UInt64
    package var scopeSeq: UInt64
    package var kind: EventKind
    package var scope: String
    package var worker: UInt64
    package var generation: UInt32
    package var isDaemons: Bool
    /// It comes from a replay.
    package var isReplayed: Bool
    /// The daemon does not say that it may be missing in a replay.
    package var isJournaled: Bool
    package var content: Content
    /// Of what is the same whenever it comes: topic, header and body.
    package var digest: Int
    /// Of a worker that is ready; else 0.
    package var pid: CInt = 0

    package init(
        epoch: UInt64, seq: UInt64, scopeSeq: UInt64, kind: EventKind, scope: String, worker: UInt64 = 0,
        generation: UInt32 = 0, isDaemons: Bool = true, isReplayed: Bool = false, isJournaled: Bool = true,
        content: Content = .other, digest: Int = 0
    ) {
        self.epoch = epoch
        self.seq = seq
        self.scopeSeq = scopeSeq
        self.kind = kind
        self.scope = scope
        self.worker = worker
        self.generation = generation
        self.isDaemons = isDaemons
        self.isReplayed = isReplayed
        self.isJournaled = isJournaled
        self.content = content
        self.digest = digest
    }

    package var cursor: EventCursor { EventCursor(epoch: epoch, seq: seq) }

    /// For people.
    var place: String { "event \(epoch).\(seq) (\(kind.rawValue).\(scope))" }

    /// Throws when the body is no JSON, or a delta carries no number.
    package init(_ event: Event) throws(BenchError) {
        let isDaemons = event.header.flags.contains(.madeByDaemon)
        self.init(
            epoch: event.header.epoch, seq: event.header.seq, scopeSeq: event.header.scopeSeq, kind: event.topic.kind,
            scope: event.topic.scope, worker: event.header.worker, generation: event.header.generation,
            isDaemons: isDaemons, isReplayed: event.header.flags.contains(.replayed),
            isJournaled: !event.header.flags.contains(.notJournaled),
            content: isDaemons ? Self.daemonsContent(of: event) : try Self.workersContent(of: event),
            digest: event.topic.kind.isDurable ? Self.digest(of: event) : 0)
        if case .ready = content { pid = event.json?["pid"]?.intValue.map { CInt(clamping: $0) } ?? 0 }
    }

    private static func digest(of event: Event) -> Int {
        var header = event.header
        header.flags.subtract([.replayed, .notJournaled])
        var hasher = Hasher()
        hasher.combine(event.topic)
        hasher.combine(header)
        hasher.combine(event.body)
        return hasher.finalize()
    }

    private static func daemonsContent(of event: Event) -> Content {
        switch (event.topic.kind, event.topic.method) {
        case (.worker, "spawned"): .spawned
        case (.worker, "ready"): .ready
        case (.worker, "exited"): .exited
        case (.worker, "gone"): .gone
        case (.event, "bosun/threadLost"): .threadLost
        case (.system, "heartbeat"): .heartbeat(totals(in: event))
        default: .other
        }
    }

    private static func totals(in heartbeat: Event) -> [EventKind: UInt64] {
        let last = heartbeat.json?["last"]
        return EventKind.allCases.reduce(into: [:]) { totals, kind in
            totals[kind] = last?[kind.rawValue]?.unsignedValue
        }
    }

    private static func workersContent(of event: Event) throws(BenchError) -> Content {
        guard let body = try? JSON(parsing: event.body), let params = body["params"] else {
            throw BenchError(.wrongAnswer, "\(event.topic): a body that is no notification")
        }
        guard !event.topic.scope.hasPrefix(Topic.scope(ofWorker: "")) else { return .other }
        switch event.topic.method {
        case "turn/started": return .turnStarted(params["turn"]?["id"]?.stringValue ?? "")
        case "turn/completed": return .turnCompleted(params["turn"]?["id"]?.stringValue ?? "")
        case "item/agentMessage/delta":
            let stamp = params["delta"]?.stringValue?.split(separator: " ").first ?? ""
            guard let number = UInt64(stamp) else {
                throw BenchError(.wrongAnswer, "\(event.topic): a delta without a number")
            }
            return .delta(turn: params["turnId"]?.stringValue ?? "", number: number)
        default: return .thread
        }
    }
}
