import Glibc
import Synchronization

/// A test's own directory, removed with it.
final class TemporaryDirectory {
    private static let last = Atomic<Int>(0)
    let path: String

    init() throws {
        let made = "/tmp/bosun-daemon-\(getpid())-\(Self.last.add(1, ordering: .relaxed).newValue)"
        try check("mkdir \(made)", mkdir(made, 0o700))
        path = made
    }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
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

    deinit {
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != "..", unlink("\(path)/\(name)") != 0 { rmdir("\(path)/\(name)") }
            }
            closedir(directory)
        }
        rmdir(path)
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

func check(_ what: String, _ result: CInt) throws {
    guard result >= 0 else { throw TestFailure("\(what): \(String(cString: strerror(errno)))") }
}
