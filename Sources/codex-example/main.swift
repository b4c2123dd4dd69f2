import CodexClient
import CodexProtocol
import Glibc

// usage: codex-example [PROMPT]
// Asks codex one thing in this directory, asks you about what it wants to run, and prints its answer as it comes.

let prompt = CommandLine.arguments.dropFirst().first ?? "Make an empty file named hello, and say how it went."
do {
    let client = try await CodexClient.connect()
    let thread = ThreadStartParams(approvalPolicy: .value(.onRequest), sandbox: .value(.readOnly))
    let session = try await client.startSession(thread)
    for try await event in try await session.stream(prompt) {
        switch event {
        case .text(let words):
            print(words, terminator: "")
            fflush(nil)
        case .approval(let request):
            print(
                "codex wants: \(ToolUse(request: request).command ?? request.method)\nApprove? [y/N] ", terminator: "")
            fflush(nil)
            try await request.answer(readLine() == "y" ? .accept : .decline)
        case .completed(let outcome):
            print("\n\(outcome.turn.status.word)")
        default: break
        }
    }
    try await client.shutdown()
} catch {
    print("codex-example: \(error)")
    exit(1)
}
