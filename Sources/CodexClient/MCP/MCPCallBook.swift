/// The calls of one server: which thread each is about, and whose the server's misplaced answers are.
///
/// Measured on codex 0.149.0: the call of an aborted turn is never answered, and what served it stays with the thread. It
/// may take the words of that thread's later turns, and then answers the later call under the aborted one's id. Of two calls
/// about one thread at a time only one is answered. A value: no clock, no I/O.
struct MCPCallBook {
    struct Watch: Hashable { fileprivate let number: UInt64 }

    private struct Call {
        var id: Int64?
        var thread: String?
        var wasAborted = false
        /// Its answer came under another's id, so that its own is still to be used.
        var wasAnsweredElsewhere = false
    }

    /// A call that nobody waits for any more, and that was not answered.
    private struct Broken {
        var thread: String?
        var wasAborted: Bool
    }

    /// Broken calls that are remembered; the oldest go first.
    private static let brokenLimit = 1_024

    private var calls: [UInt64: Call] = [:]
    private var broken: [Int64: Broken] = [:]
    private var last: UInt64 = 0

    var isEmpty: Bool { calls.isEmpty }
    var hasBroken: Bool { !broken.isEmpty }

    /// Whether the thread of a call is still to be learned from what the server says.
    var wantsThread: Bool {
        calls.values.contains { $0.id != nil && $0.thread == nil } || broken.values.contains { $0.thread == nil }
    }

    /// Nil when a call about that thread is under way.
    mutating func begin(thread: String?) -> Watch? {
        if let thread, calls.values.contains(where: { $0.thread == thread }) { return nil }
        last += 1
        calls[last] = Call(thread: thread)
        return Watch(number: last)
    }

    mutating func sent(_ watch: Watch, id: Int64) { calls[watch.number]?.id = id }

    /// Nobody waits for it any more. Gives its id, when it was sent.
    mutating func end(_ watch: Watch, wasAnswered: Bool) -> Int64? {
        guard let call = calls.removeValue(forKey: watch.number), let id = call.id else { return nil }
        guard !wasAnswered || call.wasAnsweredElsewhere else { return id }
        broken[id] = Broken(thread: call.thread, wasAborted: call.wasAborted || call.wasAnsweredElsewhere)
        if broken.count > Self.brokenLimit, let oldest = broken.keys.min() { broken[oldest] = nil }
        return id
    }

    /// The server spoke of a request and its thread.
    mutating func saw(request: Int64, thread: String) {
        for (number, call) in calls where call.id == request && call.thread == nil { calls[number]?.thread = thread }
        if let call = broken[request], call.thread == nil { broken[request]?.thread = thread }
    }

    /// A turn of the thread was aborted. Gives the call that gets no answer because of that, if somebody waits for it.
    ///
    /// Turns follow one another, so it is the oldest one whose end is still to come; under which id it is told says nothing.
    mutating func turnAborted(thread: String) -> Int64? {
        if let oldest = broken.filter({ $0.value.thread == thread && !$0.value.wasAborted }).keys.min() {
            broken[oldest]?.wasAborted = true
            return nil
        }
        guard let (number, call) = calls.first(where: { $0.value.thread == thread }) else { return nil }
        calls[number]?.wasAborted = true
        return call.id
    }

    /// An answer came to `id`, for which nobody waits. Gives the call that it is the answer to.
    mutating func misplacedAnswer(_ id: Int64) -> Int64? {
        // Before its turn was aborted it is its own, late.
        guard let call = broken.removeValue(forKey: id), call.wasAborted, let thread = call.thread else { return nil }
        guard let (number, owner) = calls.first(where: { $0.value.thread == thread }) else { return nil }
        calls[number]?.wasAnsweredElsewhere = true
        return owner.id
    }
}
