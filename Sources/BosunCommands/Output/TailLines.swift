import BosunClient
import BusProtocol
import JSONRPC

/// What comes to `bosun tail`, as lines; counts the events.
struct TailLines {
    private(set) var events = 0
    private let isJSON: Bool
    private var gaps: GapTracker

    init(prefixes: [String], isJSON: Bool) {
        self.isJSON = isJSON
        gaps = GapTracker(prefixes: prefixes)
    }

    mutating func take(_ arrival: Arrival, for output: Output) -> [String] {
        switch arrival {
        case .event(let event):
            events += 1
            let gap = gaps.take(event.topic, event.header).map { self.gap($0, output) }
            let text = EventText(event)
            return (gap.map { [$0] } ?? []) + [isJSON ? text.jsonLine : text.line(for: output)]
        case .rejoined(let cursor):
            if isJSON {
                let place: JSON = ["epoch": .unsigned(cursor.epoch), "seq": .unsigned(cursor.seq)]
                return [JSON.object([.init("rejoined", place)]).description]
            }
            let text = "the daemon was away; it goes on at epoch \(cursor.epoch), seq \(cursor.seq)"
            return [output.styled("-- \(text)", .red)]
        }
    }

    /// What came and could not be read.
    func malformed(_ error: ClientError, for output: Output) -> String {
        let text = SafeText.oneLine(error.description)
        return isJSON
            ? SafeText.json(JSON.object([.init("malformed", .string(text))]).serialized())
            : output.styled("-- \(text)", .red)
    }

    private func gap(_ gap: GapTracker.Gap, _ output: Output) -> String {
        let topic = "\(gap.kind.rawValue).\(gap.scope)."
        if isJSON {
            let body: JSON = ["topic": .string(topic), "missed": .unsigned(gap.missed)]
            return SafeText.json(JSON.object([.init("gap", body)]).serialized())
        }
        return output.styled("-- \(gap.missed) events of \(SafeText.oneLine(topic)) did not come", .red)
    }
}
