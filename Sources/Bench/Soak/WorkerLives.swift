/// The workers' lives in one epoch: spawned, ready, exited, gone; each generation one above the last; and no word of one
/// that has ended.
struct WorkerLives {
    private enum Phase { case spawned, ready, exited, gone }

    private struct Life {
        var generation: UInt32
        var phase: Phase
    }

    private var lives: [UInt64: Life] = [:]

    /// How many are ready.
    var ready: Int { lives.values.count { $0.phase == .ready } }

    /// Whether that process has ended.
    func hasEnded(_ worker: UInt64, generation: UInt32) -> Bool {
        guard let life = lives[worker], life.generation == generation else { return true }
        return life.phase == .exited || life.phase == .gone
    }

    mutating func take(_ event: HistoryEvent) -> String? {
        let what = "worker \(event.worker), generation \(event.generation)"
        let life = lives[event.worker]
        let isSame = life?.generation == event.generation
        switch event.content {
        case .spawned:
            lives[event.worker] = Life(generation: event.generation, phase: .spawned)
            guard let life else { return nil }
            guard life.phase == .exited || life.phase == .gone else {
                return "\(what): spawned, and the last has not exited"
            }
            return event.generation == life.generation + 1 ? nil : "\(what): spawned after \(life.generation)"
        case .ready:
            lives[event.worker] = Life(generation: event.generation, phase: .ready)
            return isSame && life?.phase == .spawned ? nil : "\(what): ready without being spawned"
        case .exited:
            lives[event.worker] = Life(generation: event.generation, phase: .exited)
            let ran = isSame && (life?.phase == .spawned || life?.phase == .ready)
            return ran ? nil : "\(what): exited without being spawned"
        case .gone:
            lives[event.worker] = Life(generation: event.generation, phase: .gone)
            return isSame && life?.phase == .exited ? nil : "\(what): gone without having exited"
        case .thread, .turnStarted, .delta, .turnCompleted:
            let runs = isSame && (life?.phase == .spawned || life?.phase == .ready)
            return runs ? nil : "\(what): says something while it does not run"
        case .threadLost, .heartbeat, .other: return nil
        }
    }
}
