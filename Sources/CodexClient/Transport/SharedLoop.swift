package import EventLoop
private import Glibc

/// A loop and what is read with on it: all conversations of a process share one, unless a test brings its own.
package struct SharedLoop: Sendable {
    package let loop: EventLoop
    package let reader: LineReader

    /// A loop of the caller's own, which must outlive what runs on it.
    package init(_ loop: EventLoop, reader: LineReader = LineReader()) {
        self.loop = loop
        self.reader = reader
        // A library leaves the process's signals alone; a blocked SIGPIPE makes a write give EPIPE on this thread only.
        loop.execute {
            var pipe = sigset_t()
            sigemptyset(&pipe)
            sigaddset(&pipe, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &pipe, nil)
        }
    }

    /// The process's own, started when it is first asked for; it stays.
    package static func shared() throws(EventLoopError) -> SharedLoop { try start.get() }

    private static let start: Result<SharedLoop, EventLoopError> = Result { () throws(EventLoopError) in
        SharedLoop(try EventLoop(name: "codex-client"))
    }
}
