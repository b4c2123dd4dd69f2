import BusProtocol

/// Events that are not published yet: durable ones until the journal has them, and what came behind those.
///
/// One queue for all workers, so that what is published is in the order of `seq`, and a replay that ends at a `seq` leaves
/// nothing out. With a journal that keeps up it is empty most of the time, and a delta is sent past it at once.
struct WaitingEvents {
    struct Event {
        let topic: ReadyTopic
        var header: EventHeader
        let body: [UInt8]
        /// Of a body that is published by reference: what the journal holds for it meanwhile.
        var wholeBytes = 0
        /// The journal has been given it, and has not said what became of it.
        var isAwaited: Bool

        fileprivate var weight: Int { body.count + wholeBytes }
    }

    /// What there is room for after an event was taken.
    enum Room: Equatable {
        case more
        /// It was one too many: nothing is to wait for the journal any more. Said once, until the journal has caught up.
        case none
        /// Twice as much as may wait does: all of `takeAll()` is to be sent now, whatever it waits for.
        case exceeded
    }

    /// How much may wait. A stalled disk must cost neither all memory nor the stream.
    struct Bound {
        var events = 100_000
        var bytes = 64 << 20
        /// Ticks without a word from the journal.
        var silentTicks = 5
    }

    private let bound: Bound
    private var events: [Event] = []
    private var head = 0
    private(set) var bytes = 0
    /// The journal has, or has given up, all that it was given up to here.
    private var settled: UInt64 = 0
    /// The last that the journal was given.
    private var awaited: UInt64 = 0
    /// The bound was reached: nothing waits for the journal until it has caught up.
    private(set) var isOverrun = false
    private var silentTicks = 0
    private var settledAtTick: UInt64 = 0
    /// How often the bound was reached.
    private(set) var overruns = 0

    init(_ bound: Bound = Bound()) {
        self.bound = bound
    }

    var count: Int { events.count - head }
    var isEmpty: Bool { head == events.count }

    /// Whether the journal is behind with what it was given.
    private var isBehind: Bool { settled < awaited }

    /// Takes an event that can't be sent at once.
    mutating func append(_ event: Event) -> Room {
        if event.isAwaited { awaited = event.header.seq }
        bytes += event.weight
        events.append(event)
        if isOverrun { return isBeyond(2) ? .exceeded : .more }
        guard isBeyond(1) else { return .more }
        isOverrun = true
        overruns += 1
        return .none
    }

    private func isBeyond(_ times: Int) -> Bool { count > bound.events * times || bytes > bound.bytes * times }

    /// The journal has stored, or missed, all up to and with `seq` of which it has not said so before.
    mutating func settle(through seq: UInt64, isStored: Bool) {
        if !isStored {
            for index in events.indices[head...] {
                guard events[index].header.seq <= seq else { break }
                guard events[index].isAwaited, events[index].header.seq > settled else { continue }
                events[index].isAwaited = false
                events[index].header.flags.insert(.notJournaled)
            }
        }
        settled = max(settled, seq)
        if !isBehind { isOverrun = false }
    }

    /// To be called at even intervals. True when the journal has not said anything for too many of them, though it was
    /// given something: nothing is to wait for it any more.
    mutating func tick() -> Bool {
        guard isBehind, !isOverrun, !isEmpty else {
            silentTicks = 0
            return false
        }
        silentTicks = settled == settledAtTick ? silentTicks + 1 : 0
        settledAtTick = settled
        guard silentTicks >= bound.silentTicks else { return false }
        isOverrun = true
        overruns += 1
        return true
    }

    /// The next event that may be sent.
    mutating func takeReady() -> Event? {
        guard head < events.count else { return nil }
        guard !events[head].isAwaited || events[head].header.seq <= settled else { return nil }
        return take()
    }

    /// Everything, marked as what it is: published without being known to be in the journal.
    mutating func takeAll() -> [Event] {
        var taken: [Event] = []
        taken.reserveCapacity(count)
        while head < events.count {
            var event = take()
            if event.isAwaited, event.header.seq > settled { event.header.flags.insert(.notJournaled) }
            taken.append(event)
        }
        return taken
    }

    private mutating func take() -> Event {
        let event = events[head]
        head += 1
        bytes -= event.weight
        // What is sent is let go of in runs, not one by one.
        if head == events.count {
            events.removeAll(keepingCapacity: events.count <= Self.keptCapacity)
            head = 0
        } else if head >= Self.keptCapacity, head * 2 >= events.count {
            events.removeFirst(head)
            head = 0
        }
        return event
    }

    private static let keptCapacity = 1024
}
