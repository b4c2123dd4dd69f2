import JSONRPC

/// What came of an answer that the daemon has taken.
public enum AnswerOutcome: Sendable, Hashable {
    /// It was the answer, and goes to the worker.
    case resolved
    /// It was counted: so many have said the same, and `quorum` have to.
    case counted(agreeing: Int, quorum: Int)

    init(_ json: JSON) {
        guard json["state"] != "resolved", let agreeing = json["agreeing"]?.intValue,
            let quorum = json["quorum"]?.intValue
        else {
            self = .resolved
            return
        }
        self = .counted(agreeing: Int(clamping: agreeing), quorum: Int(clamping: quorum))
    }
}
