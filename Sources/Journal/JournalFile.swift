private import EventLoop
private import Glibc

/// Where the journal lies, and how a file that is none is put out of the way.
struct JournalFile: Sendable {
    let path: String

    /// Opens it. A broken or foreign file is set aside and a new one made; `setAside` is told the reason and where it is.
    func open(
        _ setAside: (JournalError, _ movedTo: String) -> Void
    ) throws(JournalError) -> OpenJournal {
        do throws(JournalError) {
            return try read()
        } catch {
            guard error.code == .damaged || error.code == .foreign || error.code == .rejected else { throw error }
            setAside(error, try moveAway())
            return try read()
        }
    }

    private func read() throws(JournalError) -> OpenJournal {
        let store = try JournalStore(path)
        let contents = try store.contents()
        return OpenJournal(store: consume store, contents: contents)
    }

    private func moveAway() throws(JournalError) -> String { try Self.setAside(path) }

    /// Renames a database with what belongs to it, and gives its new path.
    static func setAside(_ path: String) throws(JournalError) -> String {
        let stamp = "set-aside-\(WallClock.unixNanoseconds / 1_000)"
        for suffix in ["-wal", "-shm", "-journal", ""] {
            guard rename("\(path)\(suffix)", "\(path).\(stamp)\(suffix)") != 0, errno != ENOENT else { continue }
            throw JournalError(
                .unavailable, "\(path)\(suffix) can't be set aside: \(String(cString: strerror(errno)))")
        }
        return "\(path).\(stamp)"
    }
}
