import BosunClient
import BusProtocol
import JSONRPC

/// What comes to `bosun tail`, as lines; counts the events.
struct TailLines {
    private(set) var events = 0
    private let isJSON: Bool

    init(isJSON: Bool) {
        self.isJSON = isJSON
    }

    mutating func take(_ delivery: UnbrokenSubscriber.Delivery, for output: Output) -> String {
        switch delivery {
        case .event(let event):
            events += 1
            let text = EventText(event)
            return isJSON ? text.jsonLine : text.line(for: output)
        case .lost(let loss):
            guard isJSON else { return output.styled("-- \(SafeText.oneLine(loss.description))", .red) }
            return SafeText.json(JSON.object([Self.member(loss)]).serialized())
        case .rejoined(let cursor):
            if isJSON {
                let place: JSON = ["epoch": .unsigned(cursor.epoch), "seq": .unsigned(cursor.seq)]
                return JSON.object([.init("rejoined", place)]).description
            }
            let text = "the daemon was away; it goes on at epoch \(cursor.epoch), seq \(cursor.seq)"
            return output.styled("-- \(text)", .red)
        }
    }

    /// What came and could not be read.
    func malformed(_ error: ClientError, for output: Output) -> String {
        let text = SafeText.oneLine(error.description)
        return isJSON
            ? SafeText.json(JSON.object([.init("malformed", .string(text))]).serialized())
            : output.styled("-- \(text)", .red)
    }

    private static func member(_ loss: EventLoss) -> JSON.Member {
        switch loss {
        case .truncated: .init("lost", "truncated")
        case .elided: .init("lost", "elided")
        case .gap(let kind, let scope, let missed):
            .init("gap", ["topic": .string("\(kind.rawValue).\(scope)."), "missed": .unsigned(missed)])
        }
    }
}
