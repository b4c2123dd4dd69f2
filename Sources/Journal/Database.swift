private import CSQLite

/// An open SQLite database with one owner, which closes it. One thread's at a time.
struct Database: ~Copyable {
    /// Where SQLite says how long the log ahead is.
    private final class FrameCount {
        var frames = 0
    }

    private let handle: OpaquePointer
    private let ahead = FrameCount()

    /// Opens the file, or makes it.
    ///
    /// - Parameter isShared: Threads of this process open it, too, each for itself. Of other processes it is kept from all
    ///   the same, and the wal-index is in memory, not in a file.
    init(_ path: String, isShared: Bool = false) throws(JournalError) {
        var handle: OpaquePointer?
        // No lock of SQLite's own: the owner is one thread's.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let result = sqlite3_open_v2(path, &handle, flags, isShared ? "unix-excl" : nil)
        guard let handle else { throw JournalError(.unavailable, result: SQLITE_NOMEM, "out of memory") }
        guard result == SQLITE_OK else {
            let error = Self.error(result, of: handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
    }

    // Statements that are still there keep what they need of it.
    deinit { sqlite3_close_v2(handle) }

    /// Whether SQLite opened it for reading only.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Runs statements that have no values.
    func run(_ sql: String) throws(JournalError) {
        let result = sqlite3_exec(handle, sql, nil, nil, nil)
        guard result == SQLITE_OK else { throw Self.error(result, of: handle) }
    }

    func prepare(_ sql: String) throws(JournalError) -> Statement {
        var statement: OpaquePointer?
        let result = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard result == SQLITE_OK, let statement else { throw Self.error(result, of: handle) }
        return Statement(owning: statement)
    }

    /// Ends a transaction that failed; one that SQLite has ended itself is none any more.
    func rollBack() {
        if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    }

    // MARK: The log ahead

    /// Has nothing carried over from the log ahead into the file but by `checkpoint`, and counts the log's frames.
    func checkpointOnlyWhenAsked() {
        // The count lives as long as the handle: both are this owner's.
        let context = Unmanaged.passUnretained(ahead).toOpaque()
        sqlite3_wal_hook(
            handle,
            { context, _, _, frames in
                guard let context else { return SQLITE_OK }
                Unmanaged<FrameCount>.fromOpaque(context).takeUnretainedValue().frames = Int(frames)
                return SQLITE_OK
            }, context)
    }

    /// Frames that were in the log ahead after the last transaction of this connection; 0 before there was one.
    var framesAhead: Int { ahead.frames }

    /// Carries over from the log ahead into the file what it can without waiting for another connection, and waits for the
    /// disk. With all of it carried over the next transaction begins the log anew.
    ///
    /// - Returns: The frames in the log, and how many of them are carried over.
    func checkpoint() throws(JournalError) -> (frames: Int, carried: Int) {
        var frames: CInt = 0
        var carried: CInt = 0
        let result = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &frames, &carried)
        guard result == SQLITE_OK else { throw Self.error(result, of: handle) }
        return (max(0, Int(frames)), max(0, Int(carried)))
    }

    fileprivate static func error(_ result: CInt, of handle: OpaquePointer?) -> JournalError {
        let code: JournalError.Code =
            switch result & 0xFF {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .damaged
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE, SQLITE_MISUSE, SQLITE_ERROR: .rejected
            default: .unavailable
            }
        let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
        return JournalError(code, result: result, "\(message) (SQLite \(result))")
    }
}

/// A prepared statement with one owner, which ends it.
struct Statement: ~Copyable {
    private let handle: OpaquePointer

    fileprivate init(owning handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs it with these values and passes each row to `body`.
    func run(_ values: [SQLValue] = [], _ body: (borrowing Row) -> Void = { _ in }) throws(JournalError) {
        try forEach(values) { row in
            body(row)
            return true
        }
    }

    /// Runs it with these values and passes each row to `body`, until that answers false.
    func forEach(_ values: [SQLValue], _ body: (borrowing Row) -> Bool) throws(JournalError) {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in values.enumerated() { try bind(value, at: CInt(index + 1)) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: guard body(Row(handle)) else { return }
            case SQLITE_DONE: return
            case let result: throw Database.error(result, of: sqlite3_db_handle(handle))
            }
        }
    }

    private func bind(_ value: SQLValue, at index: CInt) throws(JournalError) {
        let result: CInt
        switch value {
        case .null: result = sqlite3_bind_null(handle, index)
        case .integer(let number): result = sqlite3_bind_int64(handle, index, number)
        case .text(let text):
            var text = text
            result = text.withUTF8 { bytes in
                // Nil would be NULL, not the empty text.
                guard !bytes.isEmpty else { return csqlite_bind_text(handle, index, "", 0) }
                return bytes.withMemoryRebound(to: CChar.self) {
                    csqlite_bind_text(handle, index, $0.baseAddress, CInt(clamping: $0.count))
                }
            }
        case .blob(let bytes):
            result = bytes.withUnsafeBytes {
                csqlite_bind_blob(handle, index, $0.baseAddress, CInt(clamping: $0.count))
            }
        }
        guard result == SQLITE_OK else { throw Database.error(result, of: sqlite3_db_handle(handle)) }
    }

    /// A row of the statement's, for the time of a call.
    struct Row: ~Copyable {
        private let handle: OpaquePointer

        fileprivate init(_ handle: OpaquePointer) {
            self.handle = handle
        }

        func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(handle, column) }

        func isNull(_ column: CInt) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

        /// Lends the bytes of two values.
        func withBlobs(
            _ first: CInt, _ second: CInt, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
        ) {
            body(blob(first), blob(second))
        }

        private func blob(_ column: CInt) -> UnsafeRawBufferPointer {
            // The pointer first: asking for it may change the count.
            let bytes = sqlite3_column_blob(handle, column)
            return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
        }

        /// Nil for NULL.
        func text(_ column: CInt) -> String? {
            guard sqlite3_column_type(handle, column) != SQLITE_NULL, let bytes = sqlite3_column_text(handle, column)
            else { return nil }
            let count = Int(sqlite3_column_bytes(handle, column))
            return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
    }
}
