import CodexConversation
import EventLoop
import JSONRPC
import Synchronization

/// Reads one process's output on a reader loop: splits it into lines, scans them, and hands over a batch for each read.
///
/// It stops reading while `bound` batches have not been taken: the process then waits on its pipe, as for any reader that
/// is slow.
///
/// `@unchecked Sendable`: the stored `var`s are touched on the reader's loop only; the rest is atomic or immutable.
final class OutputReader: @unchecked Sendable {
    /// What it has to say, in the order in which it happened.
    enum Content {
        /// A read's lines, which may be none: some of its output has come.
        case lines(LineBatch, readAt: UInt64)
        /// End of file, or an error that is as good; that many bytes of an unfinished line are dropped.
        case ended(dropped: Int)
        case failed(LineBufferError)
        /// The kernel refuses to watch the descriptor.
        case unwatchable(EventLoopError)
        /// What had been written when `drain` was called has been handed over.
        case drained
    }

    struct Delivery {
        let reader: OutputReader
        let content: Content
    }

    /// Batches of one reader that may wait to be taken: one is filled while the other is acted on.
    static let bound = 2

    private let loops: ReaderLoops
    private let member: ReaderLoops.Member
    private let onDelivery: @Sendable (OutputReader, Content) -> Void
    private let untaken = Atomic<Int>(0)

    private var descriptor: FileDescriptor?
    private var registration: Registration?
    private let lines: LineBuffer
    /// While it drains: how many reads at most.
    private var readsLeft: Int?

    /// Begins to read; the descriptor is its own from here on.
    ///
    /// - Parameters:
    ///   - worker: its number, which says on which loop.
    ///   - limit: bytes a line may have.
    ///   - onDelivery: called on the main loop.
    init(
        _ descriptor: consuming FileDescriptor, of worker: UInt64, limit: Int, on loops: ReaderLoops,
        _ onDelivery: @escaping @Sendable (OutputReader, Content) -> Void
    ) {
        self.descriptor = consume descriptor
        self.loops = loops
        self.onDelivery = onDelivery
        member = loops.member(for: worker)
        lines = LineBuffer(limit: limit)
        member.loop.execute { self.watch() }
    }

    // MARK: Called on the main loop

    /// Ends the reading; what is still on its way is not to be acted on.
    func close() { member.loop.execute { self.shut() } }

    /// Reads what has been written up to now, at most so many buffers, and then says `drained`, unless it has ended by itself.
    func drain(reads: Int) {
        member.loop.execute {
            self.readsLeft = reads
            self.goOn()
        }
    }

    func set(limit: Int) { member.loop.execute { self.lines.limit = limit } }

    /// Passes on what was handed over, and lets the reader go on if it was held up.
    func take(_ content: Content) {
        onDelivery(self, content)
        guard case .lines = content else { return }
        if untaken.wrappingSubtract(1, ordering: .acquiringAndReleasing).oldValue == Self.bound {
            member.loop.execute { self.goOn() }
        }
    }

    // MARK: On the reader's loop

    private var isHeldUp: Bool { untaken.load(ordering: .acquiring) >= Self.bound }

    private func watch() {
        guard registration == nil, let number = descriptor?.rawValue else { return }
        do throws(EventLoopError) {
            // Kept until `shut`, since whoever watches must be there to end it.
            registration = try member.loop.watch(number, for: .read) { _ in self.read() }
        } catch {
            shut()
            hand(.unwatchable(error))
        }
    }

    private func unwatch() {
        if let registration { member.loop.unwatch(registration) }
        registration = nil
    }

    /// Level-triggered readiness, and above all a hang-up, would be reported again and again: unwatched for as long.
    private func pause() {
        guard registration != nil else { return }
        unwatch()
        loops.pauses.wrappingAdd(1, ordering: .relaxed)
    }

    private func goOn() {
        guard !isHeldUp else { return }
        read()
        watch()
    }

    private func read() {
        guard !isHeldUp else { return pause() }
        guard readsLeft == nil else { return drainOn() }
        // A few buffers, and the rest in the next turn: other workers have their turn between.
        for _ in 0..<4 { guard !isHeldUp, readOnce() else { return } }
    }

    private func drainOn() {
        while let left = readsLeft {
            guard !isHeldUp else { return }
            readsLeft = readOnce() && left > 1 ? left - 1 : nil
        }
        hand(.drained)
    }

    /// False when there is no more for now, or never.
    private func readOnce() -> Bool {
        let buffer = member.reader.buffer
        switch buffer.withSpace({ space in descriptor?.read(into: space) ?? .end }) {
        case .bytes(let count): return split(count)
        case .wouldBlock: return false
        case .end, .failed:
            guard descriptor?.rawValue != nil else { return false }
            hand(.ended(dropped: lines.pendingBytes))
            shut()
            return false
        }
    }

    private func split(_ count: Int) -> Bool {
        let batch = LineBatch(expecting: count)
        let readAt = WallClock.unixNanoseconds
        var failure: LineBufferError?
        do throws(LineBufferError) {
            try lines.append(count, of: member.reader.buffer) { line in
                do throws(LineBufferError) {
                    try batch.append(line, scannedBy: member.reader.scanner)
                } catch {
                    failure = error
                    lines.close()
                }
            }
        } catch {
            failure = error
        }
        untaken.wrappingAdd(1, ordering: .acquiringAndReleasing)
        loops.batches.wrappingAdd(1, ordering: .relaxed)
        hand(.lines(batch, readAt: readAt))
        guard let failure else { return true }
        hand(.failed(failure))
        shut()
        return false
    }

    private func hand(_ content: Content) { loops.intake.add(Delivery(reader: self, content: content)) }

    private func shut() {
        unwatch()
        descriptor = nil
        lines.close()
    }
}
