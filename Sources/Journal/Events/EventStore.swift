import EventLoop
private import Glibc
import BusProtocol

/// The file of what went by: events in batches, large bodies in parts, and what is not kept any more.
///
/// A file of its own: it is large, and as expendable as the other journal is not. Each batch and part has a check of its
/// bytes, since SQLite does not see a changed one that lies in a value.
///
/// What is in its log ahead another thread carries over: the writer waits for the disk only when that falls behind.
struct EventStore: ~Copyable {
    private let path: String
    private let database: Database
    private let checkpointer: Checkpointer
    private let pageSize: Int
    private var aheadBound = AheadBound()
    private var generation: UInt64?
    private var framesAhead = 0
    /// Frames of the log ahead that were found as it was opened; nil when they could not be carried over, or counted.
    let framesFound: Int?
    private let begin: Statement
    private let commit: Statement
    private let putBatch: Statement
    private let putHole: Statement
    private let putPart: Statement
    private let batchesAfter: Statement
    private let oldest: Statement
    private let dropBatch: Statement
    private let dropParts: Statement
    private let dropHoles: Statement
    private let note: Statement
    private let part: Statement
    private let bodySize: Statement
    /// Bytes of batches and parts.
    private(set) var size: Int

    /// Bytes of a body's part.
    static let partSize = 256 << 10

    private static let format = DatabaseFormat(
        // "Bosv".
        applicationID: 0x426F_7376, tables: ["batches", "holes", "parts"],
        schema: """
            CREATE TABLE meta (
                version INTEGER NOT NULL, gone_epoch INTEGER NOT NULL, gone_seq INTEGER NOT NULL,
                gone_time INTEGER NOT NULL
            );
            INSERT INTO meta VALUES (1, 0, 0, 0);
            CREATE TABLE batches (
                id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
                newest INTEGER NOT NULL, size INTEGER NOT NULL, digest BLOB NOT NULL, events BLOB NOT NULL
            );
            CREATE INDEX batches_by_place ON batches (epoch, last);
            CREATE INDEX batches_by_time ON batches (newest);
            CREATE TABLE holes (
                epoch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (epoch, first)
            ) WITHOUT ROWID;
            CREATE TABLE parts (
                epoch INTEGER NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL, size INTEGER NOT NULL,
                digest BLOB NOT NULL, bytes BLOB NOT NULL
            );
            CREATE UNIQUE INDEX parts_by_place ON parts (epoch, seq, part);
            """,
        upgrades: [
            // The last epoch that wrote here, and whether it has ended with all written that it had to say.
            DatabaseFormat.Upgrade(
                schema: """
                    ALTER TABLE meta ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE meta ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
                    """)
        ],
        // A single event changes three pages at least, and each goes to the log whole.
        layout: "PRAGMA page_size=4096", logSize: 32 << 20, isShared: true)

    /// Opens and checks the file, and makes what is missing in a new one.
    init(_ path: String) throws(JournalError) {
        let database = try Self.format.open(path)
        try database.run("PRAGMA cache_size=-1024")
        database.checkpointOnlyWhenAsked()
        // What an earlier epoch has left: so the log ahead is this one's alone.
        let framesFound = Self.carryOverAll(database)
        let pageSize = Int(try database.number("PRAGMA page_size"))
        let size = Int(
            try database.number("SELECT ifnull(sum(size), 0) FROM batches")
                + database.number("SELECT ifnull(sum(size), 0) FROM parts"))
        let begin = try database.prepare("BEGIN IMMEDIATE")
        let commit = try database.prepare("COMMIT")
        let putBatch = try database.prepare(
            "INSERT INTO batches (epoch, first, last, newest, size, digest, events) VALUES (?, ?, ?, ?, ?, ?, ?)")
        let putHole = try database.prepare("INSERT OR REPLACE INTO holes VALUES (?, ?, ?)")
        let putPart = try database.prepare("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?)")
        let batchesAfter = try database.prepare(
            "SELECT epoch, last, digest, events FROM batches WHERE (epoch, last) > (?, ?) ORDER BY epoch, last")
        let oldest = try database.prepare("SELECT id, epoch, last, newest, size FROM batches ORDER BY id LIMIT 1")
        let dropBatch = try database.prepare("DELETE FROM batches WHERE id = ?")
        let dropParts = try database.prepare("DELETE FROM parts WHERE (epoch, seq) <= (?, ?) RETURNING size")
        let dropHoles = try database.prepare("DELETE FROM holes WHERE (epoch, last) <= (?, ?)")
        let note = try database.prepare(
            "UPDATE meta SET gone_epoch = ?, gone_seq = ?, gone_time = max(gone_time, ?)")
        let part = try database.prepare("SELECT digest, bytes FROM parts WHERE epoch = ? AND seq = ? AND part = ?")
        let bodySize = try database.prepare("SELECT ifnull(sum(size), 0) FROM parts WHERE epoch = ? AND seq = ?")
        self.path = path
        self.framesFound = framesFound
        self.pageSize = pageSize
        self.size = size
        self.bodySize = bodySize
        self.database = database
        self.begin = begin
        self.commit = commit
        self.putBatch = putBatch
        self.putHole = putHole
        self.putPart = putPart
        self.batchesAfter = batchesAfter
        self.oldest = oldest
        self.dropBatch = dropBatch
        self.dropParts = dropParts
        self.dropHoles = dropHoles
        self.note = note
        self.part = part
        checkpointer = Checkpointer(path)
    }

    // Its connection must not be the last one: what that closes it carries over.
    deinit { checkpointer.stop() }

    // MARK: The log ahead

    /// Gives how many frames there were; nil when the disk refuses, which shows as soon as something is to be written.
    private static func carryOverAll(_ database: borrowing Database) -> Int? {
        do throws(JournalError) {
            return try database.checkpoint().frames
        } catch {
            return nil
        }
    }

    /// How far the log ahead has come.
    mutating func ahead() -> LogAhead {
        let frames = database.framesAhead
        if generation == nil || frames <= framesAhead { generation = LogAhead.generation(of: path) }
        framesAhead = frames
        return LogAhead(generation: generation ?? 0, frames: frames)
    }

    /// Sees to it that the log ahead does not grow beyond its bound, for which it may have to wait for the disk.
    ///
    /// Throws when what is in it can't be carried over: nothing is lost, but the log grows.
    mutating func boundLog() throws(JournalError) {
        switch aheadBound.step(database.framesAhead * pageSize) {
        case .nothing: break
        case .begin:
            checkpointer.begin()
            if let problem = checkpointer.problem { throw problem }
        case .finish:
            checkpointer.awaitRest()
            _ = try database.checkpoint()
        }
    }

    // MARK: Writing

    /// Writes all of it, or nothing; drops the oldest beyond `retention`. Gives how many bytes are kept then.
    mutating func write(
        _ events: [DurableEvent], _ holes: [EventHole], _ retention: EventRetention, unixNanoseconds now: UInt64
    ) throws(JournalError) -> Int {
        let before = size
        do throws(JournalError) {
            try begin.run()
            for hole in holes { try putHole.run([SQLValue(hole.epoch), SQLValue(hole.first), SQLValue(hole.last)]) }
            for event in events where !event.wholeBody.isEmpty { try write(bodyOf: event) }
            for batch in EventBatch.batches(of: events) {
                try putBatch.run([
                    SQLValue(batch.epoch), SQLValue(batch.first), SQLValue(batch.last), SQLValue(batch.newest),
                    .integer(Int64(batch.bytes.count)), .blob(batch.bytes.withUnsafeBytes { Digest.check($0) }),
                    .blob(batch.bytes),
                ])
                size += batch.bytes.count
            }
            try drop(retention, now)
            try commit.run()
            return size
        } catch {
            database.rollBack()
            size = before
            throw error
        }
    }

    private mutating func write(bodyOf event: DurableEvent) throws(JournalError) {
        for (index, start) in stride(from: 0, to: event.wholeBody.count, by: Self.partSize).enumerated() {
            let bytes = Array(event.wholeBody[start..<min(start + Self.partSize, event.wholeBody.count)])
            try putPart.run([
                SQLValue(event.header.epoch), SQLValue(event.header.seq), .integer(Int64(index)),
                .integer(Int64(bytes.count)), .blob(bytes.withUnsafeBytes { Digest.check($0) }), .blob(bytes),
            ])
            size += bytes.count
        }
    }

    /// Notes that nothing up to there is kept: the file is new, and was not always there.
    func noteGone(_ cursor: EventCursor, unixNanoseconds: UInt64) throws(JournalError) {
        try note.run([SQLValue(cursor.epoch), SQLValue(cursor.seq), SQLValue(unixNanoseconds)])
    }

    /// Notes that the epoch's events come from here on, and what may be missing of those before it.
    func enter(_ epoch: UInt64, _ holes: [EventHole]) throws(JournalError) {
        do throws(JournalError) {
            try begin.run()
            for hole in holes { try putHole.run([SQLValue(hole.epoch), SQLValue(hole.first), SQLValue(hole.last)]) }
            try database.prepare("UPDATE meta SET entered = ?, ended = 0").run([SQLValue(epoch)])
            try commit.run()
        } catch {
            database.rollBack()
            throw error
        }
    }

    /// Notes that the epoch is over, and nothing of it is missing that is not told here.
    func end() throws(JournalError) {
        try database.run("PRAGMA synchronous=FULL; UPDATE meta SET ended = 1; PRAGMA synchronous=NORMAL")
    }

    private mutating func drop(_ retention: EventRetention, _ now: UInt64) throws(JournalError) {
        let age = UInt64(clamping: retention.age.clampedNanoseconds)
        let earliest = now > age ? now - age : 0
        for _ in 0..<Self.dropsAtOnce {
            var found: (id: Int64, last: EventCursor, newest: UInt64, size: Int)?
            try oldest.run { row in
                found = (row.integer(0), row.cursor(1, 2), row.unsigned(3), Int(row.integer(4)))
            }
            guard let batch = found, size > retention.bytes || batch.newest < earliest else { return }
            try dropBatch.run([.integer(batch.id)])
            var dropped = batch.size
            try dropParts.run([SQLValue(batch.last.epoch), SQLValue(batch.last.seq)]) { dropped += Int($0.integer(0)) }
            size -= dropped
            try dropHoles.run([SQLValue(batch.last.epoch), SQLValue(batch.last.seq)])
            try noteGone(batch.last, unixNanoseconds: batch.newest)
        }
    }

    /// Batches that one transaction drops: others wait for it.
    private static let dropsAtOnce = 256

    // MARK: Reading

    /// Up to where nothing is kept any more, and of what time the latest of that was.
    func gone() throws(JournalError) -> (cursor: EventCursor, unixNanoseconds: UInt64) {
        var gone = (EventCursor(epoch: 0, seq: 0), UInt64(0))
        try database.prepare("SELECT gone_epoch, gone_seq, gone_time FROM meta").run { row in
            gone = (row.cursor(0, 1), row.unsigned(2))
        }
        return gone
    }

    /// The last epoch that wrote here, 0 when none has said so, and whether it has ended as it should.
    func entered() throws(JournalError) -> (epoch: UInt64, isEnded: Bool) {
        var entered = (UInt64(0), false)
        try database.prepare("SELECT entered, ended FROM meta").run { entered = ($0.unsigned(0), $0.integer(1) == 1) }
        return entered
    }

    /// The last event that is here of an epoch, or 0.
    func lastSeq(of epoch: UInt64) throws(JournalError) -> UInt64 {
        var last: UInt64 = 0
        try database.prepare("SELECT ifnull(max(last), 0) FROM batches WHERE epoch = ?").run([SQLValue(epoch)]) {
            last = $0.unsigned(0)
        }
        return last
    }

    /// Where the batch before that place ends.
    func end(before place: EventCursor) throws(JournalError) -> EventCursor? {
        var end: EventCursor?
        try database.prepare(
            "SELECT epoch, last FROM batches WHERE (epoch, last) <= (?, ?) ORDER BY epoch DESC, last DESC LIMIT 1"
        ).run([SQLValue(place.epoch), SQLValue(place.seq)]) { end = $0.cursor(0, 1) }
        return end
    }

    /// Behind which all that is of that time or later lies.
    func place(before unixNanoseconds: UInt64) throws(JournalError) -> EventCursor? {
        var first: Int64?
        try database.prepare("SELECT min(id) FROM batches WHERE newest >= ?").run([SQLValue(unixNanoseconds)]) { row in
            first = row.isNull(0) ? nil : row.integer(0)
        }
        var place: EventCursor?
        if let first {
            try database.prepare("SELECT epoch, first - 1 FROM batches WHERE id = ?").run([.integer(first)]) {
                place = $0.cursor(0, 1)
            }
        } else {
            try database.prepare("SELECT epoch, last FROM batches ORDER BY id DESC LIMIT 1").run {
                place = $0.cursor(0, 1)
            }
        }
        return place
    }

    func holes() throws(JournalError) -> [EventHole] {
        var holes: [EventHole] = []
        try database.prepare("SELECT epoch, first, last FROM holes ORDER BY epoch, first").run { row in
            holes.append(EventHole(epoch: row.unsigned(0), first: row.unsigned(1), last: row.unsigned(2)))
        }
        return holes
    }

    /// Reads a piece for it.
    ///
    /// - Returns: Batches that are not what was written.
    func read(_ reading: inout EventReading) throws(JournalError) -> Int {
        var bytes = 0
        var damaged = 0
        var isAtEnd = true
        let from = reading.position
        // A copy, since a closure does not take the parameter.
        var taken = reading
        try batchesAfter.forEach([SQLValue(from.epoch), SQLValue(from.seq)]) { row in
            let last = row.cursor(0, 1)
            row.withBlobs(2, 3) { digest, events in
                bytes += events.count
                let isSound = digest.elementsEqual(Digest.check(events))
                if !isSound { damaged += 1 }
                taken.take(isSound ? events : nil, last: last)
            }
            isAtEnd = false
            guard bytes < Self.readAtOnce, !taken.isDone else { return false }
            isAtEnd = true
            return true
        }
        reading = taken
        if isAtEnd { reading.reachEnd() }
        return damaged
    }

    /// Bytes that are read before other work has its turn: some milliseconds.
    private static let readAtOnce = 2 << 20

    /// A piece of a large body; nil when it is not there, or not what was written.
    func body(_ cursor: EventCursor, from offset: Int, count: Int) throws(JournalError) -> BodyPiece? {
        var size = 0
        try bodySize.run([SQLValue(cursor.epoch), SQLValue(cursor.seq)]) { size = Int($0.integer(0)) }
        guard size > 0, offset <= size else { return nil }
        let count = min(count, size - offset)
        var bytes: [UInt8] = []
        var index = offset / Self.partSize
        var skipped = offset % Self.partSize
        while bytes.count < count {
            var piece: [UInt8]?
            try part.run([SQLValue(cursor.epoch), SQLValue(cursor.seq), .integer(Int64(index))]) { row in
                row.withBlobs(0, 1) { digest, part in
                    guard digest.elementsEqual(Digest.check(part)) else { return }
                    piece = Array(part.dropFirst(skipped).prefix(count - bytes.count))
                }
            }
            guard let piece else { return nil }
            bytes += piece
            index += 1
            skipped = 0
        }
        return BodyPiece(size: size, bytes: bytes)
    }
}

extension Statement.Row {
    func unsigned(_ column: CInt) -> UInt64 { UInt64(bitPattern: integer(column)) }

    fileprivate func cursor(_ epoch: CInt, _ seq: CInt) -> EventCursor {
        EventCursor(epoch: unsigned(epoch), seq: unsigned(seq))
    }
}
