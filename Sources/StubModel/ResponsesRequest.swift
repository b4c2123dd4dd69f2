private import FoundationEssentials

/// What the stub reads of a `POST /v1/responses`: the last user message, and what came back from tools since then.
struct ResponsesRequest: Equatable {
    let userMessage: String
    /// The outputs of the turn's calls so far, the oldest first.
    let callOutputs: [String]

    init(parsing body: [UInt8]) throws(StubModelError) {
        let wire: Wire
        do {
            wire = try JSONDecoder().decode(Wire.self, from: Data(body))
        } catch {
            throw StubModelError(.malformedRequest, "the body is not a request of the Responses API: \(error)")
        }
        guard wire.stream == true else {
            throw StubModelError(.malformedRequest, "only streamed answers are given: stream must be true")
        }
        guard let last = wire.input.lastIndex(where: { $0.role == "user" }) else {
            throw StubModelError(.malformedRequest, "input has no user message")
        }
        userMessage = wire.input[last].content?.text ?? ""
        callOutputs = wire.input[last...].filter { $0.type == "function_call_output" }.map { $0.output?.text ?? "" }
    }
}

private struct Wire: Decodable {
    let stream: Bool?
    let input: [Item]

    struct Item: Decodable {
        let type: String?
        let role: String?
        let content: Text?
        let output: Text?
    }

    /// A text comes as a string or as a list of parts, of which some have a text.
    struct Text: Decodable {
        let text: String

        private struct Part: Decodable { let text: String? }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                text = try container.decode(String.self)
            } catch DecodingError.typeMismatch {
                text = try container.decode([Part].self).compactMap(\.text).joined(separator: "\n")
            }
        }
    }
}
