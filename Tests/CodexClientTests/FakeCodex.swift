import CodexClient
import CodexProtocol
import Synchronization
import TestSupport

/// A shell script in place of codex: it says what the real one can't be made to say.
///
/// Its functions: `say LINE`, `hear` (waits for a line, which is then in `$heard`), `ready` (the handshake, to the end).
enum FakeCodex {
    private static let functions = """
        say() { printf '%s\\n' "$1"; }
        hear() { IFS= read -r heard || exit 0; }
        agent=bosun-codex-client/0.163.0
        welcome() { say "{\\"id\\":1,\\"result\\":{\\"userAgent\\":\\"$agent (fake)\\",\\"codexHome\\":\\"/\\",\\"platformFamily\\":\\"unix\\",\\"platformOs\\":\\"linux\\"}}"; }
        ready() { hear; welcome; hear; }
        thread() { hear; say '{"id":2,"result":{"thread":{"id":"t"}}}'; }
        turn() { hear; say '{"id":3,"result":{"turn":{"id":"u"}}}'; }

        """

    static func options(
        _ script: String, _ change: (inout CodexClient.Options) -> Void = { _ in }
    ) -> CodexClient.Options {
        var options = CodexClient.Options()
        options.executable = "/bin/sh"
        options.arguments = ["-c", functions + script]
        options.inheritsEnvironment = false
        options.environment = ["PATH": "/usr/bin:/bin"]
        // The machine may be busy: these end what hangs, and measure nothing.
        options.timeouts.startup = .seconds(120)
        options.timeouts.request = .seconds(120)
        options.timeouts.turn = .seconds(120)
        options.timeouts.shutdown = .seconds(120)
        change(&options)
        return options
    }

    /// A client of one that does its handshake and goes on with `script`.
    static func start(
        _ script: String, _ change: (inout CodexClient.Options) -> Void = { _ in }
    ) async throws -> CodexClient {
        try await CodexClient.start(options("ready; " + script, change))
    }
}

/// What is written down from several places.
final class Notes: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// The error that `body` has to fail with.
func failure(_ body: () async throws -> Void) async throws -> CodexClientError {
    do { try await body() } catch let error as CodexClientError { return error }
    throw TestFailure("it did not fail")
}
