/// The journal's table of idempotency keys.
struct KeyTable: ~Copyable {
    static let schema = """
        CREATE TABLE keys (
            user TEXT NOT NULL, client TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, command TEXT NOT NULL,
            epoch INTEGER NOT NULL, seq INTEGER NOT NULL, begun INTEGER NOT NULL, outcome TEXT, body TEXT,
            PRIMARY KEY (user, client, key)
        ) WITHOUT ROWID;
        CREATE INDEX keys_begun ON keys (begun);
        """
    private static let columns = "user, client, key, digest, command, epoch, seq, begun, outcome, body, sum"

    private let put: Statement
    private let find: Statement
    private let forget: Statement
    private let expire: Statement

    init(_ database: borrowing Database) throws(JournalError) {
        let put = try database.prepare(
            "INSERT OR REPLACE INTO keys (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let find = try database.prepare(
            "SELECT \(Self.columns) FROM keys WHERE user = ? AND client = ? AND key = ? AND begun > ?")
        let forget = try database.prepare("DELETE FROM keys WHERE user = ? AND client = ? AND key = ?")
        let expire = try database.prepare("DELETE FROM keys WHERE begun <= ?")
        self.init(put: put, find: find, forget: forget, expire: expire)
    }

    private init(
        put: consuming Statement, find: consuming Statement, forget: consuming Statement, expire: consuming Statement
    ) {
        self.put = put
        self.find = find
        self.forget = forget
        self.expire = expire
    }

    static func records(in database: borrowing Database) throws(JournalError) -> [KeyRecord] {
        var records: [KeyRecord] = []
        var isSound = true
        try database.prepare("SELECT \(columns) FROM keys ORDER BY begun, user, client, key").run { row in
            if let record = record(row) { records.append(record) } else { isSound = false }
        }
        guard isSound else { throw damage }
        return records
    }

    /// Writes one down that is not there yet; else gives what is there, unless that is older than a key is kept.
    func begin(_ record: KeyRecord, keptFor age: Int64) throws(JournalError) -> KeyWrite {
        var known: KeyRecord?
        var isThere = false
        try find.run(Self.values(record.name) + [.integer(record.begun - age)]) {
            isThere = true
            known = Self.record($0)
        }
        if let known { return .known(known) }
        guard !isThere else { throw Self.damage }
        try write(record)
        return .written
    }

    func write(_ record: KeyRecord) throws(JournalError) {
        let values = Self.values(record)
        try put.run(values + [.blob(RowCheck.sum(of: values))])
    }

    func forget(_ name: KeyName) throws(JournalError) { try forget.run(Self.values(name)) }

    func expire(until begun: Int64) throws(JournalError) { try expire.run([.integer(begun)]) }

    private static func values(_ name: KeyName) -> [SQLValue] {
        [.text(name.user), .text(name.client), .text(name.key)]
    }

    private static func values(_ record: KeyRecord) -> [SQLValue] {
        values(record.name) + [
            .text(record.digest), .text(record.command), SQLValue(record.epoch), SQLValue(record.seq),
            .integer(record.begun), SQLValue(record.outcome?.kind), SQLValue(record.outcome?.body),
        ]
    }

    private static let damage = JournalError(.damaged, "a key is not what was written")

    /// Nil when it is not what was written.
    private static func record(_ row: borrowing Statement.Row) -> KeyRecord? {
        guard let user = row.text(0), let client = row.text(1), let key = row.text(2), let digest = row.text(3),
            let command = row.text(4)
        else { return nil }
        let record = KeyRecord(
            name: KeyName(user: user, client: client, key: key), digest: digest, command: command,
            epoch: UInt64(bitPattern: row.integer(5)), seq: UInt64(bitPattern: row.integer(6)), begun: row.integer(7),
            outcome: row.text(8).map { KeyOutcome(kind: $0, body: row.text(9) ?? "") })
        return row.holds(values(record), sum: 10) ? record : nil
    }
}
