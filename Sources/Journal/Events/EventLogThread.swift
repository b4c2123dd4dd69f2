import BusProtocol
import Diagnostics
import EventLoop

/// What the log's thread owns: the file, and the replays that are being read from it.
struct EventLogThread: ~Copyable {
    private struct Reading {
        let read: EventLogWork.Read
        var reading: EventReading
    }

    private let path: String
    private let epoch: UInt64
    private let lastEpoch: UInt64
    private let mark: CompletenessMark
    private let log: Log
    private var store: EventStore?
    /// What may be missing of earlier epochs, until the file says so and that this one writes to it; then nil.
    private var unknownEnds: [EventHole]?
    private var gone = EventCursor(epoch: 0, seq: 0)
    private var goneTime: UInt64 = 0
    private var holes: [EventHole] = []
    private var readings: [Reading] = []
    /// The last event that was to be written.
    private var lastSeq: UInt64 = 0
    private var sweepAt: MonotonicInstant?
    private var complainAt: MonotonicInstant?
    private var complainOfLogAt: MonotonicInstant?
    /// Batches and bodies that were not what had been written.
    private(set) var damaged = 0

    private static let sweepPause = Duration.seconds(60)
    private static let complaintPause = Duration.seconds(60)

    init(path: String, epoch: UInt64, lastEpoch: UInt64, mark: CompletenessMark, log: Log) {
        self.path = path
        self.epoch = epoch
        self.lastEpoch = lastEpoch
        self.mark = mark
        self.log = log
    }

    var isReading: Bool { !readings.isEmpty }

    /// Bytes that the file keeps.
    private(set) var keptBytes = 0

    // MARK: The file

    /// Opens the file; one that is damaged or another program's is set aside.
    mutating func open() throws(JournalError) {
        do throws(JournalError) {
            // None that published anything can have been before.
            try openAnew(isLost: lastEpoch > 0 && !mark.isSet(behind: 0, through: lastEpoch))
        } catch {
            guard error.code == .damaged || error.code == .foreign || error.code == .rejected else { throw error }
            let movedTo = try JournalFile.setAside(path)
            log.error(
                "the events that were kept could not be read and were set aside: a replay begins with what comes now",
                ["path": path, "movedTo": movedTo, "reason": error.description])
            try openAnew(isLost: true)
        }
    }

    private mutating func openAnew(isLost: Bool) throws(JournalError) {
        let generation = LogAhead.generation(of: path)
        let fresh = try EventStore(path)
        var gone = try fresh.gone()
        if isLost, gone.cursor.epoch == 0, try fresh.place(before: 0) == nil {
            gone = (EventCursor(epoch: epoch, seq: lastSeq), WallClock.unixNanoseconds)
            try fresh.noteGone(gone.cursor, unixNanoseconds: gone.unixNanoseconds)
        }
        let ends = try unknownEnds(in: fresh, generation).filter { $0.isBehind(gone.cursor) }
        holes = try fresh.holes() + ends
        unknownEnds = ends
        self.gone = gone.cursor
        goneTime = gone.unixNanoseconds
        keptBytes = fresh.size
        // It is read also where it can't be written.
        store = consume fresh
        try enter()
    }

    /// Which earlier epochs may have published more than is here: a daemon that was killed while its disk refused, one that
    /// ended with its machine, one whose log ahead is damaged, one that never got so far as to write here, unless it was
    /// killed before it published anything.
    ///
    /// - Parameter generation: the log ahead's, before it was opened.
    private func unknownEnds(
        in store: borrowing EventStore, _ generation: UInt64?
    ) throws(JournalError) -> [EventHole] {
        let (entered, isEnded) = try store.entered()
        guard entered != epoch else { return [] }
        var ends: [EventHole] = []
        if entered > 0, !isEnded {
            if !mark.isSet(for: entered) {
                ends.append(.end(of: entered, behind: try store.lastSeq(of: entered)))
            } else if let ahead = mark.ahead(of: entered),
                !(store.framesFound.map { ahead.isWhole(in: generation, $0) } ?? false)
            {
                // Some of what was behind the damage may be in the file already, so it need not be the end that lacks.
                ends.append(.any(of: entered))
                log.error(
                    "the log of the events is not what was written, or can't be carried over: a replay says that some are missing",
                    ["path": path])
            }
        }
        if lastEpoch > entered, !mark.isSet(behind: entered, through: lastEpoch) {
            // A file of an older Bosun's does not say who has entered.
            let seq = entered == 0 ? try store.lastSeq(of: lastEpoch) : 0
            ends.append(.end(of: lastEpoch, behind: seq))
        }
        return ends
    }

    private mutating func enter() throws(JournalError) {
        guard let ends = unknownEnds else { return }
        try store?.enter(epoch, ends)
        unknownEnds = nil
    }

    /// How far the file's log ahead has come.
    mutating func ahead() -> LogAhead { store?.ahead() ?? LogAhead(generation: 0, frames: 0) }

    /// Sees to it that the log ahead does not grow beyond its bound, for which it may have to wait for the disk.
    mutating func boundLog() {
        do throws(JournalError) {
            try store?.boundLog()
        } catch {
            // What is in the log is kept all the same; when the disk has no room for more of it, that is an alarm.
            guard Self.isDue(&complainOfLogAt) else { return }
            log.error(
                "events can't be carried over from the log into the file", ["path": path, "reason": error.description])
        }
    }

    /// Notes that all has been written, with what is missing, before the thread ends.
    mutating func end() throws(JournalError) { try store?.end() }

    /// Writes the events and holes in one transaction, and drops what is too old or too much.
    mutating func write(
        _ events: [DurableEvent], _ holes: [EventHole], _ retention: EventRetention
    ) throws(JournalError) {
        let now = MonotonicClock().now
        let isSweeping = sweepAt.map { $0 <= now } ?? true
        if let last = events.last { lastSeq = last.header.seq }
        guard !events.isEmpty || !holes.isEmpty || isSweeping || store == nil else { return }
        if store == nil { try open() } else { try enter() }
        do throws(JournalError) {
            if let size = try store?.write(
                events, holes, retention, unixNanoseconds: WallClock.unixNanoseconds)
            {
                keptBytes = size
            }
            if let (cursor, time) = try store?.gone() {
                gone = cursor
                goneTime = time
            }
        } catch {
            if error.code == .damaged { store = nil }
            throw error
        }
        self.holes += holes
        let gone = gone
        self.holes.removeAll { EventCursor(epoch: $0.epoch, seq: $0.last) <= gone }
        sweepAt = now.advanced(by: Self.sweepPause)
        complainAt = nil
    }

    /// Whether it is time for another complaint, which is then not for a while.
    private static func isDue(_ complainAt: inout MonotonicInstant?) -> Bool {
        let now = MonotonicClock().now
        guard complainAt.map({ $0 <= now }) ?? true else { return false }
        complainAt = now.advanced(by: complaintPause)
        return true
    }

    mutating func complain(_ error: JournalError) {
        guard Self.isDue(&complainAt) else { return }
        log.error(
            "events can't be kept: they are published with the flag for that, and a replay lacks them",
            ["path": path, "reason": error.description])
    }

    // MARK: Reading

    /// - Parameter unwritten: holes that are not in the file yet.
    mutating func begin(_ read: EventLogWork.Read, unwritten: [EventHole]) {
        guard let (start, isTruncated) = start(of: read, holes + unwritten) else {
            var reading = EventReading(
                read.query, from: EventCursor(epoch: epoch, seq: 0), through: read.end, isTruncated: true)
            reading.fail()
            readings.append(Reading(read: read, reading: reading))
            return
        }
        readings.append(
            Reading(
                read: read,
                reading: EventReading(read.query, from: start, through: read.end, isTruncated: isTruncated)))
    }

    /// Behind which the query looks, and whether something behind it is gone; nil when the file can't say.
    private func start(
        of read: EventLogWork.Read, _ holes: [EventHole]
    ) -> (EventCursor, isTruncated: Bool)? {
        switch read.query.start {
        case .after(let cursor): return (max(cursor, gone), cursor < gone)
        case .since(let time):
            guard store != nil else { return nil }
            do throws(JournalError) {
                let place = try store?.place(before: time) ?? gone
                let before = try store?.end(before: max(place, gone)) ?? gone
                // Deltas between two batches may be of that time, but nothing of an earlier epoch is.
                let start = max(
                    before.epoch == place.epoch ? before : EventCursor(epoch: place.epoch, seq: 0), gone)
                // What is missing right before it may have been, too.
                return (start, time <= goneTime || holes.contains { $0.isWithin(before, start) })
            } catch {
                return nil
            }
        }
    }

    /// Reads a piece for each replay; gives those that are done.
    ///
    /// - Parameter unwritten: holes that are not in the file yet.
    mutating func readOn(unwritten: [EventHole]) -> [(EventLogWork.Read, StoredEvents)] {
        guard !readings.isEmpty else { return [] }
        var rest: [Reading] = []
        var done: [(EventLogWork.Read, StoredEvents)] = []
        for var reading in readings {
            readPiece(&reading.reading)
            if reading.reading.isDone {
                done.append((reading.read, reading.reading.result(holes + unwritten)))
            } else {
                rest.append(reading)
            }
        }
        readings = rest
        return done
    }

    private mutating func readPiece(_ reading: inout EventReading) {
        guard !reading.isDone else { return }
        do throws(JournalError) {
            guard let found = try store?.read(&reading) else { return reading.fail() }
            if found > 0 {
                damaged += found
                log.error("events are not what was written, and are left out", ["path": path, "batches": "\(found)"])
            }
        } catch {
            reading.fail()
            damaged += 1
            log.error("events can't be read", ["path": path, "reason": error.description])
            // The next event makes a new file, and this one is set aside.
            if error.code == .damaged { store = nil }
        }
    }

    /// Ends what is being read: it is told to be incomplete.
    mutating func failReads(_ tell: (EventLogWork.Read, StoredEvents) -> Void) {
        for var reading in readings {
            reading.reading.fail()
            tell(reading.read, reading.reading.result(holes))
        }
        readings = []
    }

    /// A piece of a large body; nil when it is not there, or not what was written.
    mutating func body(_ read: EventLogWork.BodyRead) -> BodyPiece? {
        do throws(JournalError) {
            return try store?.body(read.cursor, from: read.offset, count: read.count)
        } catch {
            damaged += 1
            log.error("a body can't be read", ["path": path, "reason": error.description])
            if error.code == .damaged { store = nil }
            return nil
        }
    }
}
