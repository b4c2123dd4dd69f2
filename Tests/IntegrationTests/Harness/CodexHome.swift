import TestSupport
import StubModel

/// A fresh CODEX_HOME whose codex talks to a model of the test's own.
final class CodexHome {
    let path: String
    /// Where its threads work.
    let workspace: String
    let directory: TemporaryDirectory
    private let model: StubModel

    init() throws {
        directory = try TemporaryDirectory()
        model = try StubModel()
        path = try directory.directory("codex")
        workspace = try directory.directory("work")
        try directory.write(
            "codex/config.toml",
            """
            model = "gpt-5"
            model_provider = "stub"
            [model_providers.stub]
            name = "stub"
            base_url = "\(model.baseURL)"
            wire_api = "responses"
            requires_openai_auth = false
            request_max_retries = 0
            stream_max_retries = 0
            """)
    }

    deinit { model.stop() }

    static func command() throws -> [String] { [try Executable.codex(), "app-server", "--disable", "plugins"] }

    /// A file of the workspace.
    func file(_ name: String) -> String { "\(workspace)/\(name)" }
}
