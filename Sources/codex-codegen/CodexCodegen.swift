private import Foundation

/// `codex-codegen`: the Swift types and the manifest of codex's protocol, made from an installed codex.
@main
enum CodexCodegen {
    static let usage = """
        codex-codegen generate --codex PATH [--root DIR]   write CodexProtocol's and Fleet's Generated, and the manifest
        codex-codegen check --codex PATH [--root DIR]      say how PATH differs from the newest manifest; exit code 1
                                                           when Bosun itself acts on what differs, 2 when it failed
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
        case .check:
            if try check(codex, against: ManifestFile(root: options.root).read()) { exit(1) }
        }
    }

    /// Says what differs; true when Bosun itself acts on something of it.
    private static func check(_ codex: InstalledCodex, against manifest: Manifest) throws(CodegenError) -> Bool {
        let version = try codex.version()
        let installed = try ManifestWriter(schema: codex.schema(), codex: version).manifest()
        let drift = DriftCheck(manifest: manifest, installed: installed).drift()
        for one in drift { print(one.line) }
        let breaks = drift.count { $0.breaksBosun }
        print(
            "codex \(version) against \(manifest.codex): \(drift.count - breaks) differences, \(breaks) that Bosun acts on"
        )
        return breaks > 0
    }
}
