private import Foundation

/// `codex-codegen`: the Swift types and the manifest of codex's protocol, made from an installed codex.
@main
enum CodexCodegen {
    static let usage = """
        codex-codegen generate --codex PATH [--root DIR]   write Sources/CodexProtocol/Generated and the manifest
        codex-codegen check --codex PATH [--root DIR]      say how PATH differs from the manifest
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("codex-codegen: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ arguments: [String]) throws(CodegenError) {
        let options = try Options(arguments)
        let codex = InstalledCodex(path: options.codex)
        switch options.action {
        case .generate: try Generator(root: options.root).generate(from: codex)
        case .check: break
        }
    }
}
