/// Lines that one loop has read and scanned, for another loop to act on: their bytes, and what the scanner says of each.
///
/// `@unchecked Sendable`: whoever fills it hands it over whole and does not touch it again.
package final class LineBatch: @unchecked Sendable {
    /// One line, its envelope's texts behind it.
    private struct Record {
        let start: Int
        let count: Int
        let outcome: Outcome
    }

    private enum Outcome {
        case message(Shape)
        case garbage(JSONError)
    }

    /// An envelope without its texts: how many bytes each has, or `none`.
    private struct Shape {
        let shape: Envelope.Shape
        let number: Int64
        let method: Int32
        let id: Int32
        let threadID: Int32
        let turnID: Int32
        let itemID: Int32
    }

    private static let none: Int32 = -1
    /// What the texts of a line take besides it, about: a batch need not grow then.
    private static let textsOfLine = 128
    private static let mostExpected = 512

    private var memory = PaddedBytes()
    private var records: [Record] = []
    private let expected: Int

    /// - Parameter expected: bytes of the lines that it is about to take, about.
    package init(expecting expected: Int = 0) {
        self.expected = expected
    }

    /// How many lines it has.
    package var count: Int { records.count }
    package var isEmpty: Bool { records.isEmpty }

    /// Bytes of memory it holds.
    package var capacity: Int { memory.capacity }

    /// Scans the line and adds a copy of it and of its envelope, or of what is wrong with it.
    package func append(_ line: borrowing Line, scannedBy scanner: EnvelopeScanner) throws(LineBufferError) {
        if records.isEmpty {
            // By the first line's size: a stream's lines are alike.
            let lines = min(expected / (line.count + 1) + 1, Self.mostExpected)
            guard memory.reserve(expected + lines * Self.textsOfLine) else { throw outOfMemory(line) }
            records.reserveCapacity(lines)
        }
        let start = memory.count
        guard line.withUnsafeBytes({ memory.append($0) }) else { throw outOfMemory(line) }
        let outcome: Outcome
        do throws(JSONError) {
            let envelope = try scanner.scan(line)
            guard keepTexts(of: envelope) else { throw JSONError(.outOfMemory) }
            outcome = .message(
                Shape(
                    shape: envelope.shape, number: envelope.number, method: Self.count(envelope.method),
                    id: Self.count(envelope.text), threadID: Self.count(envelope.threadID),
                    turnID: Self.count(envelope.turnID), itemID: Self.count(envelope.itemID)))
        } catch {
            outcome = .garbage(error)
        }
        records.append(Record(start: start, count: line.count, outcome: outcome))
    }

    /// Lends each line, in their order, with its envelope: both are gone when the body returns.
    package func forEach(_ body: (borrowing Line, Result<Envelope, JSONError>) -> Void) {
        memory.withBytes { bytes in
            for record in records {
                let end = record.start + record.count
                let line = Line(padded: UnsafeRawBufferPointer(rebasing: bytes[record.start..<end]))
                switch record.outcome {
                case .garbage(let error): body(line, .failure(error))
                case .message(let shape): body(line, .success(Self.envelope(shape, bytes, from: end)))
                }
            }
        }
    }

    private func keepTexts(of envelope: Envelope) -> Bool {
        keep(envelope.method) && keep(envelope.text) && keep(envelope.threadID) && keep(envelope.turnID)
            && keep(envelope.itemID)
    }

    private func keep(_ text: BorrowedText?) -> Bool {
        text?.withUnsafeBytes { memory.append($0) } ?? true
    }

    private static func envelope(_ shape: Shape, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Envelope {
        var next = start
        func text(_ count: Int32) -> BorrowedText? {
            guard count != none, let base = bytes.baseAddress else { return nil }
            defer { next += Int(count) }
            return BorrowedText(start: base + next, count: Int(count))
        }
        let method = text(shape.method)
        let id = text(shape.id)
        return Envelope(
            shape: shape.shape, method: method, threadID: text(shape.threadID), turnID: text(shape.turnID),
            itemID: text(shape.itemID), number: shape.number, text: id)
    }

    /// A line is far shorter than 2 GiB: `SettingRules` sees to its limit.
    private static func count(_ text: BorrowedText?) -> Int32 {
        text.map { Int32(clamping: $0.count) } ?? none
    }

    private func outOfMemory(_ line: borrowing Line) -> LineBufferError {
        LineBufferError(code: .outOfMemory, bytes: line.count)
    }
}
