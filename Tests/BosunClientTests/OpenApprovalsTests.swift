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
        approvals.take("approval/opened", approval("b"))
        approvals.take("approval/opened", approval("c"))
        #expect(approvals.next()?.id == "a")
        #expect(approvals.next()?.id == "b")
        #expect(approvals.next()?.id == "c")
        #expect(approvals.next() == nil && approvals.count == 3)
        approvals.take(list: [approval("c"), approval("d")])
        #expect(approvals.next()?.id == "d")
        #expect(!approvals.isOpen("a") && approvals.count == 2)
    }

    @Test(arguments: ["resolved", "expired", "withdrawn", "void"])
    func whatIsClosedIsGivenToNobody(_ end: String) {
        var approvals = OpenApprovals()
        approvals.take("approval/opened", approval("a"))
        approvals.take("approval/opened", approval("b"))
        approvals.take("approval/\(end)", ["approvalId": "a"])
        #expect(approvals.next()?.id == "b" && !approvals.isOpen("a"))
    }

    @Test func whatIsNoApprovalIsPassedOver() {
        var approvals = OpenApprovals()
        approvals.take(list: [nil, [:], ["approvalId": 1]])
        approvals.take("approval/opened", "x")
        approvals.take("approval/resolved", [:])
        approvals.take("item/tool/call", approval("a"))
        #expect(approvals.next() == nil && approvals.count == 0)
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
