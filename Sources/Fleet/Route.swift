import BusProtocol
import JSONRPC

/// Where a worker's line belongs, as the fleet knew it when whose the threads are had changed `version` times.
final class Route: Sendable {
    /// The thread that the worker owns, or nil: then the line is the worker's own.
    let thread: String?
    let scope: String
    let cause: CommandID
    /// Counts the thread's lines; nil where the line is the worker's own.
    let count: LineCount?
    let version: UInt64
    private let worker: UInt64
    /// The same as `thread`: comparing a line's bytes with a String costs several times as much.
    private let threadBytes: [UInt8]

    init(worker: UInt64, thread: String?, scope: String, cause: CommandID, count: LineCount?, version: UInt64) {
        self.worker = worker
        self.thread = thread
        self.scope = scope
        self.cause = cause
        self.count = count
        self.version = version
        threadBytes = thread.map { Array($0.utf8) } ?? []
    }

    /// Whether it still holds, for a line of that worker that names this thread.
    func isFor(_ worker: UInt64, thread named: BorrowedText, version: UInt64) -> Bool {
        self.version == version && self.worker == worker && named == threadBytes && thread != nil
    }
}
