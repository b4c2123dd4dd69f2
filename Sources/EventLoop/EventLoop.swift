private import CLinux
private import Glibc
import Synchronization

/// One thread that waits in epoll, runs what becomes ready, and is the executor of the actors pinned to it.
///
/// An actor whose `unownedExecutor` is the loop's is entered from a descriptor's or timer's handler with
/// `assumeIsolated`: no hop, and order is kept by construction. What a handler must never do is wait: every worker of
/// the loop waits with it.
///
/// `@unchecked Sendable`: the stored `var`s are touched on the loop's thread only (each entry checks it); what other
/// threads reach (`jobs`, `threadID`, `stopRequested`, the wake-up descriptor) is atomic, locked or immutable.
package final class EventLoop: @unchecked Sendable {
    package let name: String
    package let clock: any LoopClock

    private let epoll: FileDescriptor
    private let wakeUp: FileDescriptor
    private let threadID = Atomic<UInt>(0)
    private let stopRequested = Atomic<Bool>(false)
    private var thread = pthread_t()

    let jobs = Mutex<[Job]>([])
    private var runningJobs: [Job] = []
    private var registrations = RegistrationTable()
    private var preparations: [Preparation] = []
    private var lastPreparation: UInt64 = 0
    var timers = TimerQueue()

    /// Starts the thread. The loop lives until `stop()`; actors must not outlive it.
    package init(name: String, clock: any LoopClock = MonotonicClock()) throws(EventLoopError) {
        self.name = name
        self.clock = clock
        let epoll = clinux_epoll_create()
        guard epoll >= 0 else { throw EventLoopError(.epollUnavailable, errno: errno) }
        self.epoll = FileDescriptor(owning: epoll)
        let wakeUp = clinux_eventfd()
        guard wakeUp >= 0 else { throw EventLoopError(.eventfdUnavailable, errno: errno) }
        self.wakeUp = FileDescriptor(owning: wakeUp)
        guard clinux_epoll_add(epoll, wakeUp, CLINUX_EPOLL_IN, RegistrationTable.wakeUpKey) == 0 else {
            throw EventLoopError(.epollUnavailable, errno: errno)
        }
        clock.onAdvance { [weak self] in self?.execute {} }
        try start()
    }

    // MARK: Descriptors

    /// Calls `handler` on the loop whenever `descriptor` is ready for `interest` (level-triggered), until `unwatch`.
    ///
    /// The caller keeps the descriptor open until then.
    package func watch(
        _ descriptor: CInt, for interest: Interest, _ handler: @escaping (Readiness) -> Void
    ) throws(EventLoopError) -> Registration {
        preconditionOnLoop()
        let registration = registrations.add(descriptor: descriptor, handler: handler)
        guard clinux_epoll_add(epoll.rawValue, descriptor, interest.epollEvents, registration.key) == 0 else {
            let code = errno
            registrations.remove(registration)
            throw EventLoopError(.watchFailed, errno: code)
        }
        return registration
    }

    /// Changes what a registration waits for. With an empty interest only errors and hang-ups are reported.
    package func modify(_ registration: Registration, for interest: Interest) {
        preconditionOnLoop()
        guard let descriptor = registrations.descriptor(of: registration) else { return }
        _ = clinux_epoll_modify(epoll.rawValue, descriptor, interest.epollEvents, registration.key)
    }

    /// Ends a registration; its handler is not called again, also not for readiness that is already known.
    package func unwatch(_ registration: Registration) {
        preconditionOnLoop()
        guard let descriptor = registrations.remove(registration) else { return }
        _ = clinux_epoll_remove(epoll.rawValue, descriptor)
    }

    // MARK: Preparations

    /// Calls `handler` before each wait. It returns true when it did work: then all are asked once more before the
    /// loop waits, since one's work may have consumed the edge another waits for (libzmq's `ZMQ_FD` is such an edge).
    package func prepare(_ handler: @escaping () -> Bool) -> PreparationID {
        preconditionOnLoop()
        lastPreparation += 1
        let id = PreparationID(value: lastPreparation)
        preparations.append(Preparation(id: id, handler: handler))
        return id
    }

    package func endPreparation(_ id: PreparationID) {
        preconditionOnLoop()
        preparations.removeAll { $0.id == id }
    }

    // MARK: The thread

    /// True on the loop's own thread.
    package var isCurrent: Bool {
        threadID.load(ordering: .relaxed) == UInt(pthread_self())
    }

    package func preconditionOnLoop(_ caller: StaticString = #function) {
        precondition(isCurrent, "\(caller) is called on its loop's thread only")
    }

    /// Ends the thread after what is enqueued already has run, and waits for that. Not for the loop's own thread.
    package func stop() {
        precondition(!isCurrent, "a loop can't wait for itself")
        guard !stopRequested.exchange(true, ordering: .releasing) else { return }
        wake()
        pthread_join(thread, nil)
    }

    func wake() {
        var one: UInt64 = 1
        // A full counter (EAGAIN) means that a wake-up is pending already.
        _ = write(wakeUp.rawValue, &one, MemoryLayout<UInt64>.size)
    }

    private func start() throws(EventLoopError) {
        let retained = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<EventLoop>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, retained.toOpaque())
        guard code == 0 else {
            retained.release()
            throw EventLoopError(.threadUnavailable, errno: code)
        }
    }

    private func run() {
        threadID.store(UInt(pthread_self()), ordering: .relaxed)
        clinux_name_thread(name)
        withUnsafeTemporaryAllocation(of: clinux_event.self, capacity: Self.eventsOfTurn) { events in
            while !stopRequested.load(ordering: .acquiring) { turn(events) }
        }
        runJobs()
    }

    /// Few, since what is prepared (the sockets, with the commands) has its turn between: the ends of 1,000 workers at once
    /// take some 0.1 ms each.
    private static let eventsOfTurn = 32

    private func turn(_ events: UnsafeMutableBufferPointer<clinux_event>) {
        runDueTimers()
        runJobs()
        let timeout: Int64 = runPreparations() || hasJobs ? 0 : nanosecondsToNextTimer
        let count = clinux_epoll_wait(epoll.rawValue, events.baseAddress, CInt(events.count), timeout)
        guard count > 0 else { return }  // a timeout, or EINTR: the next turn sees what is due
        for event in events[..<Int(count)] {
            if event.data == RegistrationTable.wakeUpKey {
                drainWakeUp()
            } else {
                registrations.handler(for: event.data)?(Readiness(epollEvents: event.events))
            }
        }
    }

    private func runPreparations() -> Bool {
        var worked = false
        for preparation in preparations where preparation.handler() { worked = true }
        return worked
    }

    private func drainWakeUp() {
        var count: UInt64 = 0
        _ = read(wakeUp.rawValue, &count, MemoryLayout<UInt64>.size)
    }

    private var hasJobs: Bool { jobs.withLock { !$0.isEmpty } }

    private func runJobs() {
        jobs.withLock { swap(&$0, &runningJobs) }
        for job in runningJobs { job.run(on: self) }
        runningJobs.removeAll(keepingCapacity: runningJobs.capacity <= 4096)
    }
}

private struct Preparation {
    let id: PreparationID
    let handler: () -> Bool
}

/// Names a preparation of one loop.
package struct PreparationID: Hashable, Sendable {
    fileprivate let value: UInt64
}
