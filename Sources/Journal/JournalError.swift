/// Why the journal could not be opened or written.
package struct JournalError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// The file's content is broken.
        case damaged
        /// It is a file of something else.
        case foreign
        /// A newer Bosun has written it.
        case newer
        /// The disk is full, read-only or broken, or memory is short: later it may go.
        case unavailable
        /// It can't be written as it is, now or later.
        case rejected
        /// The thread could not be started.
        case threadUnavailable
    }

    package let code: Code
    /// SQLite's extended result code; 0 when it is not SQLite that says so.
    package let result: Int32
    /// One line for people.
    package let description: String

    package init(_ code: Code, result: Int32 = 0, _ message: String) {
        self.code = code
        self.result = result
        description = message
    }
}
