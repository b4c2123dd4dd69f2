import JSONRPC
import Bus
import BusProtocol
import EventLoop
import Fleet

/// What went by: the journal's events and the publisher's last deltas, joined.
///
/// `@unchecked Sendable`: used on the publisher's loop only, where the journal answers as well.
final class Archive: EventArchive, @unchecked Sendable {
    /// Replays that may be under way; the journal has other work, and a consumer that is told so comes again.
    private static let replayLimit = 16

    private let publisher: Publisher
    private let journal: any EventJournal
    private var replays = 0
    private var bodies = 0

    init(_ publisher: Publisher, _ journal: any EventJournal) {
        self.publisher = publisher
        self.journal = journal
    }

    func replay(_ query: ReplayQuery, _ reply: @escaping @Sendable (CommandReply) -> Void) {
        guard replays < Self.replayLimit else {
            return reply(.refused(.overloaded, "too many replays are under way"))
        }
        replays += 1
        // What comes behind it is to be had from the stream.
        let end = EventCursor(epoch: publisher.epoch, seq: publisher.sentSeq)
        journal.read(query, through: end) { [self] stored in
            replays -= 1
            let page = ReplayPage(query, stored, deltas: publisher.deltas, epoch: publisher.epoch)
            reply(.result(page.result))
        }
    }

    func body(_ query: BodyQuery, _ reply: @escaping @Sendable (CommandReply) -> Void) {
        guard bodies < Self.replayLimit else {
            return reply(.refused(.overloaded, "too many bodies are being read"))
        }
        bodies += 1
        journal.readBody(of: query.reference.cursor, from: query.offset, count: query.count) { [self] piece in
            bodies -= 1
            guard let piece else {
                return reply(
                    .refused(.truncated, "\(query.reference.text) is not kept, or has no byte \(query.offset)"))
            }
            reply(
                .result([
                    "ref": .string(query.reference.text), "offset": .integer(Int64(query.offset)),
                    "size": .integer(Int64(piece.size)),
                    "data": .string(piece.bytes.withUnsafeBytes { Base64.encode($0) }),
                ]))
        }
    }
}
