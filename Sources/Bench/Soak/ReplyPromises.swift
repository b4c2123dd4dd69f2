/// What replies have promised that events tell of: by when they must have.
///
/// No clock says so, the replies do: one names the place that the events had come to when its command was taken. A command
/// that is sent after another's reply has come is taken later than what that one tells of was read.
struct ReplyPromises {
    enum Subject: Hashable {
        /// It has begun.
        case turn(String)
        /// A worker has it.
        case thread(String)
    }

    private struct Promise {
        let number: Int
        var due: UInt64?
    }

    /// Not told of yet.
    private var open: [Subject: Promise] = [:]
    /// Told of before the reply came.
    private var told: Set<Subject> = []
    private var count = 0
    /// By command: how many promises there were when it was sent.
    private var before: [Int: Int] = [:]

    /// A reply says so.
    mutating func promise(_ subject: Subject) {
        guard told.remove(subject) == nil else { return }
        count += 1
        open[subject] = Promise(number: count)
    }

    /// An event says so.
    mutating func tell(_ subject: Subject) {
        if open.removeValue(forKey: subject) == nil { told.insert(subject) }
    }

    mutating func sent(_ command: Int) { before[command] = count }

    /// - Parameter seq: Where the events were when it was taken; nil when that is not known, or was another epoch's.
    mutating func replied(_ command: Int, takenAt seq: UInt64?) {
        guard let number = before.removeValue(forKey: command), let seq else { return }
        for (subject, promise) in open where promise.number <= number {
            open[subject]?.due = min(promise.due ?? seq, seq)
        }
    }

    /// All events up to `seq` are known: gives what they should have told, once.
    mutating func broken(by seq: UInt64) -> [String] {
        guard !open.isEmpty else { return [] }
        let late = open.filter { $0.value.due.map { $0 <= seq } ?? false }.sorted { $0.value.number < $1.value.number }
        for (subject, _) in late { open[subject] = nil }
        return late.map { subject, promise in
            switch subject {
            case .turn(let id): "turn \(id) was answered, and no event up to \(promise.due ?? 0) tells that it begins"
            case .thread(let id): "thread \(id) was answered, and no event up to \(promise.due ?? 0) tells of it"
            }
        }
    }
}
