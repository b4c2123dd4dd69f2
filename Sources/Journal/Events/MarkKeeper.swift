import Diagnostics
import EventLoop

/// Keeps the mark of an epoch as it is to be, and tells once when that can't be done.
struct MarkKeeper: ~Copyable {
    private let mark: CompletenessMark
    private let epoch: UInt64
    private let log: Log
    private var file: FileDescriptor?
    /// What stands in it; nil while it is not there.
    private var noted: LogAhead?
    private var isRefused = false

    init(_ mark: CompletenessMark, epoch: UInt64, log: Log) {
        self.mark = mark
        self.epoch = epoch
        self.log = log
    }

    /// Sets it, or notes in it how far the log ahead has come.
    mutating func note(_ ahead: LogAhead) {
        guard noted != ahead else { return }
        noted = ahead
        do throws(JournalError) {
            if let file = file.take() {
                // One that can't be noted in is made anew the next time.
                try mark.update(file, for: epoch, ahead)
                self.file = consume file
            } else {
                file = try mark.set(for: epoch, ahead)
                isRefused = false
            }
        } catch {
            // One that is missing, or says too little, is safe.
            complain(
                "it can't be noted that events are kept: should the daemon be killed, a replay says that some are missing",
                error)
        }
    }

    /// Takes it away; one that can't be is tried again.
    mutating func remove() {
        guard noted != nil else { return }
        do throws(JournalError) {
            try mark.remove()
            file = nil
            noted = nil
            isRefused = false
        } catch {
            complain(
                "it can't be noted that events are missing: should the daemon be killed, a replay does not say so",
                error)
        }
    }

    private mutating func complain(_ message: String, _ error: JournalError) {
        if !isRefused { log.error(message, ["reason": error.description]) }
        isRefused = true
    }
}
