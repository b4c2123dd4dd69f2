import TestSupport
import Testing

@testable import Daemon

/// The parser's library asserts and recurses: no text may end the process, and each refusal has its place.
@Suite struct ConfigurationFileFuzzTests {
    private let pieces: [[UInt8]] =
        [
            "[[", "]]", "[", "]", "{", "}", "=", ".", ",", "#", "\"", "'", "\"\"\"", "'''", "\\", "\n", "\r", "\0", "1",
            "é", "\u{3042}",
            "[group.env]\n", "[[group]]\n",
        ].map { Array($0.utf8) } + [[0xFF]]

    private let example = """
        run_dir = "/run/bosun" # é
        events_hwm = 20000
        [[group]]
        name = 'main'
        command = ["codex", "app-server"]
        env = { RUST_LOG = "warn", 'é' = "x" }
        pass_env = ["OPENAI_API_KEY",
          "B"]
        [[group]]
        name = "b"
        env.A = 'x'

        """

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func noTextEndsTheProcess(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        var refused = 0
        for _ in 0..<300 {
            var text = Array(example.utf8)
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let place = Int.random(in: 0...text.count, using: &generator)
                if Bool.random(using: &generator), let piece = pieces.randomElement(using: &generator) {
                    text.insert(contentsOf: piece, at: place)
                } else {
                    text.removeSubrange(place..<min(place + Int.random(in: 0..<8, using: &generator), text.count))
                }
            }
            guard let error = ConfigurationFile.refusal(of: text) else {
                accepted += 1
                continue
            }
            refused += 1
            #expect(error.problems.allSatisfy { ($0.position?.line ?? 0) > 0 && !$0.message.isEmpty }, "\(error)")
            #expect(error.description.split(separator: "\n").count == error.problems.count)
        }
        #expect(accepted > 0 && refused > 0)
    }
}
