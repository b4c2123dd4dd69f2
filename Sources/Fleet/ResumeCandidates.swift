/// The ready workers of one CODEX_HOME that have room for another resume, while threads are placed one after the other: a
/// worker's death may place thousands, and each looks for the one with the least to do.
struct ResumeCandidates {
    struct Candidate {
        let worker: UInt64
        /// Running turns, and commands on their way.
        let work: Int
        var threads: Int
        var room: Int
    }

    private var candidates: [Candidate]

    init(_ candidates: [Candidate]) { self.candidates = candidates.filter { $0.room > 0 } }

    /// The one with the least to do, which resumes one thread more from then on.
    mutating func take() -> UInt64? {
        guard
            let least = candidates.indices.min(by: { (a: Int, b: Int) in
                let (a, b) = (candidates[a], candidates[b])
                return (a.work, a.threads, a.worker) < (b.work, b.threads, b.worker)
            })
        else { return nil }
        let worker = candidates[least].worker
        candidates[least].threads += 1
        candidates[least].room -= 1
        if candidates[least].room == 0 {
            candidates.swapAt(least, candidates.count - 1)
            candidates.removeLast()
        }
        return worker
    }
}
