import CodexProtocol
import JSONRPC

/// What a consumer pays for types: a small notification decoded, beside the parsing of the same JSON.
struct DecodeBench {
    let count: Int

    /// A delta of 212 bytes, the most frequent line of a codex.
    private static let line = Array(
        (#"{"method":"item/agentMessage/delta","params":{"threadId":"01a1fae8-8e55-7b92-887c-7c63277e4a6d","#
            + #""turnId":"01a1fae8-9e55-7b92-887c-7c63277e4a6d","itemId":"msg_bc831aafa65a1a44","delta":"word "},"#
            + #""emittedAtMs":1795219223792}"#).utf8)

    /// Nanoseconds for one.
    func run(_ side: Side) throws(BenchError) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var recognized = 0
        do {
            for _ in 0..<count {
                switch side {
                case .floor: if try JSON(parsing: Self.line)["method"] != nil { recognized += 1 }
                case .daemon:
                    if case .notification(.itemAgentMessageDelta, _) = try ServerMessage(parsing: Self.line) {
                        recognized += 1
                    }
                }
            }
        } catch {
            throw BenchError(.wrongAnswer, "a notification does not decode: \(error)")
        }
        guard recognized == count else { throw BenchError(.wrongAnswer, "a notification decodes to another type") }
        return (clock.now - start) / .nanoseconds(count)
    }
}
