private import Glibc
private import Synchronization

/// The daemon's log: one line an entry, to standard error, written by a thread of its own.
///
/// A loop must not wait for a terminal that somebody stopped or for a full pipe. So entries go into a bounded queue;
/// what does not fit is dropped, and how many is said in the log when there is room again.
///
/// `@unchecked Sendable`: the mutex and its condition guard `waiting`, the only mutable state.
package final class Log: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var waiting = Waiting()
    private let minimum: LogLevel
    private let descriptor: CInt

    private struct Waiting {
        var bytes: [UInt8] = []
        var dropped = 0
        var isWriting = false
    }

    /// How many bytes may wait to be written.
    private static let capacity = 1 << 20

    package init(minimum: LogLevel = .info, descriptor: CInt = STDERR_FILENO) {
        self.minimum = minimum
        self.descriptor = descriptor
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        // A flush must not take an hour because somebody sets the clock.
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
        startWriter()
    }

    /// Adds an entry. `context` comes behind the message as `name=value`; values with blanks are quoted.
    package func write(_ level: LogLevel, _ message: String, _ context: KeyValuePairs<String, String> = [:]) {
        guard level >= minimum else { return }
        let line = LogLine(level: level, message: message, context: context, time: LogLine.now()).bytes
        pthread_mutex_lock(mutex)
        if waiting.bytes.count + line.count > Self.capacity {
            waiting.dropped += 1
        } else {
            waiting.bytes += line
        }
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    package func debug(_ message: String, _ context: KeyValuePairs<String, String> = [:]) {
        write(.debug, message, context)
    }

    package func info(_ message: String, _ context: KeyValuePairs<String, String> = [:]) {
        write(.info, message, context)
    }

    package func warning(_ message: String, _ context: KeyValuePairs<String, String> = [:]) {
        write(.warning, message, context)
    }

    package func error(_ message: String, _ context: KeyValuePairs<String, String> = [:]) {
        write(.error, message, context)
    }

    /// Waits until what was added before is written, for `seconds` at most: the reader may have stopped.
    package func flush(seconds: Int = 2) {
        var limit = timespec()
        clock_gettime(CLOCK_MONOTONIC, &limit)
        limit.tv_sec += seconds
        pthread_mutex_lock(mutex)
        while !waiting.bytes.isEmpty || waiting.isWriting || waiting.dropped > 0 {
            guard pthread_cond_timedwait(condition, mutex, &limit) == 0 else { break }
        }
        pthread_mutex_unlock(mutex)
    }

    /// The writer never ends: a log lives as long as its process.
    private func startWriter() {
        var thread = pthread_t()
        let log = Unmanaged.passRetained(self)
        // The process's signals are for those who wait for them, not for this thread.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Log>.fromOpaque(argument).takeUnretainedValue().writeForEver()
            }, log.toOpaque())
        guard code == 0 else {
            log.release()
            return
        }
        pthread_detach(thread)
    }

    private func writeForEver() -> Never {
        while true {
            pthread_mutex_lock(mutex)
            while waiting.bytes.isEmpty && waiting.dropped == 0 { pthread_cond_wait(condition, mutex) }
            var bytes: [UInt8] = []
            swap(&bytes, &waiting.bytes)
            let dropped = waiting.dropped
            waiting.dropped = 0
            waiting.isWriting = true
            pthread_mutex_unlock(mutex)

            if dropped > 0 {
                bytes +=
                    LogLine(
                        level: .warning, message: "log lines dropped, the reader was too slow",
                        context: ["lines": "\(dropped)"], time: LogLine.now()
                    ).bytes
            }
            writeWhole(bytes)

            pthread_mutex_lock(mutex)
            waiting.isWriting = false
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
    }

    private func writeWhole(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&wanted, 1, 1_000)
                } else if errno != EINTR {
                    return  // nobody reads the log any more; there is nowhere left to say so
                }
            }
        }
    }
}
