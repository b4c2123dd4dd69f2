/// What the model says to one request.
enum Answer: Equatable, Sendable {
    case message(Message)
    /// A call of codex's own `exec_command` tool that asks to leave the sandbox, so that codex asks for approval.
    case command(String)
    case failure(status: Int)

    struct Message: Equatable, Sendable {
        /// The deltas' texts, in turn: delta `n` carries `pieces[n % pieces.count]`.
        var pieces: [String]
        var deltas: Int
        /// Between one delta and the next.
        var delayMilliseconds = 0
        /// The connection is closed after that many deltas.
        var cutAfter: Int?

        init(pieces: [String], deltas: Int? = nil) {
            self.pieces = pieces
            self.deltas = deltas ?? pieces.count
        }

        /// What a message without a directive is answered with.
        static let greeting = Message(pieces: [
            "Hello", " from", " the", " stub", " model", ": ", "all", " is", " well.",
        ])

        /// What a command that ran, or was not allowed to, is answered with.
        static func outcome(_ output: String) -> Message {
            Message(pieces: ["That came to", ": ", output.isEmpty ? "nothing." : output])
        }

        func piece(_ index: Int) -> String { pieces[index % pieces.count] }

        var text: String {
            var text = ""
            for index in 0..<deltas { text += piece(index) }
            return text
        }
    }
}
