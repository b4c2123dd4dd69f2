internal import Foundation

/// Where a manifest is in the package.
struct ManifestFile {
    let root: String

    private var directory: URL { URL(filePath: root).appending(path: "protocols/codex") }

    func write(_ manifest: Manifest) throws(CodegenError) {
        let file = directory.appending(path: manifest.codex + ".json")
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try ManifestWriter.data(of: manifest).write(to: file)
        } catch {
            throw CodegenError(.fileFailed, "\(file.path): \(error)")
        }
    }

    /// The newest manifest that is checked in.
    func read() throws(CodegenError) -> Manifest {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
                .filter { $0.hasSuffix(".json") }
            let newest = names.max { $0.compare($1, options: .numeric) == .orderedAscending }
            guard let newest else { throw CodegenError(.fileFailed, "\(directory.path): no manifest") }
            return try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: directory.appending(path: newest)))
        } catch {
            throw CodegenError(.fileFailed, "\(directory.path): \(error)")
        }
    }
}
