import BosunClient
import BusProtocol
import CodexProtocol
import Testing

/// What the bus carries is what codex says: the types of the product `CodexClient` read it as it comes.
@Suite struct CodexTypesTests {
    private static func event(_ kind: EventKind, _ method: String, _ line: String) -> Event {
        Event(
            topic: Topic(kind, scope: "t", method: method),
            header: EventHeader(flags: [], epoch: 1, seq: 1, scopeSeq: 1, unixNanoseconds: 0), body: Array(line.utf8))
    }

    @Test func anEventsBodyIsANotification() throws {
        let line = """
            {"method":"item/agentMessage/delta","params":{"threadId":"t","turnId":"u","itemId":"i","delta":"Hello"}}
            """
        let event = Self.event(.delta, "item/agentMessage/delta", line)
        guard case .itemAgentMessageDelta(let delta) = try ServerNotification(parsing: event.body) else {
            Issue.record("it is another one")
            return
        }
        #expect(delta.delta == "Hello" && delta.threadId == "t")
    }

    @Test func aRequestsBodyIsAServerRequest() throws {
        let line = """
            {"id":7,"method":"currentTime/read","params":{"threadId":"t"}}
            """
        let event = Self.event(.request, "currentTime/read", line)
        #expect(try ServerRequest(parsing: event.body).method == event.topic.method)
    }
}
