import EventLoop
private import Glibc

/// Says of a daemon, while it is named there, that the file of events tells all that is missing in it: killed then, it has
/// left nothing out.
///
/// It lies in the run directory, on another disk than the file's as a rule, and in memory: it is to be taken away when the
/// file's own disk refuses. It holds for one boot, since a power loss takes the file's last transactions. How far the
/// file's log ahead had come stands in it, too: the part of that which is damaged later SQLite passes over in silence.
package struct CompletenessMark: Sendable {
    private struct Line: Equatable {
        let epoch: UInt64
        /// The epoch before it, of which the file may not know either; its own when the file knows of this one.
        let last: UInt64
        /// How far the log ahead had come; nil while it has published nothing.
        var ahead: LogAhead?

        func text(_ bootID: String) -> String {
            let begin = "\(epoch) \(last) \(bootID)"
            guard let ahead else { return begin + "\n" }
            return "\(begin) \(Self.padded(ahead.generation)) \(Self.padded(UInt64(clamping: ahead.frames)))\n"
        }

        /// Of one length: it is written over.
        private static func padded(_ number: UInt64) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
    }

    private let path: String
    private let bootID: String

    /// Daemons that began and ended before they came to the file; of more in a row it is not known any more.
    private static let kept = 64

    /// - Parameter bootID: the kernel's name for this boot; with an empty one nothing is ever said.
    package init(_ path: String, bootID: String) {
        self.path = path
        self.bootID = bootID
    }

    /// A daemon begins, and has published nothing: it is named from its first step on, beside those before it, until the
    /// file knows of it.
    package func begin(_ epoch: UInt64, after last: UInt64) throws(JournalError) {
        _ = try write(lines.suffix(Self.kept - 1) + [Line(epoch: epoch, last: last)])
    }

    /// How far the log ahead had come when that epoch's daemon ended, in this boot; nil when it had published nothing, or
    /// was not named.
    func ahead(of epoch: UInt64) -> LogAhead? { lines.last { $0.epoch == epoch }?.ahead }

    /// Whether it was named when that epoch's daemon ended, in this boot.
    func isSet(for epoch: UInt64) -> Bool { lines.contains { $0.epoch == epoch } }

    /// Whether all daemons behind that epoch and up to the last were named as they ended.
    func isSet(behind epoch: UInt64, through last: UInt64) -> Bool {
        let lines = lines
        var place = last
        while place > epoch {
            guard let line = lines.last(where: { $0.epoch == place }), line.last < place else { return false }
            place = line.last
        }
        return place == epoch
    }

    /// Names that one alone: the file knows what became of those before it. Gives what `update` needs.
    func set(for epoch: UInt64, _ ahead: LogAhead) throws(JournalError) -> FileDescriptor {
        try write([Line(epoch: epoch, last: epoch, ahead: ahead)])
    }

    /// Notes in one that is set how far the log ahead has come.
    func update(_ file: borrowing FileDescriptor, for epoch: UInt64, _ ahead: LogAhead) throws(JournalError) {
        let bytes = Array(Line(epoch: epoch, last: epoch, ahead: ahead).text(bootID).utf8)
        guard pwrite(file.rawValue, bytes, bytes.count, 0) == bytes.count else { throw error(path) }
    }

    /// Names that one no more.
    func remove(_ epoch: UInt64) throws(JournalError) {
        let rest = lines.filter { $0.epoch != epoch }
        do throws(JournalError) {
            if !rest.isEmpty {
                _ = try write(rest)
                return
            }
        } catch {
            // Better none than one too many.
        }
        try remove()
    }

    /// Takes it away.
    func remove() throws(JournalError) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw error(path)
    }

    // MARK: The file

    private var lines: [Line] {
        guard !bootID.isEmpty else { return [] }
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count >= 3, parts[2] == bootID, let epoch = UInt64(parts[0]), let last = UInt64(parts[1]) else {
                return nil
            }
            if parts.count == 3 { return last < epoch ? Line(epoch: epoch, last: last) : nil }
            guard parts.count == 5, let generation = UInt64(parts[3], radix: 16), let frames = Int(parts[4], radix: 16)
            else { return nil }
            return Line(epoch: epoch, last: last, ahead: LogAhead(generation: generation, frames: frames))
        }
    }

    /// Whole or not at all, also for a daemon that is killed meanwhile.
    private func write(_ lines: [Line]) throws(JournalError) -> FileDescriptor {
        let fresh = "\(path).new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw error(fresh) }
        let descriptor = FileDescriptor(owning: file)
        let bytes = Array(lines.map { $0.text(bootID) }.joined().utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, rename(fresh, path) == 0 else {
            let failure = error(path)
            unlink(fresh)
            throw failure
        }
        return descriptor
    }

    private func error(_ path: String) -> JournalError {
        JournalError(.unavailable, "\(path): \(String(cString: strerror(errno)))")
    }
}
