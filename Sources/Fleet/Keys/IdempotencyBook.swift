package import BusProtocol
package import Journal

/// The commands that were sent with an idempotency key, and what came of each.
///
/// A value: what is to be written, sent and answered are its steps, and each name has one outcome. A key is written down
/// before its command is carried out; the outcome, before anybody hears of it.
package struct IdempotencyBook: Sendable {
    package struct Limits: Sendable {
        /// Keys that are kept.
        package var keys = 200_000
        /// What they may take in memory before no more are taken.
        package var bytes = 128 << 20
        /// Commands that wait for the outcome of one.
        package var joiners = 1_000

        package init() {}
    }

    package enum Step: Sendable, Equatable {
        /// Write this down, then tell `written`. Nothing of the command is done before.
        case begin(KeyRecord)
        /// The first one's reply will be this one's.
        case join
        /// The key stands on disk: carry the first one's command out.
        case run(CommandToken)
        /// Write this down, then tell `settled`: the reply waits for it.
        case settle(JournalEntry, KeyName)
        /// Reply as the first one was, or will have been.
        case answer([CommandToken], CommandReply, KeyRecord)
        /// Reply that nothing is done.
        case refuse([CommandToken], BusErrorReason, String)
    }

    private enum Stage {
        /// It is being written down.
        case beginning
        /// The same, but nobody waits for it any more.
        case abandoned
        case running
        /// Its outcome is being written down.
        case settling(CommandReply)
        case settled
    }

    private struct Entry {
        var record: KeyRecord
        var stage: Stage
        let keepsBody: Bool
        /// Who waits, the first one first.
        var tokens: [CommandToken]
    }

    /// What one user's keys take.
    private struct Share {
        var keys = 0
        var bytes = 0
    }

    private let limits: Limits
    private var entries: [KeyName: Entry] = [:]
    /// Whose command is carried out for which key.
    private var names: [CommandToken: KeyName] = [:]
    /// By when they began, in steps of `stride`.
    private var byAge: [Int64: Set<KeyName>] = [:]
    package private(set) var bytes = 0
    private var shares: [String: Share] = [:]

    /// Keys are let go of together that began within so many milliseconds.
    private static let stride: Int64 = 600_000

    package init(_ limits: Limits = Limits()) {
        self.limits = limits
    }

    package var count: Int { entries.count }

    // MARK: Commands

    /// A command with a key.
    ///
    /// - Parameters:
    ///   - record: As it is to be written down, when the key is new.
    ///   - keepsBody: Whether its result may be kept.
    package mutating func take(_ record: KeyRecord, _ token: CommandToken, keepsBody: Bool) -> Step {
        guard let entry = entries[record.name] else {
            guard hasRoom(for: record.name.user) else {
                return .refuse([token], .overloaded, "too many idempotency keys of the last 24 hours are kept")
            }
            add(Entry(record: record, stage: .beginning, keepsBody: keepsBody, tokens: [token]))
            return .begin(record)
        }
        guard entry.record.digest == record.digest else {
            return .refuse([token], .keyReused, "the key was used for another method or other params")
        }
        switch entry.stage {
        case .settled: return .answer([token], Self.reply(of: entry.record), entry.record)
        case .abandoned:
            return .refuse([token], .journalUnavailable, "the key could not be written down in time")
        case .beginning, .running, .settling:
            guard entry.tokens.count < limits.joiners else {
                return .refuse([token], .overloaded, "too many commands wait for the outcome of this key")
            }
            entries[record.name]?.tokens.append(token)
            return .join
        }
    }

    /// What came of writing the key down.
    package mutating func written(_ name: KeyName, _ write: KeyWrite) -> [Step] {
        guard let entry = entries[name] else { return [] }
        switch (entry.stage, write) {
        case (.beginning, .written):
            guard let token = entry.tokens.first else { return [] }
            entries[name]?.stage = .running
            names[token] = name
            return [.run(token)]
        case (.abandoned, .written):
            return [.settle(.keyForgotten(name), name)]
        case (.beginning, .refused(let problem)):
            remove(name)
            return [.refuse(entry.tokens, .journalUnavailable, "the key can't be written down: \(problem)")]
        case (.abandoned, .refused):
            remove(name)
            return []
        case (.beginning, .known(let record)), (.abandoned, .known(let record)):
            remove(name)
            add(Entry(record: record, stage: .settled, keepsBody: entry.keepsBody, tokens: []))
            guard record.digest == entry.record.digest else {
                return [.refuse(entry.tokens, .keyReused, "the key was used for another method or other params")]
            }
            return [.answer(entry.tokens, Self.reply(of: record), record)]
        case (.running, _), (.settling, _), (.settled, _): return []
        }
    }

    /// The first one's deadline passed while its key was being written down.
    package mutating func late(_ name: KeyName) -> [Step] {
        guard let entry = entries[name], case .beginning = entry.stage else { return [] }
        entries[name]?.stage = .abandoned
        entries[name]?.tokens = []
        return [.refuse(entry.tokens, .deadline, "the deadline passed before the key was written down")]
    }

    /// The reply to a command. Nil when it has no key.
    package mutating func finish(_ token: CommandToken, _ reply: CommandReply) -> Step? {
        guard let name = names.removeValue(forKey: token), let entry = entries[name] else { return nil }
        entries[name]?.stage = .settling(reply)
        guard let outcome = KeyOutcome(reply, keepsBody: entry.keepsBody) else {
            return .settle(.keyForgotten(name), name)
        }
        count(outcome.body.utf8.count, of: name.user)
        entries[name]?.record.outcome = outcome
        return entries[name].map { .settle(.key($0.record), name) }
    }

    /// What was to be written at its end is, or can't be for now.
    package mutating func settled(_ name: KeyName) -> [Step] {
        guard let entry = entries[name] else { return [] }
        switch entry.stage {
        case .abandoned:
            remove(name)
            return []
        case .settling(let reply):
            if entry.record.outcome == nil { remove(name) }
            entries[name]?.stage = .settled
            entries[name]?.tokens = []
            return [.answer(entry.tokens, reply, entry.record)]
        case .beginning, .running, .settled: return []
        }
    }

    /// The outcome of a key that nobody can tell is nobody's to find out.
    private static func reply(of record: KeyRecord) -> CommandReply {
        record.outcome?.reply
            ?? .refused(
                .indeterminate, "the daemon ended while the command was under way; it may have been carried out")
    }

    // MARK: Keeping

    /// Takes up the keys that an earlier daemon has written down.
    package mutating func restore(_ records: [KeyRecord]) {
        for record in records where entries[record.name] == nil {
            add(Entry(record: record, stage: .settled, keepsBody: true, tokens: []))
        }
    }

    /// Lets go of the keys that are older than that, in unix milliseconds. Nil when there are none.
    package mutating func expire(before limit: Int64) -> JournalEntry? {
        let old = byAge.keys.filter { ($0 + 1) * Self.stride <= limit }
        guard let last = old.max() else { return nil }
        for age in old {
            for name in byAge[age] ?? [] {
                guard case .settled? = entries[name]?.stage else { continue }
                remove(name)
            }
        }
        return .keysExpired(until: (last + 1) * Self.stride - 1)
    }

    /// All keys whose commands may have been carried out.
    package var wholeJournal: JournalEntry {
        .allKeys(
            entries.values.compactMap { entry in
                switch entry.stage {
                case .beginning, .abandoned: nil
                case .running, .settling, .settled: entry.record
                }
            })
    }

    private func hasRoom(for user: String) -> Bool {
        let share = shares[user] ?? Share()
        return FairShare.allows(share.keys, of: limits.keys - entries.count)
            && FairShare.allows(share.bytes, of: limits.bytes - bytes)
    }

    private mutating func add(_ entry: Entry) {
        let name = entry.record.name
        entries[name] = entry
        byAge[entry.record.begun / Self.stride, default: []].insert(name)
        count(Self.size(of: entry.record), keys: 1, of: name.user)
    }

    private mutating func remove(_ name: KeyName) {
        guard let entry = entries.removeValue(forKey: name) else { return }
        count(-Self.size(of: entry.record), keys: -1, of: name.user)
        let age = entry.record.begun / Self.stride
        byAge[age]?.remove(name)
        if byAge[age]?.isEmpty == true { byAge[age] = nil }
    }

    private mutating func count(_ size: Int, keys: Int = 0, of user: String) {
        bytes += size
        shares[user, default: Share()].bytes += size
        shares[user, default: Share()].keys += keys
        if shares[user]?.keys == 0 { shares[user] = nil }
    }

    /// A guess at what an entry takes in memory.
    private static func size(of record: KeyRecord) -> Int {
        let texts = [record.name.user, record.name.client, record.name.key, record.outcome?.body ?? ""]
        return 512 + texts.reduce(0) { $0 + $1.utf8.count }
    }
}
