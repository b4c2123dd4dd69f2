private import EventLoop
private import Glibc

/// Reading a small file whole.
enum TextFile {
    /// In bytes: far more than a thousand groups take.
    static let largest = 1 << 20

    static func read(_ path: String) throws(ConfigurationError) -> [UInt8] {
        // O_NONBLOCK: a FIFO that nobody writes to would hold the start for ever.
        let raw = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard raw >= 0 else { throw failure(path, errno) }
        let file = FileDescriptor(owning: raw)
        var status = stat()
        guard fstat(raw, &status) == 0 else { throw failure(path, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw failure(path, EISDIR)
        default: throw ConfigurationError(.unreadable, [.init(file: path, "not a regular file")])
        }
        // One byte more tells a file that is too large; its size is not asked, since it may grow.
        var bytes = [UInt8](repeating: 0, count: largest + 1)
        var count = 0
        while count < bytes.count {
            switch bytes.withUnsafeMutableBytes({ file.read(into: .init(rebasing: $0[count...])) }) {
            case .bytes(let more): count += more
            case .end: return Array(bytes[..<count])
            case .wouldBlock: throw failure(path, EAGAIN)
            case .failed(let code): throw failure(path, code)
            }
        }
        throw ConfigurationError(.tooLarge, [.init(file: path, "has more than \(largest) bytes")])
    }

    private static func failure(_ path: String, _ code: CInt) -> ConfigurationError {
        ConfigurationError(.unreadable, [.init(file: path, String(cString: strerror(code)))])
    }
}
