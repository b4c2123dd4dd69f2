/// An answer as the streamed Responses API sends it, one step at a time: a value, so that it runs anywhere.
///
/// Event names and members are those that codex 0.163.0 reads.
struct EventStream: Sendable {
    enum Step: Equatable, Sendable {
        case bytes([UInt8])
        case pause(milliseconds: Int)
        /// Close the connection without an end of the stream.
        case cut
        case end
    }

    private enum Position {
        case opening
        case delta(Int, paused: Bool)
        case closing
        case ended
    }

    private enum Content {
        case message(Answer.Message)
        case command(String)
    }

    private let content: Content
    private let id: String
    private var position = Position.opening

    /// `id` tells this answer's response, item and call from all others.
    init(message: Answer.Message, id: String) {
        self.content = .message(message)
        self.id = id
    }

    init(command: String, id: String) {
        self.content = .command(command)
        self.id = id
    }

    mutating func next() -> Step {
        switch (position, content) {
        case (.opening, .message):
            position = .delta(0, paused: true)
            return .bytes(
                created() + event("response.output_item.added", "\"output_index\":0,\"item\":\(messageItem(nil))"))
        case (.opening, .command(let command)):
            position = .ended
            let done = event("response.output_item.done", "\"output_index\":0,\"item\":\(callItem(command))")
            return .bytes(created() + done + completed(outputTokens: 1))
        case (.delta(let index, let paused), .message(let message)):
            return delta(index, paused: paused, of: message)
        case (.closing, .message(let message)):
            position = .ended
            let item = messageItem(message.text)
            return .bytes(
                event("response.output_item.done", "\"output_index\":0,\"item\":\(item)")
                    + completed(outputTokens: message.deltas))
        case (.ended, _), (.delta, .command), (.closing, .command):
            return .end
        }
    }

    private mutating func delta(_ index: Int, paused: Bool, of message: Answer.Message) -> Step {
        if index == message.cutAfter { return .cut }
        guard index < message.deltas else {
            position = .closing
            return next()
        }
        if !paused, message.delayMilliseconds > 0 {
            position = .delta(index, paused: true)
            return .pause(milliseconds: message.delayMilliseconds)
        }
        position = .delta(index + 1, paused: false)
        let members = "\"item_id\":\"msg_\(id)\",\"output_index\":0,\"content_index\":0"
        return .bytes(event("response.output_text.delta", "\(members),\"delta\":\(jsonQuoted(message.piece(index)))"))
    }

    private func event(_ type: String, _ members: String) -> [UInt8] {
        Array("event: \(type)\ndata: {\"type\":\"\(type)\",\(members)}\n\n".utf8)
    }

    private func created() -> [UInt8] {
        event("response.created", "\"response\":{\"id\":\"resp_\(id)\"}")
    }

    private func completed(outputTokens: Int) -> [UInt8] {
        let usage = """
            {"input_tokens":1,"input_tokens_details":null,"output_tokens":\(outputTokens),\
            "output_tokens_details":null,"total_tokens":\(outputTokens + 1)}
            """
        return event("response.completed", "\"response\":{\"id\":\"resp_\(id)\",\"usage\":\(usage)}")
    }

    private func messageItem(_ text: String?) -> String {
        let content = text.map { "{\"type\":\"output_text\",\"text\":\(jsonQuoted($0))}" } ?? ""
        return "{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"msg_\(id)\",\"content\":[\(content)]}"
    }

    private func callItem(_ command: String) -> String {
        let arguments = """
            {"cmd":\(jsonQuoted(command)),"sandbox_permissions":"require_escalated",\
            "justification":"The stub model was asked to run this."}
            """
        return """
            {"type":"function_call","id":"fc_\(id)","call_id":"call_\(id)","name":"exec_command",\
            "arguments":\(jsonQuoted(arguments))}
            """
    }
}
