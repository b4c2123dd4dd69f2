/// The entries that wait to be written, in their order, and what becomes of them when there are too many.
///
/// At the bound only the last entry of each thread and process is kept, which says the same, and each
/// line of the ledger. When even those are too
/// many, all go, and whoever wrote them is asked for the whole anew once the disk takes something again.
struct JournalQueue {
    private(set) var entries: [JournalEntry] = []
    /// Entries have been lost since the last `takeLoss()`.
    private(set) var isIncomplete = false
    private(set) var dropped = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ more: [JournalEntry]) {
        entries += more
        if entries.count > limit { compact() }
    }

    mutating func takeAll() -> [JournalEntry] {
        defer { entries = [] }
        return entries
    }

    /// Entries that could not be written come before those that were added meanwhile.
    mutating func putBack(_ taken: [JournalEntry]) {
        entries = taken + entries
        if entries.count > limit { compact() }
    }

    /// Entries that nobody will write.
    mutating func lose(_ count: Int) {
        dropped += count
        isIncomplete = true
    }

    /// Whether entries were lost; from here on they are not.
    mutating func takeLoss() -> Bool {
        defer { isIncomplete = false }
        return isIncomplete
    }

    private enum Key: Hashable {
        case thread(String)
        case process(worker: String, epoch: UInt64, generation: UInt32)
        case key(KeyName)
        case keysExpired
        case allKeys
        /// Says what no other one says.
        case line
    }

    private mutating func compact() {
        var seen: Set<Key> = []
        var kept: [JournalEntry] = []
        var threadsAreTold = false
        for entry in entries.reversed() {
            switch Self.key(of: entry) {
            // What was said of threads before it says nothing any more.
            case .line: kept.append(entry)
            case nil where !threadsAreTold:
                threadsAreTold = true
                kept.append(entry)
            case nil: break
            case .thread where threadsAreTold: break
            case let key?: if seen.insert(key).inserted { kept.append(entry) }
            }
        }
        entries = kept.reversed()
        guard entries.count > limit else { return }
        lose(entries.count)
        entries = []
    }

    private static func key(of entry: JournalEntry) -> Key? {
        switch entry {
        case .thread(let thread): .thread(thread.id)
        case .threadForgotten(let id): .thread(id)
        case .process(let process):
            .process(worker: process.worker, epoch: process.epoch, generation: process.generation)
        case .processEnded(let worker, let epoch, let generation):
            .process(worker: worker, epoch: epoch, generation: generation)
        case .key(let record): .key(record.name)
        case .keyForgotten(let name): .key(name)
        case .keysExpired: .keysExpired
        case .allKeys: .allKeys
        case .ledger: .line
        case .allThreadsForgotten: nil
        }
    }
}
