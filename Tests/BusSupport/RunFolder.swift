package import BusProtocol
import Glibc

/// A run directory of one test's own, gone with its last owner.
package final class RunFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/bosun-client-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(directory)
        }
        rmdir(path)
    }

    package var endpoints: Endpoints { Endpoints(runDirectory: path) }

    struct Failure: Error {
        let errno: CInt
    }
}
