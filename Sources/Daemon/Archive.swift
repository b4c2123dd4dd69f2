import JSONRPC
import Bus
import BusProtocol
import EventLoop
import Fleet

/// What went by: the journal's events and the publisher's last deltas, joined.
///
/// `@unchecked Sendable`: used on the publisher's loop only, where the journal answers as well.
final class Archive: EventArchive, @unchecked Sendable {
    private let publisher: Publisher
    private let journal: any EventJournal
    /// The journal has other work: a consumer that is told so comes again.
    private var replays = ReadsUnderWay()
    private var bodies = ReadsUnderWay()

    init(_ publisher: Publisher, _ journal: any EventJournal) {
        self.publisher = publisher
        self.journal = journal
    }

    func replay(_ query: ReplayQuery, for user: String, _ reply: @escaping @Sendable (CommandReply) -> Void) {
        guard replays.begin(for: user) else {
            return reply(.refused(.overloaded, "too many replays are under way"))
        }
        // What comes behind it is to be had from the stream.
        let end = EventCursor(epoch: publisher.epoch, seq: publisher.sentSeq)
        journal.read(query, through: end) { [self] stored in
            replays.end(for: user)
            let page = ReplayPage(query, stored, deltas: publisher.deltas, epoch: publisher.epoch)
            reply(.result(page.result))
        }
    }

    func body(_ query: BodyQuery, for user: String, _ reply: @escaping @Sendable (CommandReply) -> Void) {
        guard bodies.begin(for: user) else {
            return reply(.refused(.overloaded, "too many bodies are being read"))
        }
        guard let confinement = query.confinement else { return readBody(query, for: user, reply) }
        // Whose body it is says its event.
        let cursor = query.reference.cursor
        let before = EventCursor(epoch: cursor.epoch, seq: max(cursor.seq, 1) - 1)
        let one = ReplayQuery(.after(before), filter: TopicFilter.all.confined(to: confinement), limit: 1)
        journal.read(one, through: cursor) { [self] stored in
            guard stored.events.contains(where: { $0.header.epoch == cursor.epoch && $0.header.seq == cursor.seq })
            else {
                bodies.end(for: user)
                return reply(.refused(.truncated, "\(query.reference.text) is not kept"))
            }
            readBody(query, for: user, reply)
        }
    }

    private func readBody(_ query: BodyQuery, for user: String, _ reply: @escaping @Sendable (CommandReply) -> Void) {
        journal.readBody(of: query.reference.cursor, from: query.offset, count: query.count) { [self] piece in
            bodies.end(for: user)
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
