import CodexClient
import CodexProtocol
import Glibc
import StubModel
import TestSupport

/// A fresh CODEX_HOME whose codex talks to a model of the test's own.
final class CodexHome: Sendable {
    private let directory: TemporaryDirectory
    private let model: StubModel

    var path: String { "\(directory.path)/codex" }
    /// Where its threads work.
    var workspace: String { "\(directory.path)/work" }

    init() throws {
        directory = try TemporaryDirectory()
        model = try StubModel()
        for path in [path, workspace] where mkdir(path, 0o700) != 0 { throw TestFailure("mkdir \(path)") }
        let config = """
            model = "gpt-5"
            model_provider = "stub"
            [model_providers.stub]
            name = "stub"
            base_url = "\(model.baseURL)"
            wire_api = "responses"
            requires_openai_auth = false
            request_max_retries = 0
            stream_max_retries = 0
            """
        try directory.write("codex/config.toml", Array(config.utf8))
    }

    deinit { model.stop() }

    /// For the real codex: the first in PATH, else the checkout's own.
    func options(_ change: (inout CodexClient.Options) -> Void = { _ in }) throws -> CodexClient.Options {
        var options = CodexClient.Options()
        options.executable = try Self.codex()
        options.arguments = ["app-server", "--disable", "plugins"]
        options.inheritsEnvironment = false
        options.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": directory.path, "LANG": "C.UTF-8"]
        options.codexHome = path
        options.workingDirectory = workspace
        // The machine may be busy: these end what hangs, and measure nothing.
        options.timeouts.startup = .seconds(120)
        options.timeouts.request = .seconds(120)
        options.timeouts.turn = .seconds(120)
        options.timeouts.shutdown = .seconds(120)
        change(&options)
        return options
    }

    /// A thread that has to ask before it runs a command.
    var askingThread: ThreadStartParams {
        ThreadStartParams(
            approvalPolicy: .value(.onRequest), cwd: .value(workspace), sandbox: .value(.readOnly))
    }

    /// A file of the workspace.
    func file(_ name: String) -> String { "\(workspace)/\(name)" }

    func has(_ name: String) -> Bool { access(file(name), F_OK) == 0 }

    /// Words that make the model ask for a command that makes that file.
    func making(_ name: String) -> String { "Make a file. [[stub run=\"touch \(file(name))\"]]" }

    private static func codex() throws -> String {
        let checkout = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let candidates = path.split(separator: ":").map { "\($0)/codex" } + ["/\(checkout)/.venv/bin/codex"]
        guard let codex = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw TestFailure("no codex in PATH and none in \(candidates.last ?? "")")
        }
        return codex
    }
}

/// Waits until `condition`: two minutes in looks, not by the clock. Where other tests keep all threads of the pool busy,
/// this one may not come to look for a minute.
func eventually(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<24_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    throw TestFailure("it did not happen in two minutes")
}

extension CodexClient {
    /// The next message that is a notification of that method.
    func next(_ method: String) async throws -> CodexNotification {
        while let message = try await nextMessage() {
            if case .notification(let notification) = message, notification.method == method { return notification }
        }
        throw TestFailure("codex ended before \(method)")
    }

    /// The next message that is a request.
    func nextRequest() async throws -> CodexServerRequest {
        while let message = try await nextMessage() {
            if case .request(let request) = message { return request }
        }
        throw TestFailure("codex ended before it asked anything")
    }
}

/// The error that `body` has to fail with.
func failure(_ body: () async throws -> Void) async throws -> CodexClientError {
    do { try await body() } catch let error as CodexClientError { return error }
    throw TestFailure("it did not fail")
}
