public import CodexProtocol

extension CodexExec {
    /// One line of `codex exec --json`, as of 0.163.0. Older and newer ones may have others: those are `unknown`.
    public struct Event: Sendable, Hashable {
        /// What an event says.
        public enum Content: Sendable, Hashable {
            case threadStarted(id: String)
            case turnStarted
            case turnCompleted(Usage)
            case turnFailed(message: String)
            case itemStarted(Item)
            case itemUpdated(Item)
            case itemCompleted(Item)
            /// Of the stream as a whole; `turnFailed` may follow.
            case error(message: String)
            /// Another type, or one of these that lacks what it should have.
            case unknown(type: String?)
            /// No JSON. What comes after it is not touched by that.
            case invalid(InvalidLine)
        }

        /// What it says, as far as this library knows it.
        public let content: Content
        /// The whole event; nil for a line that is no JSON.
        public let raw: JSONValue?

        init(line: [UInt8]) {
            do throws(CodexProtocolError) {
                let json = try JSONValue(parsing: line)
                content = Content(json) ?? .unknown(type: json["type"]?.string)
                raw = json
            } catch {
                content = .invalid(InvalidLine(line: line, reason: error))
                raw = nil
            }
        }
    }

    /// A line that codex wrote among its events and that is none.
    public struct InvalidLine: Error, Hashable, CustomStringConvertible {
        /// As it came, without its newline.
        public let line: [UInt8]
        /// Why it is no JSON.
        public let reason: CodexProtocolError

        /// The line as text; what is no UTF-8 is replaced.
        public var text: String { String(decoding: line, as: UTF8.self) }
        /// The reason and the line.
        public var description: String { "\(reason): \(text)" }
    }

    /// Tokens of a turn.
    public struct Usage: Sendable, Hashable {
        /// All tokens of the input.
        public let inputTokens: Int64
        /// Those of them that the model had in its cache; 0 where codex does not tell.
        public let cachedInputTokens: Int64
        /// All tokens that the model made.
        public let outputTokens: Int64
        /// Nil where codex does not tell.
        public let cacheWriteInputTokens: Int64?
        /// Those of the output that were thoughts; nil where codex does not tell.
        public let reasoningOutputTokens: Int64?

        init?(_ json: JSONValue?) {
            guard let json, let input = json["input_tokens"]?.integer, let output = json["output_tokens"]?.integer
            else {
                return nil
            }
            inputTokens = input
            outputTokens = output
            cachedInputTokens = json["cached_input_tokens"]?.integer ?? 0
            cacheWriteInputTokens = json["cache_write_input_tokens"]?.integer
            reasoningOutputTokens = json["reasoning_output_tokens"]?.integer
        }
    }
}

extension CodexExec.Event.Content {
    /// Nil for what is not known.
    fileprivate init?(_ json: JSONValue) {
        switch json["type"]?.string {
        case "thread.started":
            guard let id = json["thread_id"]?.string else { return nil }
            self = .threadStarted(id: id)
        case "turn.started":
            self = .turnStarted
        case "turn.completed":
            guard let usage = CodexExec.Usage(json["usage"]) else { return nil }
            self = .turnCompleted(usage)
        case "turn.failed":
            guard let message = json["error"]?["message"]?.string else { return nil }
            self = .turnFailed(message: message)
        case "item.started":
            guard let item = CodexExec.Item(json["item"]) else { return nil }
            self = .itemStarted(item)
        case "item.updated":
            guard let item = CodexExec.Item(json["item"]) else { return nil }
            self = .itemUpdated(item)
        case "item.completed":
            guard let item = CodexExec.Item(json["item"]) else { return nil }
            self = .itemCompleted(item)
        case "error":
            guard let message = json["message"]?.string else { return nil }
            self = .error(message: message)
        default:
            return nil
        }
    }
}
