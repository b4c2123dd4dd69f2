import BosunClient
import BusProtocol
import JSONRPC
import Testing

@testable import BosunCommands

@Suite struct EventTextTests {
    private let plain = Output(descriptor: -1, terminal: nil)

    private func event(
        _ body: String, flags: EventFlags = [], topic: Topic = Topic(.event, scope: "t", method: "turn/started"),
        scopeSeq: UInt64 = 1, epoch: UInt64 = 1
    ) -> Event {
        let header = EventHeader(
            flags: flags, generation: 2, epoch: epoch, seq: 3, scopeSeq: scopeSeq,
            unixNanoseconds: 1_795_220_009_007_999_999, worker: 5)
        return Event(topic: topic, header: header, body: Array(body.utf8))
    }

    @Test func aWorkersLineShowsItsParams() {
        let event = event(#"{"method":"turn/started","params":{"threadId":"t"},"emittedAtMs":1}"#)
        #expect(EventText(event).line(for: plain) == #"00:13:29.007Z ev.t.turn/started {"threadId":"t"}"#)
    }

    @Test func theDaemonsOwnIsShownWhole() {
        let event = event(#"{"params":1,"epoch":7}"#, flags: .madeByDaemon)
        #expect(EventText(event).line(for: plain).hasSuffix(#" {"params":1,"epoch":7}"#))
    }

    @Test(arguments: ["", "no JSON at all", "{\"params\":", "\u{1B}[2J"]) func whatIsNoJSONIsShownAsText(body: String) {
        let line = EventText(event(body)).line(for: plain)
        #expect(line == "00:13:29.007Z ev.t.turn/started \(SafeText.oneLine(body))")
    }

    @Test func aLineFitsTheTerminal() {
        let terminal = Output(descriptor: -1, terminal: Output.Terminal(columns: 60, hasColour: false))
        let params = String(repeating: "\u{202E}é", count: 100_000)
        let line = EventText(event(#"{"method":"m","params":{"text":"\#(params)"}}"#)).line(for: terminal)
        #expect(line.count == 60 && line.hasSuffix("…"))
        let narrow = Output(descriptor: -1, terminal: Output.Terminal(columns: 1, hasColour: false))
        #expect(EventText(event(#"{"a":"a long enough body to be cut"}"#)).line(for: narrow).hasSuffix("…"))
    }

    @Test func aTopicCannotSteerTheTerminal() {
        let topic = Topic(.event, scope: "\u{1B}[2J", method: "\n")
        let line = EventText(event("{}", topic: topic)).line(for: plain)
        #expect(line.contains("ev.\\u{1b}[2J.\\n"))
    }

    @Test func aJSONLineHasTheHeaderAndTheBody() throws {
        let body = #"{"method":"m","n":1.50e999,"d":1,"d":2}"#
        let line = EventText(event(body, flags: [.replayed, .madeByDaemon])).jsonLine
        let start =
            #"{"topic":"ev.t.turn/started","flags":["replayed","madeByDaemon"],"generation":2,"epoch":1,"seq":3,"#
        #expect(line.hasPrefix(start))
        #expect(line.hasSuffix(#""cause":null,"worker":5,"body":\#(body)}"#))
    }

    @Test func aBareObjectOfTheDaemonIsAnObject() throws {
        let padding = String(repeating: "x", count: 200_000)
        for body in [#"{"worker":"main-1"}"#, #"{"id":null,"x":"\#(padding)"}"#, "{}"] {
            #expect(try JSON(parsing: EventText(event(body)).jsonLine)["body"]?.isObject == true)
        }
    }

    @Test(arguments: ["", "no JSON", "{", "{}{}", "[1]", "7"]) func aJSONLineStaysOne(body: String) throws {
        #expect(try JSON(parsing: EventText(event(body)).jsonLine)["body"]?.stringValue == body)
    }

    @Test func lossesAndReturnsAreTold() throws {
        var lines = TailLines(isJSON: true)
        #expect(lines.take(.event(event("{}", scopeSeq: 4)), for: plain).hasPrefix("{"))
        let gap = EventLoss.gap(.event, scope: "t", missed: 4)
        #expect(lines.take(.lost(gap), for: plain) == #"{"gap":{"topic":"ev.t.","missed":4}}"#)
        #expect(lines.take(.lost(.truncated), for: plain) == #"{"lost":"truncated"}"#)
        let rejoined = lines.take(.rejoined(EventCursor(epoch: .max, seq: 0)), for: plain)
        #expect(rejoined == #"{"rejoined":{"epoch":18446744073709551615,"seq":0}}"#)
        #expect(lines.events == 1)
        var people = TailLines(isJSON: false)
        #expect(people.take(.lost(gap), for: plain) == "-- 4 events of ev.t. did not come")
    }
}
