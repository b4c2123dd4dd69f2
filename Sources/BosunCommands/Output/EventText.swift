import BosunClient
import BusProtocol
import JSONRPC

/// An event as a line.
struct EventText {
    private let event: Event

    /// Bytes of a body that are read for a line meant for people.
    private static let longestRead = 64 * 1024

    init(_ event: Event) {
        self.event = event
    }

    /// `23:11:24.123Z ev.<thread>.turn/started {…}`, cut to the terminal's width.
    func line(for output: Output) -> String {
        let time = Self.time(event.header.unixNanoseconds)
        let topic = SafeText.oneLine("\(event.topic)")
        let style: Style =
            switch event.topic.kind {
            case .event: .plain
            case .delta, .system: .dim
            case .request: .yellow
            case .worker: .cyan
            }
        let room = output.terminal.map { max(20, $0.columns - time.count - topic.count - 2) } ?? 160
        return "\(output.styled(time, .dim)) \(output.styled(topic, style)) \(Self.cut(excerpt, to: room))"
    }

    /// A worker's line says its method again, and only the params are news.
    private var excerpt: String {
        let isWorkers = !event.header.flags.contains(.madeByDaemon)
        // What can't be read is shown as the text it is.
        if isWorkers, event.body.count <= Self.longestRead, let body = try? JSON(parsing: event.body),
            let params = body["params"]
        {
            return params.description
        }
        return String(decoding: event.body.prefix(Self.longestRead), as: UTF8.self)
    }

    private static func cut(_ text: String, to room: Int) -> String {
        // Made safe before it is measured: an escape is longer than what it stands for.
        let safe = SafeText.oneLine(String(text.prefix(room + 1)))
        return safe.count <= room ? safe : "\(safe.prefix(room - 1))…"
    }

    /// One JSON object on one line: the topic, the header's fields, the body as it came.
    var jsonLine: String {
        let header = event.header
        let members: JSON = [
            "topic": .string("\(event.topic)"),
            "flags": .array(Self.flagNames.filter { header.flags.contains($0.flag) }.map { .string($0.name) }),
            "generation": .integer(Int64(header.generation)),
            "epoch": .unsigned(header.epoch),
            "seq": .unsigned(header.seq),
            "scopeSeq": .unsigned(header.scopeSeq),
            "unixNanoseconds": .unsigned(header.unixNanoseconds),
            "cause": header.cause == .none ? .null : .string(header.cause.description),
            "worker": .unsigned(header.worker),
            "body": isValidBody ? .raw(event.body) : .string(String(decoding: event.body, as: UTF8.self)),
        ]
        return SafeText.json(members.serialized())
    }

    /// A body that is no JSON, against the contract, becomes a string: the line around it must stay JSON.
    private var isValidBody: Bool {
        Line.withCopy(of: event.body) { line in
            do throws(JSONError) {
                _ = try EnvelopeScanner().scan(line)
                return true
            } catch {
                // An object all the same, if not one that an app-server writes.
                return [.unknownShape, .invalidID, .invalidMethod, .duplicateKey].contains(error.code)
            }
        }
    }

    private static let flagNames: [(flag: EventFlags, name: String)] = [
        (.replayed, "replayed"), (.byReference, "byReference"), (.madeByDaemon, "madeByDaemon"),
        (.notJournaled, "notJournaled"),
    ]

    /// The time of day, UTC, as in the daemon's log.
    static func time(_ unixNanoseconds: UInt64) -> String {
        let milliseconds = unixNanoseconds / 1_000_000
        let seconds = milliseconds / 1000 % 86_400
        func digits(_ value: UInt64, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        return "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))."
            + "\(digits(milliseconds % 1000, 3))Z"
    }
}
