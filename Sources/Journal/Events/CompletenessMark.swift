private import Glibc

/// Says, while it is there, that the file of events tells all that is missing in it: a daemon that is killed then has left
/// nothing out.
///
/// It lies in the run directory, on another disk than the file's as a rule, and in memory: it is to be taken away when the
/// file's own disk refuses. It holds for one boot, since a power loss takes the file's last transactions.
package struct CompletenessMark: Sendable {
    private let path: String
    private let bootID: String

    /// - Parameter bootID: the kernel's name for this boot; with an empty one nothing is ever said.
    package init(_ path: String, bootID: String) {
        self.path = path
        self.bootID = bootID
    }

    private func text(_ epoch: UInt64) -> String { "\(epoch) \(bootID)\n" }

    /// Whether it was there when that epoch's daemon ended, in this boot.
    func isSet(for epoch: UInt64) -> Bool {
        guard !bootID.isEmpty else { return false }
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = read(file, &bytes, bytes.count)
        return count > 0 && bytes[..<count].elementsEqual(text(epoch).utf8)
    }

    /// Sets it; one that is half written says nothing.
    func set(for epoch: UInt64) throws(JournalError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw error() }
        defer { close(file) }
        let bytes = Array(text(epoch).utf8)
        guard write(file, bytes, bytes.count) == bytes.count else { throw error() }
    }

    /// Takes it away.
    func remove() throws(JournalError) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw error()
    }

    private func error() -> JournalError {
        JournalError(.unavailable, "\(path): \(String(cString: strerror(errno)))")
    }
}
