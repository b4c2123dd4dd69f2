@testable import CodexClient
import CodexProtocol
import Testing

@Suite struct ApprovalAnswerTests {
    private func request(_ method: String, _ params: JSONValue = [:]) -> ServerRequest {
        .unknown(method: method, params: params)
    }

    @Test(arguments: [
        ("item/commandExecution/requestApproval", ["accept", "acceptForSession", "decline", "cancel"]),
        ("item/fileChange/requestApproval", ["accept", "acceptForSession", "decline", "cancel"]),
    ])
    func aDecisionIsAWord(method: String, words: [String]) {
        let answers: [ApprovalAnswer] = [.accept, .acceptForSession, .decline, .cancel]
        for (answer, word) in zip(answers, words) {
            #expect(answer.reply(to: request(method)) == .result(["decision": .string(word)]))
        }
    }

    /// What is replied reads as the method's own type: a decision that the schema lacks would be `unknown`.
    @Test(arguments: ["execCommandApproval", "applyPatchApproval"])
    func theOldApprovalsHaveWordsOfTheirOwn(method: String) throws {
        for answer in [ApprovalAnswer.accept, .acceptForSession, .decline, .cancel] {
            guard case .result(let json) = answer.reply(to: request(method)) else {
                return #expect(Bool(false), "an error")
            }
            let decision = try ApplyPatchApprovalResponse(json: json).decision
            if case .unknown = decision { #expect(Bool(false), "\(decision)") }
        }
        #expect(ApprovalAnswer.cancel.reply(to: request(method)) == .result(["decision": "abort"]))
    }

    @Test func permissionsAreGrantedAsAskedOrNotAtAll() {
        let asked = request("item/permissions/requestApproval", ["permissions": ["network": ["enabled": true]]])
        #expect(ApprovalAnswer.accept.reply(to: asked) == .result(["permissions": ["network": ["enabled": true]]]))
        #expect(
            ApprovalAnswer.acceptForSession.reply(to: asked)
                == .result(["permissions": ["network": ["enabled": true]], "scope": "session"]))
        #expect(ApprovalAnswer.decline.reply(to: asked) == .result(["permissions": [:]]))
    }

    @Test func questionsAreLeftUnansweredAndElicitationsDeclined() {
        #expect(ApprovalAnswer.decline.reply(to: request("item/tool/requestUserInput")) == .result(["answers": [:]]))
        let elicitation = request("mcpServer/elicitation/request")
        #expect(ApprovalAnswer.decline.reply(to: elicitation) == .result(["action": "decline"]))
        #expect(ApprovalAnswer.cancel.reply(to: elicitation) == .result(["action": "cancel"]))
    }

    @Test(arguments: ["item/tool/call", "attestation/generate", "account/chatgptAuthTokens/refresh", "no/such"])
    func whatHasNoDecisionIsRefused(method: String) {
        let reply = ApprovalAnswer.accept.reply(to: request(method))
        #expect(reply == .error(code: -32601, message: "this client does not answer \(method)"))
    }

    @Test func aResultOrErrorOfTheCallersGoesOutAsItIs() {
        #expect(ApprovalAnswer.result([1]).reply(to: request("no/such")) == .result([1]))
        #expect(ApprovalAnswer.error(code: 5, message: "m").reply(to: request("x")) == .error(code: 5, message: "m"))
    }
}
