import BusProtocol
package import EventLoop

extension FleetState {
    package mutating func timerFired(_ timer: FleetTimer, at now: MonotonicInstant) -> [FleetAction] {
        switch timer {
        case .approval(let name):
            return expire(approval: name)
        case .resume(let thread):
            threads[thread]?.retryAt = nil
            return place(thread: thread, at: now)
        case .waiting(let token):
            for (id, thread) in threads {
                guard let index = thread.waiting.firstIndex(where: { $0.token == token }) else { continue }
                let command = thread.waiting[index]
                threads[id]?.waiting.remove(at: index)
                let reason = thread.resumeError.map { ": \($0)" } ?? ""
                return refuse(command, .deadline, "the thread had no worker in time\(reason)")
            }
            return []
        }
    }
}
