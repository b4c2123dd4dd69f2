private import CLinux
private import Glibc

/// A thread for what may wait and so must not run on a loop.
package enum BackgroundThread {
    private final class Body {
        let name: String
        let run: @Sendable () -> Void

        init(_ name: String, _ run: @escaping @Sendable () -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// Runs `body` on a thread of its own, which ends with it. Signals are left to those who wait for them.
    package static func start(_ name: String, _ body: @escaping @Sendable () -> Void) throws(EventLoopError) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(Body(name, body))
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
                clinux_name_thread(body.name)
                body.run()
                return nil
            }, retained.toOpaque())
        guard code == 0 else {
            retained.release()
            throw EventLoopError(.threadUnavailable, errno: code)
        }
        pthread_detach(thread)
    }
}
