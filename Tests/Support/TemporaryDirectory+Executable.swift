package import EventLoop
package import Glibc

extension TemporaryDirectory {
    /// Writes a file that can be run at once.
    ///
    /// A child that another test forks meanwhile holds the written descriptor until its exec, whatever close-on-exec says,
    /// and running the file would fail with ETXTBSY. The lock belongs to the open file: getting it anew waits for them all.
    @discardableResult
    package func write(_ name: String, _ text: String, mode: mode_t = 0o755) throws -> String {
        let file = "\(path)/\(name)"
        do {
            let writer = try FileDescriptor(opening: file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
            try check("flock", flock(writer.rawValue, LOCK_EX))
            let bytes = Array(text.utf8)
            let result = bytes.withUnsafeBytes { writer.write($0) }
            guard bytes.isEmpty || result == .bytes(bytes.count) else { throw TestFailure("write: \(result)") }
            try check("fchmod", fchmod(writer.rawValue, mode))
        }
        guard mode & 0o400 != 0 else { return file }
        let reader = try FileDescriptor(opening: file, O_RDONLY | O_CLOEXEC, 0)
        try check("flock", flock(reader.rawValue, LOCK_SH))
        return file
    }

    package func makeDirectory(_ name: String, mode: mode_t = 0o755) throws -> String {
        let directory = "\(path)/\(name)"
        try check("mkdir", mkdir(directory, mode))
        return directory
    }
}

extension FileDescriptor {
    package init(opening path: String, _ flags: CInt, _ mode: mode_t = 0) throws {
        let raw = open(path, flags, mode)
        try check("open \(path)", raw)
        self.init(owning: raw)
    }
}
