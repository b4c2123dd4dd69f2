/// One `[[stub …]]` of a user message: what to answer one request of the turn with.
///
///     [[stub deltas=200 delay-ms=5 text="word "]]   200 deltas of that text, 5 ms apart
///     [[stub text="Yes."]]                          one delta
///     [[stub deltas=10 cut=3]]                      the connection closes after 3 deltas
///     [[stub run="touch /tmp/x"]]                   a command that needs approval
///     [[stub fail=500]]                             an HTTP error
///
/// `wait-ms=` goes with each: silence before the answer. The second directive of a message answers the request that
/// comes back with the first one's command output, and so on.
struct Directive: Equatable, Sendable {
    var waitMilliseconds = 0
    var answer: Answer

    private static let longestWait = 600_000
    private static let mostDeltas = 1_000_000
    private static let longestText = 64 << 20
    private static let messageKeys: Set<String> = ["deltas", "delay-ms", "text", "cut"]

    init(_ answer: Answer) { self.answer = answer }

    init(options: [String: String]) throws(StubModelError) {
        let known = Self.messageKeys.union(["run", "fail", "wait-ms"])
        if let key = options.keys.sorted().first(where: { !known.contains($0) }) {
            throw .directive("unknown option \(key)=; known are \(known.sorted().joined(separator: ", "))")
        }
        let exclusive = ["run", "fail"].filter { options[$0] != nil }
        if let key = exclusive.first, exclusive.count > 1 || !Self.messageKeys.isDisjoint(with: options.keys) {
            throw .directive("\(key)= goes with wait-ms= only; what follows a command is a second directive's matter")
        }
        func number(_ key: String, in range: ClosedRange<Int>) throws(StubModelError) -> Int? {
            guard let text = options[key] else { return nil }
            guard let value = Int(text), range.contains(value) else {
                throw .directive("\(key)=\(text) is not a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return value
        }

        if let command = options["run"] {
            guard !command.isEmpty else { throw .directive("run= needs a command") }
            answer = .command(command)
        } else if let status = try number("fail", in: 400...599) {
            answer = .failure(status: status)
        } else {
            var message = Answer.Message.greeting
            let deltas = try number("deltas", in: 0...Self.mostDeltas)
            if let text = options["text"] {
                message = Answer.Message(pieces: [text], deltas: deltas)
            } else if let deltas {
                message = Answer.Message(pieces: ["word "], deltas: deltas)
            }
            guard message.deltas * message.piece(0).utf8.count <= Self.longestText else {
                throw .directive("deltas= times the length of text= is over \(Self.longestText) bytes")
            }
            message.delayMilliseconds = try number("delay-ms", in: 0...Self.longestWait) ?? 0
            message.cutAfter = try number("cut", in: 0...message.deltas)
            answer = .message(message)
        }
        waitMilliseconds = try number("wait-ms", in: 0...Self.longestWait) ?? 0
    }
}

extension StubModelError {
    static func directive(_ context: String) -> StubModelError {
        StubModelError(.malformedDirective, "[[stub …]]: \(context)")
    }
}
