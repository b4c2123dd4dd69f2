import BusProtocol
package import EventLoop

extension FleetState {
    package mutating func timerFired(_ timer: FleetTimer, at now: MonotonicInstant) -> [FleetAction] {
        switch timer {
        case .approval(let name):
            return expire(approval: name, at: now)
        case .claim(let name):
            return lapse(claim: name, at: now)
        case .lease(let key):
            return lapse(lease: key, at: now)
        case .resume(let thread):
            threads[thread]?.retryAt = nil
            let placed = place(thread: thread, at: now)
            // No worker had room, or none was there: whatever else may bring one, it is looked at again.
            return placed.isEmpty ? awaitHome(thread: thread) : placed
        case .homeless(let home):
            return lookAgain(atThreadsOf: home, at: now)
        case .waiting(let token, let thread):
            guard let index = threads[thread]?.waiting.firstIndex(where: { $0.token == token }),
                let command = threads[thread]?.waiting.remove(at: index)
            else { return [] }
            let reason = threads[thread]?.resumeError.map { ": \($0)" } ?? ""
            return refuse(command, .deadline, "the thread had no worker in time\(reason)")
        case .drainInterrupt(let worker):
            return interruptTurns(of: worker, at: now)
        case .drainSettle(let worker):
            return drainSettled(worker)
        }
    }
}
