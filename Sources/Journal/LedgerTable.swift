/// The ledger in the journal's file: lines are added, and the oldest go when there are too many.
struct LedgerTable: ~Copyable {
    /// Lines that are kept, about.
    static let limit: Int64 = 100_000
    /// So often it is looked whether there are more.
    private static let pruneEvery: Int64 = 1_000

    static let schema = """
        CREATE TABLE ledger (
            number INTEGER PRIMARY KEY, approval TEXT NOT NULL, change TEXT NOT NULL, epoch INTEGER NOT NULL,
            time INTEGER NOT NULL, worker TEXT NOT NULL, thread TEXT, method TEXT NOT NULL, user TEXT, client TEXT,
            origin TEXT NOT NULL, command TEXT, detail TEXT
        );
        CREATE INDEX ledger_approval ON ledger (approval, number);
        """

    static let peerColumn = "ALTER TABLE ledger ADD COLUMN peer TEXT;"

    static let threadIndex = "CREATE INDEX IF NOT EXISTS ledger_thread ON ledger (thread, number);"

    /// Bytes of what `lines` gives, about; the line that is longer comes alone.
    static let pageSize = 1 << 20

    private static let columns =
        "number, approval, change, epoch, time, worker, thread, method, user, client, origin, command, detail, sum, peer"

    private let insert: Statement
    private let last: Statement
    private let prune: Statement

    init(_ database: borrowing Database) throws(JournalError) {
        let insert = try database.prepare(
            """
            INSERT INTO ledger (approval, change, epoch, time, worker, thread, method, user, client, origin, command, detail,
                sum, peer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let last = try database.prepare("SELECT max(number) FROM ledger")
        let prune = try database.prepare("DELETE FROM ledger WHERE number <= ?")
        self.init(insert: insert, last: last, prune: prune)
    }

    private init(insert: consuming Statement, last: consuming Statement, prune: consuming Statement) {
        self.insert = insert
        self.last = last
        self.prune = prune
    }

    // MARK: Writing

    func add(_ record: LedgerRecord) throws(JournalError) {
        let sum = RowCheck.sum(of: Self.summed(record))
        try insert.run(Self.values(record) + [.blob(sum), SQLValue(record.peer)])
        var number: Int64 = 0
        try last.run { number = $0.integer(0) }
        guard number > Self.limit, number % Self.pruneEvery == 0 else { return }
        try prune.run([.integer(number - Self.limit)])
    }

    /// A line without `peer` has the sum that it had before there was one.
    private static func summed(_ record: LedgerRecord) -> [SQLValue] {
        values(record) + (record.peer.map { [.text($0)] } ?? [])
    }

    private static func values(_ record: LedgerRecord) -> [SQLValue] {
        [
            .text(record.approval), .text(record.change.rawValue), SQLValue(record.epoch), .integer(record.time),
            .text(record.worker), SQLValue(record.thread), .text(record.method), SQLValue(record.user),
            SQLValue(record.client), .text(record.origin), SQLValue(record.command), SQLValue(record.detail),
        ]
    }

    // MARK: Reading

    private static let damage = JournalError(.damaged, "a line of the ledger is not what was written")

    /// The newest first, as many as a page holds.
    func lines(_ query: LedgerQuery, in database: borrowing Database) throws(JournalError) -> [LedgerRecord] {
        var conditions: [String] = []
        var values: [SQLValue] = []
        if let approval = query.approval {
            conditions.append("approval = ?")
            values.append(.text(approval))
        }
        if let thread = query.thread {
            conditions.append("thread = ?")
            values.append(.text(thread))
        }
        if let before = query.before {
            conditions.append("number < ?")
            values.append(.integer(before))
        }
        let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        let found = try records(
            "SELECT \(Self.columns) FROM ledger \(filter) ORDER BY number DESC LIMIT ?",
            values + [.integer(Int64(query.limit))], in: database, upTo: Self.pageSize)
        // The index, damaged since the file was opened, may say otherwise than the table.
        let isWanted = found.allSatisfy {
            (query.approval ?? $0.approval) == $0.approval && (query.thread ?? $0.thread) == $0.thread
        }
        guard isWanted else { throw Self.damage }
        return found
    }

    /// Those that were opened and never closed: their first lines.
    func open(in database: borrowing Database) throws(JournalError) -> [LedgerRecord] {
        let all = LedgerRecord.Change.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        guard try database.number("SELECT count(*) FROM ledger WHERE change NOT IN (\(all))") == 0 else {
            throw Self.damage
        }
        let open = try records(
            """
            SELECT \(Self.columns) FROM ledger AS first WHERE change = 'opened' AND NOT EXISTS (
                SELECT 1 FROM ledger WHERE approval = first.approval AND change IN (\(Self.lastChanges))
            ) ORDER BY number
            """, [], in: database)
        // What closed one may stand there under another's name.
        if let first = open.first {
            try forEach(
                "SELECT \(Self.columns) FROM ledger WHERE number >= ?", [.integer(first.number)], in: database
            ) { _ in true }
        }
        return open
    }

    /// The last lines of those that were closed last, the oldest first.
    func closed(limit: Int, in database: borrowing Database) throws(JournalError) -> [LedgerRecord] {
        try records(
            "SELECT \(Self.columns) FROM ledger WHERE change IN (\(Self.lastChanges)) ORDER BY number DESC LIMIT ?",
            [.integer(Int64(limit))], in: database
        ).reversed()
    }

    private static let lastChanges = LedgerRecord.Change.allCases.filter(\.isLast).map { "'\($0.rawValue)'" }
        .joined(separator: ", ")

    private func records(
        _ sql: String, _ values: [SQLValue], in database: borrowing Database, upTo limit: Int = .max
    ) throws(JournalError) -> [LedgerRecord] {
        var records: [LedgerRecord] = []
        var size = 0
        try forEach(sql, values, in: database) { record in
            size += record.size
            guard records.isEmpty || size <= limit else { return false }
            records.append(record)
            return true
        }
        return records
    }

    /// Gives one after the other until `body` has enough; throws when one of them is not what was written.
    private func forEach(
        _ sql: String, _ values: [SQLValue], in database: borrowing Database, _ body: (LedgerRecord) -> Bool
    ) throws(JournalError) {
        var isSound = true
        try database.prepare(sql).forEach(values) { row in
            guard let approval = row.text(1), let change = row.text(2).flatMap(LedgerRecord.Change.init(rawValue:)),
                let worker = row.text(5), let method = row.text(7), let origin = row.text(10)
            else {
                isSound = false
                return true
            }
            var record = LedgerRecord(
                approval: approval, change: change, epoch: UInt64(bitPattern: row.integer(3)), worker: worker,
                thread: row.text(6), method: method, origin: origin)
            record.number = row.integer(0)
            record.time = row.integer(4)
            record.user = row.text(8)
            record.client = row.text(9)
            record.command = row.text(11)
            record.detail = row.text(12)
            record.peer = row.text(14)
            if !row.holds(Self.summed(record), sum: 13) { isSound = false }
            return body(record)
        }
        guard isSound else { throw Self.damage }
    }
}
