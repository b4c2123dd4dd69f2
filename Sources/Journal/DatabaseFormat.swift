private import Glibc

/// What a database file of Bosun's is: made when it is new, checked when it is opened.
///
/// WAL without a wal-index in shared memory (`locking_mode=EXCLUSIVE`, or SQLite's `unix-excl` where two threads have it
/// open): the daemon is the only one that opens it, and a file mapped into memory that somebody truncates would end the
/// process. `synchronous=NORMAL`: what is committed
/// outlives the process, and a power loss takes the last transactions but never breaks the file.
struct DatabaseFormat {
    /// What a version has that the one before had not.
    struct Upgrade {
        var tables: Set<String> = []
        let schema: String
    }

    /// Tells it from other programs' databases, and Bosun's from one another.
    let applicationID: Int64
    /// The first version's, beside `meta`, whose first column is the version.
    let tables: Set<String>
    /// Statements that make the first version, `meta` with its one row included.
    let schema: String
    /// From version 2 on; a file of an older one is given it.
    var upgrades: [Upgrade] = []
    /// Pragmas that only take effect on a file that is empty still.
    var layout = ""
    /// Whether opening it compares each index with its table, which takes some seconds for a gigabyte. Else a row that is
    /// missing in one of them is not seen.
    var checksIndexes = false
    /// Bytes that the log of a database at rest may keep.
    var logSize = 4 << 20
    /// Another thread opens it, too, to carry over its log.
    var isShared = false

    var version: Int64 { 1 + Int64(upgrades.count) }

    /// Opens the file, or makes it; throws `damaged` or `foreign` when it is to be set aside.
    func open(_ path: String) throws(JournalError) -> Database {
        let database = try Database(path, isShared: isShared)
        if !isShared { try database.run("PRAGMA locking_mode=EXCLUSIVE") }
        try database.run("PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0")
        try check(database)
        // A header can say that only newer programs may write; then the file is broken, not the disk.
        if database.isReadOnly {
            guard access(path, W_OK) != 0 else {
                throw JournalError(.damaged, "its header says that it can't be written")
            }
            // This connection could never write, even when the file may be written again.
            throw JournalError(.unavailable, "SQLite may only read it")
        }
        if try isEmpty(database) {
            try database.run(layout)
            try database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=\(logSize)")
            try makeSchema(database)
        } else {
            try database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=\(logSize)")
        }
        try checkVersion(database)
        try upgrade(database)
        return database
    }

    private func makeSchema(_ database: borrowing Database) throws(JournalError) {
        // The version stands twice: one alone that is damaged must not look like a newer Bosun's.
        do throws(JournalError) {
            try database.run(
                """
                BEGIN IMMEDIATE;
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = 1;
                \(schema)
                COMMIT
                """)
        } catch {
            database.rollBack()
            throw error
        }
    }

    /// Each step alone: a file that was left between two of them goes on from there.
    private func upgrade(_ database: borrowing Database) throws(JournalError) {
        let found = try database.number("PRAGMA user_version")
        for (index, upgrade) in upgrades.enumerated() where Int64(index) + 2 > found {
            do throws(JournalError) {
                try database.run(
                    """
                    BEGIN IMMEDIATE;
                    \(upgrade.schema)
                    PRAGMA user_version = \(index + 2);
                    UPDATE meta SET version = \(index + 2);
                    COMMIT
                    """)
            } catch {
                database.rollBack()
                throw error
            }
        }
    }

    private func check(_ database: borrowing Database) throws(JournalError) {
        var answer: String?
        try database.prepare("PRAGMA \(checksIndexes ? "integrity" : "quick")_check(1)").run { answer = $0.text(0) }
        guard answer == "ok" else { throw JournalError(.damaged, answer ?? "the check says nothing") }
    }

    private func isEmpty(_ database: borrowing Database) throws(JournalError) -> Bool {
        guard try database.number("PRAGMA application_id") == 0 else { return false }
        guard try database.number("PRAGMA user_version") == 0 else { return false }
        return try database.number("SELECT count(*) FROM sqlite_master") == 0
    }

    private func checkVersion(_ database: borrowing Database) throws(JournalError) {
        guard try database.number("PRAGMA application_id") == applicationID else {
            throw JournalError(.foreign, "it is another program's database")
        }
        let header = try database.number("PRAGMA user_version")
        var names: Set<String> = []
        try database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").run { row in
            if let name = row.text(0) { names.insert(name) }
        }
        let added = upgrades.prefix(Int(max(header, 1) - 1)).map(\.tables)
        guard header > 0, names.isSuperset(of: added.reduce(tables.union(["meta"])) { $0.union($1) }),
            try database.number("SELECT version FROM meta") == header
        else { throw JournalError(.damaged, "its version can't be told") }
        guard header <= version else {
            throw JournalError(
                .newer, "it was written by a newer Bosun (version \(header) of the file, this one knows \(version))")
        }
    }
}

extension Database {
    /// The first column of a statement's last row; 0 when there is none.
    func number(_ sql: String) throws(JournalError) -> Int64 {
        var number: Int64 = 0
        try prepare(sql).run { number = $0.integer(0) }
        return number
    }
}
