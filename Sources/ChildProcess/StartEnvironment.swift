private import EventLoop
private import Glibc

/// The environment a process was started with, as far as it may be read: empty for one that has ended or is another user's.
package struct StartEnvironment: Sendable {
    private let bytes: [UInt8]

    package init(of pid: CInt) {
        let raw = open("/proc/\(pid)/environ", O_RDONLY | O_CLOEXEC)
        guard raw >= 0 else {
            bytes = []
            return
        }
        let file = FileDescriptor(owning: raw)
        var collected: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 * 1024)
        while case .bytes(let count) = chunk.withUnsafeMutableBytes({ file.read(into: $0) }) {
            collected.append(contentsOf: chunk[..<count])
        }
        bytes = collected
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// - Parameter variable: `NAME=VALUE`, whole.
    package func contains(_ variable: String) -> Bool {
        bytes.split(separator: 0).contains { $0.elementsEqual(variable.utf8) }
    }

    /// The value of `name`, or nil.
    package subscript(name: String) -> String? {
        let start = Array("\(name)=".utf8)
        guard let entry = bytes.split(separator: 0).first(where: { $0.starts(with: start) }) else { return nil }
        return String(decoding: entry.dropFirst(start.count), as: UTF8.self)
    }
}
