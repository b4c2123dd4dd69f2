import JSONRPC

/// The questions of `item/tool/requestUserInput`, and what may be answered.
///
/// Source: `ToolRequestUserInputParams` and `…Response` of codex app-server 0.163.0.
struct UserInputForm {
    private let questions: [JSON]

    init(_ params: JSON) {
        questions = params["questions"]?.arrayValue ?? []
    }

    /// Each answer is `{"answers": [strings]}` under its question's id. Nobody has to answer all.
    func fault(in answers: JSON?) -> String? {
        guard let members = answers?.objectValue else { return "answers is an object" }
        let ids = Set(questions.compactMap { $0["id"]?.stringValue })
        for member in members {
            guard ids.contains(member.key) || questions.isEmpty else { return "no question has the id \(member.key)" }
            guard let texts = member.value["answers"]?.arrayValue, texts.allSatisfy({ $0.stringValue != nil }),
                member.value.objectValue?.count == 1
            else { return "the answer to \(member.key) is {\"answers\": […]}, strings" }
        }
        return nil
    }

    /// The answers, without those to questions that ask for a secret, or that nobody asked.
    func withoutSecrets(_ answers: JSON) -> JSON {
        let plain = Set(
            questions.filter { $0["isSecret"] == nil || $0["isSecret"] == false }.compactMap { $0["id"]?.stringValue })
        return .object(
            (answers.objectValue ?? []).map { .init($0.key, plain.contains($0.key) ? $0.value : ["secret": true]) })
    }
}
