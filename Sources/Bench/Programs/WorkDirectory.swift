import Foundation

/// A directory of one run's own, with a short path (sockets allow 107 bytes), gone with its owner.
struct WorkDirectory: ~Copyable {
    let path: String

    init() throws(BenchError) {
        var template = Array("/tmp/bosun-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw BenchError(.systemRefused, "mkdtemp", errno: errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The samples that bench-client has written there, in microseconds.
    func samples(_ name: String) throws(BenchError) -> Samples {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)"),
            let samples = Samples(nanoseconds: [UInt8](data))
        else { throw BenchError(.wrongAnswer, "\(path)/\(name) holds no samples") }
        return samples
    }
}
