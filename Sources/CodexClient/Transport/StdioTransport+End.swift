import EventLoop

extension StdioTransport {
    /// Ends its input: what a process that only answers waits for.
    package func closeInput() { process?.closeInput() }

    /// To the process and what it has started.
    package func signal(_ signal: CInt) { process?.signal(signal) }

    /// Waits for the end of the process; nil when there is none, when `timeout` has passed, or when the task is cancelled.
    package func awaitEnd(within timeout: Duration) async -> ProcessEnd? {
        guard process != nil else { return end }
        lastToken += 1
        let token = lastToken
        let timer = shared.loop.schedule(after: timeout) { [weak self] in
            self?.assumeIsolated { $0.endWaiters.removeValue(forKey: token)?.resume(returning: nil) }
        }
        defer { shared.loop.cancel(timer) }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { endWaiters[token] = $0 }
        } onCancel: {
            // A job of its own on the loop: it comes after the waiter was entered.
            shared.loop.execute { [weak self] in
                self?.assumeIsolated { $0.endWaiters.removeValue(forKey: token)?.resume(returning: nil) }
            }
        }
    }

    /// Ends the process: end of input, SIGTERM, SIGKILL, each after its time. Requests in flight may be answered until it
    /// has ended; new ones are refused. Nil when it was never started.
    ///
    /// - Parameter timeout: for all of it; what lives longer is killed, and `stopTimedOut` thrown.
    package func stop(within timeout: Duration) async throws(TransportError) -> ProcessEnd? {
        isStopping = true
        guard process != nil else { return end }
        process?.stop()
        if let end = await awaitEnd(within: timeout) { return end }
        process?.kill()
        throw TransportError(
            Task.isCancelled ? .cancelled : .stopTimedOut, "the process did not end in time and is killed")
    }

    /// Kills it and what it has started, at once.
    package func kill() {
        isStopping = true
        process?.kill()
    }
}
