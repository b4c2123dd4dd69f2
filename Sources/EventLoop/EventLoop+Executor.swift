private import Dispatch
private import Synchronization

extension EventLoop: SerialExecutor {
    package func enqueue(_ job: consuming ExecutorJob) {
        submit(.task(UnownedJob(job)))
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Lets `assumeIsolated` succeed in a handler, which runs on the thread but in no Swift task.
    package func isIsolatingCurrentContext() -> Bool? { isCurrent }

    package func checkIsolated() {
        precondition(isCurrent, "not on the loop \(name)")
    }

    /// Runs `body` on the loop, after what was enqueued before it. From any thread.
    package func execute(_ body: @escaping @Sendable () -> Void) {
        submit(.closure(body))
    }

    /// Runs `body` on the loop and waits for what it gives. Not from the loop's own thread, nor from one that must not wait.
    package func runAndWait<T: Sendable>(_ body: @escaping @Sendable () -> T) -> T {
        precondition(!isCurrent, "a loop can't wait for itself")
        let done = DispatchSemaphore(value: 0)
        let outcome = Mutex<T?>(nil)
        execute {
            let value = body()
            outcome.withLock { $0 = value }
            done.signal()
        }
        while true {
            done.wait()
            if let value = outcome.withLock({ $0 }) { return value }
        }
    }

    /// Writes the eventfd only when the queue goes from empty to not empty: many jobs cost one wake-up.
    private func submit(_ job: Job) {
        let wasEmpty = jobs.withLock { queue in
            queue.append(job)
            return queue.count == 1
        }
        if wasEmpty && !isCurrent { wake() }
    }
}

/// What waits to run on the loop.
enum Job {
    case task(UnownedJob)
    case closure(@Sendable () -> Void)

    func run(on loop: EventLoop) {
        switch self {
        case .task(let job): job.runSynchronously(on: loop.asUnownedSerialExecutor())
        case .closure(let body): body()
        }
    }
}
