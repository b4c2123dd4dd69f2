/// All workers, found by their numbers, and the ready ones by their CODEX_HOME: when a fleet has died, each of its threads
/// asks who is there.
package struct WorkerTable: Sendable {
    private var byNumber: [UInt64: WorkerRecord] = [:]
    private var readyIn: [String: Set<UInt64>] = [:]

    package init() {}

    package subscript(number: UInt64) -> WorkerRecord? {
        get { byNumber[number] }
        _modify {
            let before = Self.readyHome(byNumber[number])
            yield &byNumber[number]
            let after = Self.readyHome(byNumber[number])
            if before != after {
                if let before {
                    readyIn[before]?.remove(number)
                    if readyIn[before]?.isEmpty == true { readyIn[before] = nil }
                }
                if let after { readyIn[after, default: []].insert(number) }
            }
        }
    }

    @discardableResult
    package mutating func removeValue(forKey number: UInt64) -> WorkerRecord? {
        let worker = byNumber[number]
        self[number] = nil
        return worker
    }

    package var values: Dictionary<UInt64, WorkerRecord>.Values { byNumber.values }

    /// The ready workers that have that CODEX_HOME.
    func ready(in codexHome: String) -> Set<UInt64> { readyIn[codexHome] ?? [] }

    /// All ready workers.
    var ready: [UInt64] { readyIn.values.flatMap { $0 } }

    private static func readyHome(_ worker: WorkerRecord?) -> String? {
        worker.flatMap { $0.isReady ? $0.codexHome : nil }
    }
}
