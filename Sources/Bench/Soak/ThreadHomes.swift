/// Which process has which thread: one at a time, and after its end another one.
struct ThreadHomes {
    private struct Home: Hashable {
        let worker: UInt64
        let generation: UInt32
    }

    /// Nil: its process has ended.
    private var homes: [String: Home?] = [:]
    private var threads: [Home: Set<String>] = [:]
    private var ends: [String: Int] = [:]

    /// Threads that are to be live and are not.
    var missing: [String] { homes.filter { $0.value == nil }.keys.sorted() }

    /// How often a process that had the thread has ended, in this epoch.
    func departures(of thread: String) -> Int { ends[thread] ?? 0 }

    /// All processes have ended with it; who has what since, a census says.
    mutating func daemonEnded() {
        threads = [:]
        ends = [:]
        homes = [:]
    }

    mutating func take(_ event: HistoryEvent, _ lives: WorkerLives) -> String? {
        let home = Home(worker: event.worker, generation: event.generation)
        switch event.content {
        case .exited:
            for thread in threads.removeValue(forKey: home) ?? [] {
                homes[thread] = .some(nil)
                ends[thread, default: 0] += 1
            }
            return nil
        case .thread, .turnStarted, .delta, .turnCompleted:
            let before = homes[event.scope] ?? nil
            guard before != home else { return nil }
            homes[event.scope] = home
            threads[home, default: []].insert(event.scope)
            guard let before else { return nil }
            threads[before]?.remove(event.scope)
            return lives.hasEnded(before.worker, generation: before.generation)
                ? nil : "thread \(event.scope) is live at workers \(before.worker) and \(event.worker) at once"
        case .threadLost: return "thread \(event.scope) is lost, and codex had it"
        case .spawned, .ready, .gone, .heartbeat, .other: return nil
        }
    }
}
