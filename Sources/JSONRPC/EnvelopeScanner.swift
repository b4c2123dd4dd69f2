internal import CSimdJSON

/// Checks the lines of workers and reads their envelopes; one for each loop.
///
/// A line passes when it is exactly one JSON object, nested at most `maximumDepth` deep. Numbers of any size pass: an
/// app-server that passes a model's JSON through could send them, and nobody here computes with them.
package final class EnvelopeScanner {
    /// Above this, memory for a line is given back.
    package static let keptCapacity = 1_048_576

    package let maximumDepth: Int
    private let parser: Parser
    private let scansWhenAsked: Bool

    /// - Parameter scansWhenAsked: it is asked for members of lines that it has not scanned, and scans each then.
    package init(maximumDepth: Int = 256, scansWhenAsked: Bool = false) {
        self.maximumDepth = maximumDepth
        self.scansWhenAsked = scansWhenAsked
        parser = Parser(maximumDepth: maximumDepth)
    }

    /// The longest line it holds memory for, in bytes; the memory is up to 14 times that.
    package var capacity: Int { parser.capacity }

    /// Reads the line's envelope, which is valid until the next scan or `trim`.
    ///
    /// A key that it reads (`method`, `id`, `params`, `result`, `error`, and those of the thread, turn and item) must not
    /// occur twice: a consumer could take the other one.
    package func scan(_ line: borrowing Line) throws(JSONError) -> Envelope {
        trim()
        return try Envelope(parser.scan(line))
    }

    /// Gives back what a huge line took. The next scan does it too; a loop that falls idle need not wait for that.
    package func trim() { parser.trim(keeping: Self.keptCapacity) }

    /// A value in a line that can be taken out as it stands there.
    package enum Member: Sendable {
        case id, params, result, error
        /// `params.item`
        case item

        var facade: csimdjson_member {
            switch self {
            case .id: CSIMDJSON_MEMBER_ID
            case .params: CSIMDJSON_MEMBER_PARAMS
            case .result: CSIMDJSON_MEMBER_RESULT
            case .error: CSIMDJSON_MEMBER_ERROR
            case .item: CSIMDJSON_MEMBER_ITEM
            }
        }
    }

    /// Lends the exact bytes of the member's value in the line that was scanned last, or gives nil when it has none.
    package func withRaw<Result, Failure: Error>(
        _ member: Member, of line: borrowing Line, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        if scansWhenAsked, (try? scan(line)) == nil { return nil }
        return try parser.withSlice(member.facade, of: line, body)
    }

    /// A copy of those bytes.
    package func raw(_ member: Member, of line: borrowing Line) -> [UInt8]? {
        withRaw(member, of: line) { [UInt8]($0) }
    }
}
