import CodexProtocol
import Testing

@Suite struct MessageTests {
    @Test func aMethodOfTomorrowIsUnknownAndKeepsItsParams() throws {
        let line = #"{"emittedAtMs":7,"method":"thread/dreamt","params":{"of":["sheep"]}}"#
        let message = try ServerMessage(parsing: Array(line.utf8))
        guard case .notification(.unknown("thread/dreamt", let params), let additional) = message else {
            Issue.record("\(message)")
            return
        }
        #expect(params == ["of": ["sheep"]])
        #expect(additional == ["emittedAtMs": 7])
        #expect(String(decoding: message.bytes, as: UTF8.self) == line)
    }

    @Test func aLineWithAnIdAndAMethodIsARequestFromTheServer() throws {
        let message = try ServerMessage(
            parsing: Array(#"{"method":"currentTime/read","id":0,"params":{"threadId":"t"}}"#.utf8))
        guard case .request(id: .integer(0), .currentTimeRead(let params), _) = message else {
            Issue.record("\(message)")
            return
        }
        #expect(params.threadId == "t")
        #expect(try type(of: params).response(from: ["currentTimeAt": 5]).currentTimeAt == 5)
    }

    @Test func anErrorNamesMethodAndPath() {
        let line =
            #"{"method":"turn/started","params":{"threadId":"t","turn":{"id":"u","items":[{"type":"plan","id":5,"text":""}],"status":"completed"}}}"#
        #expect { try ServerMessage(parsing: Array(line.utf8)) } throws: { error in
            (error as? CodexProtocolError)?.description
                == "turn/started: params.turn.items.0.id: expected string, found integer"
        }
        #expect { try ServerMessage(parsing: Array(#"{"method":"turn/started"}"#.utf8)) } throws: { error in
            (error as? CodexProtocolError)?.description == "turn/started: params: expected a value, found none"
        }
        #expect { try ThreadStartParams.response(from: ["thread": 1, "approvalPolicy": "never"]) } throws: { error in
            (error as? CodexProtocolError)?.method == "thread/start"
        }
    }

    @Test(arguments: ["[]", "1", "{}", #"{"params":{}}"#, #"{"id":true,"result":1}"#, #"{"id":1}"#, #"{"method":7}"#])
    func whatIsNoMessageIsAnError(line: String) {
        #expect(throws: CodexProtocolError.self) { try ServerMessage(parsing: Array(line.utf8)) }
        #expect(throws: CodexProtocolError.self) { try ClientMessage(parsing: Array(line.utf8)) }
    }

    @Test(arguments: [
        #"{"id":1,"method":"account/logout"}"#, #"{"id":1,"method":"account/logout","params":null}"#,
        #"{"id":1,"method":"account/logout","params":{}}"#, #"{"id":1,"method":"account/logout","params":{"x":1}}"#,
    ])
    func paramsThatMayBeLeftOutStayAsTheyCame(line: String) throws {
        let message = try ClientMessage(parsing: Array(line.utf8))
        #expect(String(decoding: message.bytes, as: UTF8.self) == line)
        guard case .request(_, .accountLogout, _) = message else {
            Issue.record("\(message)")
            return
        }
    }

    @Test func absentAndNullStayApart() throws {
        let absent = try TurnStartParams(json: ["threadId": "t", "input": []])
        let null = try TurnStartParams(json: ["threadId": "t", "input": [], "cwd": nil])
        #expect(absent.cwd == .absent)
        #expect(null.cwd == .null)
        #expect(absent != null)
        #expect(TurnStartParams(input: [], threadId: "t") == absent)
        #expect(TurnStartParams(cwd: .null, input: [], threadId: "t").json == null.json)
    }

    @Test func whatEveryCaseHasIsReadWithoutASwitch() throws {
        #expect(try ThreadItem(json: ["type": "plan", "id": "i", "text": "t"]).id == "i")
        #expect(try ThreadItem(json: ["type": "tomorrow", "id": "i"]).id == "i")
        #expect(try ThreadItem(json: ["type": "tomorrow", "id": 7]).id == nil)
    }

    @Test func aRequestKnowsItsMethodAndResponse() {
        #expect(ThreadStartParams.method == "thread/start")
        #expect(ThreadStartParams.Response.self == ThreadStartResponse.self)
        #expect(ClientRequest.threadStart(ThreadStartParams()).responseType == ThreadStartResponse.self)
        #expect(ClientRequest.unknown(method: "x", params: nil).responseType == nil)
        #expect(TurnCompletedNotification.method == "turn/completed")
    }
}
