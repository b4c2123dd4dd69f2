import CodexConversation
package import EventLoop
package import JSONRPC
import Synchronization

/// The loops that read what workers write, beside the main one, which acts on it. A worker's output belongs to one of
/// them for the worker's life.
///
/// `@unchecked Sendable`: only the main loop uses `scanner`; the rest is atomic, locked or immutable.
package final class ReaderLoops: @unchecked Sendable {
    /// A loop, and what it reads with.
    struct Member: Sendable {
        let loop: EventLoop
        let reader: LineReader
    }

    private let members: [Member]
    let intake: OutputIntake
    /// For the few lines whose members the main loop asks for.
    let scanner = EnvelopeScanner(scansWhenAsked: true)
    let batches = Atomic<UInt64>(0)
    let pauses = Atomic<UInt64>(0)

    /// Starts so many threads, which hand over to `main`. They live until `stop()`.
    package init(_ count: Int, besides main: EventLoop) throws(EventLoopError) {
        var members: [Member] = []
        do throws(EventLoopError) {
            for number in 0..<count {
                members.append(Member(loop: try EventLoop(name: "reader-\(number + 1)"), reader: LineReader()))
            }
        } catch {
            for member in members { member.loop.stop() }
            throw error
        }
        self.members = members
        intake = OutputIntake(on: main)
    }

    /// The one that reads that worker, by its number.
    func member(for worker: UInt64) -> Member { members[Int(worker % UInt64(members.count))] }

    /// Ends the threads, and waits for that: before the main loop's end, not on any of the loops.
    package func stop() { for member in members { member.loop.stop() } }

    /// For `fleet/status`: how many loops there are, the main one counted, and what has passed between them.
    package static func counters(of loops: ReaderLoops?) -> JSON {
        [
            "loops": .integer(Int64(1 + (loops?.members.count ?? 0))),
            "batches": .unsigned(loops?.batches.load(ordering: .relaxed) ?? 0),
            "pauses": .unsigned(loops?.pauses.load(ordering: .relaxed) ?? 0),
        ]
    }
}
