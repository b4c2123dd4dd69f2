import CodexClient
import Glibc
import TestSupport

extension CodexHome {
    /// For `codex exec` of the real codex.
    func exec(_ change: (inout CodexExec.Options) -> Void = { _ in }) throws -> CodexExec.Options {
        let base = try options()
        var options = CodexExec.Options()
        options.executable = base.executable
        options.arguments = ["--disable", "plugins"]
        options.inheritsEnvironment = false
        options.environment = base.environment
        options.codexHome = path
        options.workingDirectory = workspace
        change(&options)
        return options
    }

    /// For the MCP server of a codex that still has one.
    func mcp(_ change: (inout CodexMCP.Options) -> Void = { _ in }) throws -> CodexMCP.Options {
        let base = try options()
        var options = CodexMCP.Options()
        options.executable = try Self.codexWithMCP()
        options.arguments = ["mcp-server", "--disable", "plugins"]
        options.inheritsEnvironment = false
        options.environment = base.environment
        options.codexHome = path
        options.workingDirectory = workspace
        // The machine may be busy: these end what hangs, and measure nothing.
        options.startTimeout = .seconds(120)
        options.requestTimeout = .seconds(120)
        options.callTimeout = .seconds(120)
        options.shutdownTimeout = .seconds(120)
        change(&options)
        return options
    }

    private static func codexWithMCP() throws -> String {
        let version = "0.149.0"
        let checkout = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let codex = "/\(checkout)/.venv-codex-\(version)/bin/codex"
        guard access(codex, X_OK) == 0 else {
            throw TestFailure("no codex \(version) in \(codex): deploy/setup --codex \(version) installs it there")
        }
        return codex
    }
}

/// A program of a test's own that stands for codex.
final class ScriptedCodex: Sendable {
    private let directory: TemporaryDirectory
    let path: String

    /// - Parameter script: for sh.
    init(_ script: String) throws {
        directory = try TemporaryDirectory()
        path = try directory.write("codex", "#!/bin/sh\n\(script)\n")
    }

    func exec(_ change: (inout CodexExec.Options) -> Void = { _ in }) -> CodexExec.Options {
        var options = CodexExec.Options()
        options.executable = path
        options.environment = ["PATH": "/usr/bin:/bin"]
        change(&options)
        return options
    }

    /// Shakes hands, then goes on with the script.
    static func mcp(_ script: String) throws -> ScriptedCodex {
        try ScriptedCodex(
            #"""
            say() { printf '%s\n' "$1"; }
            read -r line
            say '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-03-26","serverInfo":{"name":"scripted"}}}'
            read -r line
            """# + "\n" + script)
    }

    func mcp(_ change: (inout CodexMCP.Options) -> Void = { _ in }) -> CodexMCP.Options {
        var options = CodexMCP.Options()
        options.executable = path
        options.environment = ["PATH": "/usr/bin:/bin"]
        options.startTimeout = .seconds(120)
        options.requestTimeout = .seconds(120)
        options.callTimeout = .seconds(120)
        options.shutdownTimeout = .seconds(120)
        change(&options)
        return options
    }
}
