import Testing

@testable import StubModel

@Suite struct EventStreamTests {
    /// What a stream does, in short: event types, and what is no event.
    private func steps(_ stream: EventStream) -> [String] {
        var stream = stream
        var seen: [String] = []
        while true {
            switch stream.next() {
            case .bytes(let bytes):
                for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                where line.hasPrefix("event: ") {
                    seen.append(String(line.dropFirst("event: response.".count)))
                }
            case .pause(let milliseconds): seen.append("pause \(milliseconds)")
            case .cut: return seen + ["cut"]
            case .end: return seen + ["end"]
            }
        }
    }

    private func message(deltas: Int, delay: Int = 0, cut: Int? = nil) -> EventStream {
        var message = Answer.Message(pieces: ["x"], deltas: deltas)
        message.delayMilliseconds = delay
        message.cutAfter = cut
        return EventStream(message: message, id: "1")
    }

    private let opening = ["created", "output_item.added"]
    private let delta = "output_text.delta"
    private let closing = ["output_item.done", "completed", "end"]

    @Test func aMessageHasItsDeltasBetweenOpeningAndClosing() {
        #expect(steps(message(deltas: 2)) == opening + [delta, delta] + closing)
        #expect(steps(message(deltas: 0)) == opening + closing)
    }

    @Test func delaysStandBetweenDeltasOnly() {
        #expect(steps(message(deltas: 3, delay: 5)) == opening + [delta, "pause 5", delta, "pause 5", delta] + closing)
    }

    @Test func aCutEndsItAfterThatManyDeltas() {
        #expect(steps(message(deltas: 5, cut: 0)) == opening + ["cut"])
        #expect(steps(message(deltas: 5, cut: 3)) == opening + [delta, delta, delta, "cut"])
        #expect(steps(message(deltas: 1, cut: 1)) == opening + [delta, "cut"])
    }

    @Test func aCommandIsOneCall() {
        #expect(steps(EventStream(command: "ls", id: "1")) == ["created"] + closing)
    }

    @Test func textsBecomeJSONStrings() {
        #expect(jsonQuoted("a\"\\\n\r\t\u{1}\u{1f}é🙂") == #""a\"\\\n\r\t\u0001\u001fé🙂""#)
    }
}
