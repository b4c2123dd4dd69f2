import EventLoop

/// Runs many seeds, and explains the first that breaks a promise.
package enum SimulationReport {
    /// Gives the outcomes that broke a promise, by seed; on as many threads as `lanes`, each run on one.
    package static func failures(_ options: SimulationOptions, lanes: UInt64) async -> [UInt64: Violation] {
        await withTaskGroup(of: [UInt64: Violation].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    var found: [UInt64: Violation] = [:]
                    var offset = lane
                    while offset < options.count {
                        let seed = options.first &+ offset
                        found[seed] = Simulation.run(seed: seed, steps: options.steps).violation
                        offset += lanes
                    }
                    return found
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
    }

    /// The shortest run of that seed which breaks the same promise: with the fewest kinds of fault, and the fewest steps.
    package static func explanation(seed: UInt64, steps: Int, _ violation: Violation) -> [String] {
        func breaks(_ steps: Int, _ excluded: Set<FaultSite>) -> Bool {
            Simulation.run(seed: seed, steps: steps, without: excluded).violation?.promise == violation.promise
        }
        var excluded: Set<FaultSite> = []
        for site in Simulation.run(seed: seed, steps: 0).activeFaults
        where breaks(steps, excluded.union([site])) { excluded.insert(site) }
        var fewest = steps
        for tried in stride(from: 5, to: steps, by: 5) where breaks(tried, excluded) {
            fewest = tried
            break
        }
        let outcome = Simulation.run(seed: seed, steps: fewest, without: excluded, isTraced: true)
        guard let broken = outcome.violation else { return ["seed \(seed): it does not break the promise again"] }
        let faults = outcome.activeFaults.map(\.rawValue).joined(separator: " ")
        var lines = [
            "seed \(seed) breaks \(broken.promise.rawValue): \(broken.promise.sentence)",
            "  \(broken.subject), after \(broken.at.milliseconds) ms: \(broken.detail)",
            "  with \(fewest) steps and the faults: \(faults.isEmpty ? "none" : faults)",
        ]
        let about = outcome.trace.filter { $0.subject == broken.subject || $0.text.contains(broken.subject) }
        lines += (about.count >= 8 ? about : outcome.trace).suffix(24).map { "  \($0)" }
        return lines
    }
}
