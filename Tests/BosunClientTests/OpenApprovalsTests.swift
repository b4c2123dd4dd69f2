import BosunClient
import JSONRPC
import Testing

@Suite struct OpenApprovalsTests {
    private func approval(_ id: String) -> JSON {
        ["approvalId": .string(id), "method": "item/commandExecution/requestApproval", "offered": ["accept"]]
    }

    @Test func eachIsGivenOnceWhetherListedOrTold() {
        var approvals = OpenApprovals()
        approvals.take(list: [approval("a"), approval("b")])
        _ = approvals.take("approval/opened", approval("b"))
        _ = approvals.take("approval/opened", approval("c"))
        #expect(approvals.next()?.id == "a")
        #expect(approvals.next()?.id == "b")
        #expect(approvals.next()?.id == "c")
        #expect(approvals.next() == nil && approvals.open.count == 3)
        approvals.take(list: [approval("c"), approval("d")])
        #expect(approvals.next()?.id == "d")
        #expect(approvals.open["a"] == nil && approvals.open.count == 2)
    }

    @Test(arguments: ["resolved", "expired", "withdrawn", "void"])
    func whatIsClosedIsGivenToNobody(_ end: String) {
        var approvals = OpenApprovals()
        _ = approvals.take("approval/opened", approval("a"))
        _ = approvals.take("approval/opened", approval("b"))
        _ = approvals.take("approval/\(end)", ["approvalId": "a"])
        #expect(approvals.next()?.id == "b" && approvals.open["a"] == nil)
    }

    @Test func howTheLastOnesEndedIsKept() {
        var approvals = OpenApprovals()
        #expect(approvals.ending(of: "0") == nil)
        for number in 0...1_000 {
            var ending = approval("\(number)")
            for (name, value) in [("state", "resolved"), ("by", "ann"), ("client", "x")] {
                ending[name] = .string(value)
            }
            ending["result"] = ["decision": "accept"]
            // An event that comes again is no other one.
            for _ in 0..<2 { _ = approvals.take("approval/resolved", ending) }
        }
        let last = approvals.ending(of: "1000")
        #expect(last?.state == .resolved && last?.by == "ann" && last?.client == "x")
        #expect(last?.result == ["decision": "accept"])
        #expect(approvals.ending(of: "1") != nil && approvals.ending(of: "0") == nil)
    }

    @Test func whatCanNotBeReadIsSaidToBe() {
        var approvals = OpenApprovals()
        approvals.take(list: [nil, [:], ["approvalId": 1]])
        #expect(approvals.take("approval/opened", "x") == false)
        #expect(approvals.take("approval/opened", ["approvalId": "a"]) == false)
        #expect(approvals.take("approval/resolved", [:]) == false)
        // A worker's own request, and an event of later daemons'.
        #expect(approvals.take("item/tool/call", [:]) == true)
        #expect(approvals.take("approval/moved", approval("a")) == true)
        #expect(approvals.next() == nil && approvals.open.isEmpty)
    }

    @Test func whoClaimsOneIsKnownUntilItIsReleased() {
        var approvals = OpenApprovals()
        _ = approvals.take("approval/opened", approval("a"))
        _ = approvals.take("approval/claimed", ["approvalId": "a", "by": "ann", "client": "x", "remainingMs": 5])
        #expect(approvals.open["a"]?.claim?.by == "ann" && approvals.open["a"]?.claim?.client == "x")
        _ = approvals.take("approval/released", ["approvalId": "a", "by": "ann", "lapsed": true])
        #expect(approvals.open["a"]?.claim == nil)
        _ = approvals.take("approval/claimed", ["approvalId": "b", "by": "ann"])
        #expect(approvals.open.count == 1)
    }

    @Test func whatNobodyAsksForDoesNotPileUp() {
        var approvals = OpenApprovals()
        for number in 0..<10_000 {
            _ = approvals.take("approval/opened", approval("\(number)"))
            _ = approvals.take("approval/resolved", approval("\(number)"))
        }
        #expect(approvals.waiting <= 65)
        _ = approvals.take("approval/opened", approval("last"))
        #expect(approvals.next()?.id == "last")
    }

    @Test func aPlainYesIsWhatGrantsThisOnceAndNothingBesides() {
        func offers(_ offered: JSON) -> OpenApproval? {
            OpenApproval(["approvalId": "a", "method": "m", "offered": offered, "refusal": "decline"])
        }
        #expect(offers([["acceptWithExecpolicyAmendment": [:]], "acceptForSession", "accept"])?.acceptance == "accept")
        #expect(offers(["acceptForSession", "decline"])?.acceptance == nil)
        #expect(offers(["acceptForSession", "decline"])?.acceptanceForSession == "acceptForSession")
        #expect(offers([["permissions": [:]], ["permissions": ["network": true]]])?.acceptance != nil)
        #expect(offers([["permissions": [:]]])?.acceptance == nil)
        #expect(offers([])?.refusal == "decline")
    }
}
