import BusProtocol
import Fleet
import JSONRPC
import Testing

/// Results that have another shape than codex takes, or give more than was asked for.
@Suite struct AnswerShapeTests {
    private static let form: JSON = [
        "mode": "form",
        "requestedSchema": [
            "type": "object", "required": ["name"],
            "properties": [
                "name": ["type": "string"], "age": ["type": "integer"], "size": ["type": "number"],
                "sure": ["type": "boolean"], "color": ["type": "string", "enum": ["red", "blue"]],
                "shape": ["type": "string", "oneOf": [["const": "round", "title": "Round"]]],
                "many": ["type": "array", "items": ["anyOf": [["const": "a"], ["const": "b"]]]],
            ],
        ],
    ]
    private static let questions: JSON = ["questions": [["id": "q"]]]
    private static let permissions: JSON = ["permissions": ["network": ["enabled": true]]]
    private static let entries: [JSON] = [
        ["path": ["type": "path", "path": "/"], "access": "write"],
        ["path": ["type": "path", "path": "/secret"], "access": "deny"],
    ]
    private static let files: JSON = ["permissions": ["fileSystem": ["entries": .array(entries)]]]

    static let wrong: [(String, JSON, JSON)] = [
        ("item/commandExecution/requestApproval", [:], "accept"),
        ("item/commandExecution/requestApproval", [:], ["decision": "approved"]),
        ("item/commandExecution/requestApproval", [:], ["decision": "accept", "more": 1]),
        ("item/fileChange/requestApproval", [:], ["decisions": "accept"]),
        ("execCommandApproval", [:], ["decision": "accept"]),
        ("applyPatchApproval", [:], [:]),
        ("item/permissions/requestApproval", permissions, ["permissions": true]),
        ("item/permissions/requestApproval", permissions, [:]),
        ("item/permissions/requestApproval", permissions, ["permissions": [:], "scope": "for ever"]),
        ("item/permissions/requestApproval", permissions, ["permissions": [:], "strictAutoReview": 1]),
        ("item/permissions/requestApproval", permissions, ["permissions": ["fileSystem": ["write": ["/"]]]]),
        (
            "item/permissions/requestApproval", files,
            ["permissions": ["fileSystem": ["entries": .array([entries[0]])]]]
        ),
        ("item/tool/requestUserInput", questions, [:]),
        ("item/tool/requestUserInput", questions, ["answers": []]),
        ("item/tool/requestUserInput", questions, ["answers": ["q": "blue"]]),
        ("item/tool/requestUserInput", questions, ["answers": ["q": ["answers": "blue"]]]),
        ("item/tool/requestUserInput", questions, ["answers": ["q": ["answers": [1]]]]),
        ("item/tool/requestUserInput", questions, ["answers": ["q": ["answers": ["x"], "more": 1]]]),
        ("item/tool/requestUserInput", questions, ["answers": ["other": ["answers": ["x"]]]]),
        ("mcpServer/elicitation/request", form, [:]),
        ("mcpServer/elicitation/request", form, ["action": "yes"]),
        ("mcpServer/elicitation/request", form, ["action": "accept"]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": "x"]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["age": 3]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": 1]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "age": 1.5]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "size": "big"]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "sure": "yes"]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "color": "green"]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "shape": "Round"]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "many": "a"]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "many": ["a", "c"]]]),
        ("mcpServer/elicitation/request", form, ["action": "accept", "content": ["name": "x", "more": 1]]),
        ("mcpServer/elicitation/request", form, ["action": "decline", "content": ["name": "x"]]),
        ("mcpServer/elicitation/request", ["mode": "url"], ["action": "accept", "content": ["name": "x"]]),
    ]

    @Test(arguments: wrong) func itIsRefusedWithAReasonAndTheApprovalStaysOpen(
        _ method: String, _ params: JSON, _ result: JSON
    ) throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let id = try #require(rig.ask(method, worker: 1, thread: "t", params).events.first?.body["approvalId"])
        let refused = try rig.call("approval/respond", ["approvalId": id, "result": result])
        #expect(refused.reasons == [.decisionNotOffered] && refused.answers.isEmpty && refused.ledger.isEmpty)
        guard case .refused(_, let message)? = refused.replies.first else { return }
        #expect(message.hasPrefix("not a result that \(method) takes: ") && message.count < 400)
        #expect(rig.state.openApprovals == 1)
    }

    static let right: [(String, JSON, JSON)] = [
        (
            "item/permissions/requestApproval", permissions,
            ["permissions": [:], "scope": "session", "strictAutoReview": .null]
        ),
        ("item/permissions/requestApproval", files, files),
        ("item/permissions/requestApproval", files, ["permissions": ["fileSystem": ["entries": []]]]),
        (
            "item/permissions/requestApproval", files,
            ["permissions": ["fileSystem": ["entries": .array([entries[1]])]]]
        ),
        ("item/tool/requestUserInput", questions, ["answers": ["q": ["answers": []]]]),
        (
            "mcpServer/elicitation/request", form,
            [
                "action": "accept",
                "content": [
                    "name": "x", "age": 3, "size": 1.5, "sure": true, "color": "red", "shape": "round", "many": ["a"],
                ],
            ]
        ),
        ("mcpServer/elicitation/request", form, ["action": "cancel"]),
        ("mcpServer/elicitation/request", ["mode": "url"], ["action": "accept"]),
        ("mcpServer/elicitation/request", ["mode": "openai/form"], ["action": "accept", "content": ["a": ["b"]]]),
    ]

    @Test(arguments: right) func whatHasTheShapeGoesToCodex(_ method: String, _ params: JSON, _ result: JSON) throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let id = try #require(rig.ask(method, worker: 1, thread: "t", params).events.first?.body["approvalId"])
        #expect(try rig.call("approval/respond", ["approvalId": id, "result": result]).answers == [.result(result)])
    }

    /// A quorum counts what grants something; whatever is not known to be a no does.
    @Test func eachKindsNoIsANo() {
        for kind in ServerRequestKind.allCases {
            guard let refusal = kind.refusal else { continue }
            #expect(!kind.grants(kind.answer(ofDecision: refusal)), "\(kind)")
            #expect(kind.refusalAnswer.map { kind.grants($0) } == false)
        }
        let noes: [(ServerRequestKind, JSON)] = [
            (.commandApproval, ["decision": "cancel"]), (.legacyApproval, ["decision": "abort"]),
            (.legacyApproval, ["decision": ["denied": ["rejection": "x"]]]), (.elicitation, ["action": "cancel"]),
            (.permissions, ["permissions": ["network": ["enabled": false], "fileSystem": .null]]),
        ]
        for (kind, result) in noes { #expect(!kind.grants(.result(result)), "\(result)") }
        let yeses: [(ServerRequestKind, JSON)] = [
            (.commandApproval, ["decision": ["acceptWithExecpolicyAmendment": [:]]]),
            (.commandApproval, ["decision": "novelty"]), (.fileChangeApproval, ["decision": "acceptForSession"]),
            (.legacyApproval, ["decision": "approved"]),
            (.permissions, ["permissions": ["network": ["enabled": true]]]),
            (.userInput, ["answers": ["q": ["answers": ["x"]]]]), (.elicitation, ["action": "accept"]),
        ]
        for (kind, result) in yeses { #expect(kind.grants(.result(result)), "\(result)") }
    }
}
