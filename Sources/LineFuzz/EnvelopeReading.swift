import JSONRPC

/// `EnvelopeScanner` says of a line what whoever reads it whole finds in it.
struct EnvelopeReading {
    private let bytes: [UInt8]
    private let value: Result<JSON, JSONError>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        value = Result { () throws(JSONError) in try JSON(parsing: bytes) }
    }

    /// What a scan gave, in copies.
    private struct Reading: Equatable {
        var shape: Envelope.Shape?
        var id: RequestID?
        var method: String?
        var thread: String?
        var turn: String?
        var item: String?
        var raw: [[UInt8]?] = []
        var error: JSONError.Code?
    }

    private static let members: [EnvelopeScanner.Member] = [.id, .params, .result, .error, .item]

    /// - Parameter used: A scanner that has read other lines before.
    func check(with used: EnvelopeScanner) throws(BrokenProperty) {
        let reading = read(with: used)
        try BrokenProperty.check(reading == read(with: EnvelopeScanner()), "a scanner remembers: \(reading)")
        switch value {
        case .success(let value): try check(reading, against: value)
        case .failure(let error): try check(reading, against: error)
        }
    }

    private func read(with scanner: EnvelopeScanner) -> Reading {
        Line.withCopy(of: bytes) { line in
            var reading = Reading()
            do throws(JSONError) {
                let envelope = try scanner.scan(line)
                reading.shape = envelope.shape
                reading.id = envelope.id
                reading.method = envelope.method?.string
                reading.thread = envelope.threadID?.string
                reading.turn = envelope.turnID?.string
                reading.item = envelope.itemID?.string
                reading.raw = Self.members.map { scanner.raw($0, of: line) }
            } catch {
                reading.error = error.code
            }
            return reading
        }
    }

    // MARK: A line that is a value

    private func check(_ reading: Reading, against value: JSON) throws(BrokenProperty) {
        let expected = Self.reading(of: value)
        try BrokenProperty.check(reading.error == expected.error, "\(reading) of a line with \(expected)")
        guard reading.error == nil else { return }
        var plain = reading
        plain.raw = []
        try BrokenProperty.check(plain == expected, "\(plain) instead of \(expected)")
        let values = [
            value["id"], value["params"], value["result"], value["error"], value["params"]?["item"],
        ]
        for (member, (raw, value)) in zip(Self.members, zip(reading.raw, values)) {
            let read = raw.map { bytes in (try? JSON(parsing: bytes)) ?? .string("no value") }
            try BrokenProperty.check(read == value, "\(member) is \(String(describing: read))")
        }
    }

    /// What `Envelope` promises, of a value.
    private static func reading(of value: JSON) -> Reading {
        var reading = Reading()
        guard value.isObject else {
            reading.error = .notAnObject
            return reading
        }
        let (id, method) = (value["id"], value["method"])
        switch (id != nil, method != nil, value["result"] != nil, value["error"] != nil) {
        case (true, true, false, false): reading.shape = .request
        case (true, false, true, false): reading.shape = .response
        case (true, false, false, true): reading.shape = .error
        case (false, true, false, false): reading.shape = .notification
        default: reading.error = .unknownShape
        }
        reading.id = id.flatMap(Self.id)
        reading.method = method?.stringValue
        if reading.error == nil, id != nil, reading.id == nil { reading.error = .invalidID }
        if reading.error == nil, method != nil, reading.method == nil { reading.error = .invalidMethod }
        guard reading.error == nil else { return reading }
        let about = reading.shape == .response ? value["result"] : value["params"]
        func text(_ name: String, _ nested: String) -> String? {
            about?[name]?.stringValue ?? about?[nested]?["id"]?.stringValue
        }
        reading.thread = text("threadId", "thread") ?? about?["conversationId"]?.stringValue
        reading.turn = text("turnId", "turn")
        reading.item = text("itemId", "item")
        return reading
    }

    private static func id(_ value: JSON) -> RequestID? {
        switch value {
        case .integer(let number): .number(number)
        case .string(let text): .string(text)
        default: nil
        }
    }

    // MARK: A line that is none

    /// Values are read more strictly: sizes of numbers, keys that nobody reads, lone surrogates.
    private func check(_ reading: Reading, against error: JSONError) throws(BrokenProperty) {
        switch error.code {
        case .invalidNumber, .duplicateKey:
            break
        case .invalidUTF8:
            guard String(validating: bytes, as: UTF8.self) == nil else { return }
            try BrokenProperty.check(reading.error != nil, "bytes that are no UTF-8 pass")
        default:
            try BrokenProperty.check(reading.error != nil, "\(error) passes")
        }
    }
}
