import Foundation

/// A directory of one run's own, with a short path (sockets allow 107 bytes), gone with its owner.
struct WorkDirectory: ~Copyable {
    let path: String

    /// What the longest socket's path has behind the directory's parent is under 40 bytes.
    private static let longestParent = 60

    /// - Parameter parent: where it is made; `/tmp` when there is none, or none that leaves room for the sockets.
    init(
        in parent: String? = ProcessInfo.processInfo.environment["TMPDIR"]
    ) throws(BenchError) {
        var parent = parent ?? ""
        while parent.hasSuffix("/") { parent.removeLast() }
        if !parent.hasPrefix("/") || parent.utf8.count > Self.longestParent { parent = "/tmp" }
        var template = Array("\(parent)/bosun-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw BenchError(.systemRefused, "a directory in \(parent)", errno: errno)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The state directory of a daemon that runs here.
    var state: String { "\(path)/state" }

    /// Writes a file, and gives its path.
    func write(_ text: String, to name: String) throws(BenchError) -> String {
        let file = "\(path)/\(name)"
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
            throw BenchError(.systemRefused, "\(file) can't be written")
        }
        return file
    }

    /// The samples that bench-client has written there, in microseconds.
    func samples(_ name: String) throws(BenchError) -> Samples {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)"),
            let samples = Samples(nanoseconds: [UInt8](data))
        else { throw BenchError(.wrongAnswer, "\(path)/\(name) holds no samples") }
        return samples
    }
}
