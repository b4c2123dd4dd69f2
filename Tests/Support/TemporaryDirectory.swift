package import Glibc

/// A directory of one test's own, with a short path (sockets allow 107 bytes), gone with its last owner.
package final class TemporaryDirectory: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/bosun-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp: \(String(cString: strerror(errno)))") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// The ipc endpoint of that name.
    package func endpoint(_ name: String) -> String { "ipc://\(path)/\(name)" }

    /// Writes a new file and gives its path. No child that is started meanwhile inherits the descriptor.
    @discardableResult
    package func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        let writer = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        try check("open \(file)", writer)
        defer { close(writer) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(writer, $0.baseAddress, $0.count) }
            try check("write \(file)", CInt(clamping: count))
            rest = rest.dropFirst(count)
        }
        return file
    }

    /// Links are removed, not followed.
    private static func remove(_ path: String) {
        guard unlink(path) != 0, let directory = opendir(path) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { remove("\(path)/\(name)") }
        }
        closedir(directory)
        rmdir(path)
    }
}
