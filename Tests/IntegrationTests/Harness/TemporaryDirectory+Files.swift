import Foundation
import TestSupport

extension TemporaryDirectory {
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A directory in it, made when it is missing.
    func directory(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    /// The bytes of a file, or nil when there is none.
    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file(name)).map { Array($0) }
    }
}
