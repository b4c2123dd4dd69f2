import Foundation
import Glibc
import Synchronization

/// A test's own directory, gone with its last owner. Its path is short: a socket's has at most 107 bytes.
final class TemporaryDirectory: Sendable {
    private static let last = Atomic<Int>(0)
    let path: String

    init() throws {
        path = "/tmp/bit-\(getpid())-\(Self.last.add(1, ordering: .relaxed).newValue)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("\(path) can't be removed: \(error)")
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes a directory in it, and gives its path.
    func directory(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    /// Writes a file, and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>, mode: Int = 0o644) throws -> String {
        guard
            FileManager.default.createFile(
                atPath: file(name), contents: Data(bytes), attributes: [.posixPermissions: mode])
        else { throw Failure("\(file(name)) can't be written") }
        return file(name)
    }

    @discardableResult
    func write(_ name: String, _ text: String, mode: Int = 0o644) throws -> String {
        try write(name, text.utf8, mode: mode)
    }

    /// The bytes of a file, or nil when there is none.
    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file(name)).map { Array($0) }
    }
}
