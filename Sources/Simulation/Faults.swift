/// Chance on two levels, as FoundationDB's BUGGIFY: a site is active in a run or not, and fires now and then where it is.
///
/// So one run has a few faults often, instead of all of them seldom. Each site has numbers of its own: to leave one out changes
/// none of the others.
struct Faults {
    private struct Site {
        let probability: Double
        var generator: SeededGenerator
    }

    private var sites: [FaultSite: Site] = [:]
    var areOn = true

    init(seed: UInt64, without excluded: Set<FaultSite>) {
        for (index, site) in FaultSite.allCases.enumerated() where !excluded.contains(site) {
            var generator = SeededGenerator(seed: seed, stream: 1_000 + UInt64(index))
            guard generator.chance(0.2) else { continue }
            let probability = [0.01, 0.03, 0.1, 0.3][Int(generator.next() % 4)]
            sites[site] = Site(probability: probability, generator: generator)
        }
    }

    var active: [FaultSite] { FaultSite.allCases.filter { sites[$0] != nil } }

    mutating func fires(_ site: FaultSite) -> Bool {
        guard areOn, let probability = sites[site]?.probability else { return false }
        return sites[site]?.generator.chance(probability) ?? false
    }
}
