/// The journal's file: its schema, and the statements that read and write it.
///
/// What says that a command was sent, or answers a worker, is written with `synchronous=FULL`: a power loss does not take it.
struct JournalStore: ~Copyable {
    private static let format = DatabaseFormat(
        // "Bosn".
        applicationID: 0x426F_736E, tables: ["processes", "threads"],
        schema: """
            CREATE TABLE meta (version INTEGER NOT NULL);
            INSERT INTO meta VALUES (1);
            CREATE TABLE processes (
                worker TEXT NOT NULL, epoch INTEGER NOT NULL, generation INTEGER NOT NULL, pid INTEGER NOT NULL,
                started INTEGER NOT NULL, boot_id TEXT NOT NULL, PRIMARY KEY (worker, epoch, generation)
            ) WITHOUT ROWID;
            CREATE TABLE threads (
                id TEXT PRIMARY KEY, codex_home TEXT NOT NULL, worker TEXT NOT NULL, parent TEXT, cwd TEXT, cause TEXT,
                started_by TEXT, turn TEXT, turn_params TEXT
            ) WITHOUT ROWID;
            """,
        upgrades: [
            DatabaseFormat.Upgrade(tables: ["keys"], schema: KeyTable.schema),
            DatabaseFormat.Upgrade(tables: ["ledger"], schema: LedgerTable.schema),
            DatabaseFormat.Upgrade(schema: LedgerTable.threadIndex),
            // Of each row (`RowCheck`).
            DatabaseFormat.Upgrade(
                schema: "ALTER TABLE keys ADD COLUMN sum BLOB; ALTER TABLE ledger ADD COLUMN sum BLOB;"),
            DatabaseFormat.Upgrade(schema: LedgerTable.peerColumn),
        ], checksIndexes: true)

    private let database: Database
    private let begin: Statement
    private let commit: Statement
    private let putProcess: Statement
    private let endProcess: Statement
    private let putThread: Statement
    private let forgetThread: Statement
    private let forgetThreads: Statement
    private let keys: KeyTable
    private let ledger: LedgerTable

    /// Opens and checks the file, and makes what is missing in a new one.
    init(_ path: String) throws(JournalError) {
        let database = try Self.format.open(path)
        let begin = try database.prepare("BEGIN IMMEDIATE")
        let commit = try database.prepare("COMMIT")
        let putProcess = try database.prepare(
            """
            INSERT OR REPLACE INTO processes (worker, epoch, generation, pid, started, boot_id)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        let endProcess = try database.prepare("DELETE FROM processes WHERE worker = ? AND epoch = ? AND generation = ?")
        let putThread = try database.prepare(
            """
            INSERT OR REPLACE INTO threads
            (id, codex_home, worker, parent, cwd, cause, started_by, turn, turn_params)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let forgetThread = try database.prepare("DELETE FROM threads WHERE id = ?")
        let forgetThreads = try database.prepare("DELETE FROM threads")
        let keys = try KeyTable(database)
        let ledger = try LedgerTable(database)
        self.init(
            database: database, begin: begin, commit: commit, putProcess: putProcess, endProcess: endProcess,
            putThread: putThread, forgetThread: forgetThread, forgetThreads: forgetThreads, keys: keys, ledger: ledger)
    }

    private init(
        database: consuming Database, begin: consuming Statement, commit: consuming Statement,
        putProcess: consuming Statement, endProcess: consuming Statement, putThread: consuming Statement,
        forgetThread: consuming Statement, forgetThreads: consuming Statement, keys: consuming KeyTable,
        ledger: consuming LedgerTable
    ) {
        self.database = database
        self.begin = begin
        self.commit = commit
        self.putProcess = putProcess
        self.endProcess = endProcess
        self.putThread = putThread
        self.forgetThread = forgetThread
        self.forgetThreads = forgetThreads
        self.keys = keys
        self.ledger = ledger
    }

    // MARK: Reading

    func contents() throws(JournalError) -> JournalContents {
        var processes: [ProcessRecord] = []
        var threads: [ThreadRecord] = []
        try database.prepare("SELECT worker, epoch, generation, pid, started, boot_id FROM processes").run { row in
            guard let worker = row.text(0), let pid = Int32(exactly: row.integer(3)), pid > 1, let bootID = row.text(5)
            else { return }
            processes.append(
                ProcessRecord(
                    worker: worker, generation: UInt32(truncatingIfNeeded: row.integer(2)),
                    epoch: UInt64(bitPattern: row.integer(1)), pid: pid, started: UInt64(bitPattern: row.integer(4)),
                    bootID: bootID))
        }
        try database.prepare(
            "SELECT id, codex_home, worker, parent, cwd, cause, started_by, turn, turn_params FROM threads ORDER BY id"
        ).run { row in
            guard let id = row.text(0), let codexHome = row.text(1), let worker = row.text(2) else { return }
            threads.append(
                ThreadRecord(
                    id: id, codexHome: codexHome, worker: worker, parent: row.text(3), cwd: row.text(4),
                    cause: row.text(5), startedBy: row.text(6), turn: row.text(7), turnParams: row.text(8)))
        }
        var contents = JournalContents(processes: processes, threads: threads, keys: try KeyTable.records(in: database))
        contents.openApprovals = try ledger.open(in: database)
        contents.closedApprovals = try ledger.closed(limit: Self.rememberedApprovals, in: database)
        return contents
    }

    private static let rememberedApprovals = 1_000

    /// Lines of the approvals' ledger, the newest first.
    func lines(_ query: LedgerQuery) throws(JournalError) -> [LedgerRecord] { try ledger.lines(query, in: database) }

    // MARK: Writing

    /// Writes all of them, or none; and then the keys that begin, each with what came of it.
    @discardableResult
    func write(
        _ entries: [JournalEntry], beginning records: [KeyRecord] = [], keptFor age: Int64 = 0
    ) throws(JournalError) -> [KeyWrite] {
        let isDurable = !records.isEmpty || entries.contains(where: \.isDurable)
        try database.run("PRAGMA synchronous=\(isDurable ? "FULL" : "NORMAL")")
        do throws(JournalError) {
            try begin.run()
            for entry in entries { try write(entry) }
            var writes: [KeyWrite] = []
            for record in records { writes.append(try keys.begin(record, keptFor: age)) }
            try commit.run()
            return writes
        } catch {
            database.rollBack()
            throw error
        }
    }

    private func write(_ entry: JournalEntry) throws(JournalError) {
        switch entry {
        case .process(let process):
            try putProcess.run([
                .text(process.worker), SQLValue(process.epoch), .integer(Int64(process.generation)),
                .integer(Int64(process.pid)), SQLValue(process.started), .text(process.bootID),
            ])
        case .processEnded(let worker, let epoch, let generation):
            try endProcess.run([.text(worker), SQLValue(epoch), .integer(Int64(generation))])
        case .thread(let thread):
            try putThread.run([
                .text(thread.id), .text(thread.codexHome), .text(thread.worker), SQLValue(thread.parent),
                SQLValue(thread.cwd), SQLValue(thread.cause), SQLValue(thread.startedBy), SQLValue(thread.turn),
                SQLValue(thread.turnParams),
            ])
        case .threadForgotten(let id): try forgetThread.run([.text(id)])
        case .allThreadsForgotten: try forgetThreads.run()
        case .key(let record): try keys.write(record)
        case .keyForgotten(let name): try keys.forget(name)
        case .keysExpired(let begun): try keys.expire(until: begun)
        case .allKeys(let records): for record in records { try keys.write(record) }
        case .ledger(let record): try ledger.add(record)
        }
    }
}
