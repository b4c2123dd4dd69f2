extension JSONValue {
    /// Reads exactly one JSON value, with nothing but white space around it. Of two members of one name the last counts.
    ///
    /// Foundation's decoder reads `1.0` as an integer and takes several times as long for a line of codex.
    public init(parsing bytes: [UInt8]) throws(CodexProtocolError) {
        self = try bytes.withUnsafeBufferPointer { buffer throws(CodexProtocolError) in
            var parser = JSONParser(bytes: buffer)
            return try parser.parseDocument()
        }
    }

    /// Reads exactly one JSON value, with nothing but white space around it. Of two members of one name the last counts.
    public init(parsing text: some StringProtocol) throws(CodexProtocolError) {
        try self.init(parsing: Array(text.utf8))
    }
}

/// The buffer outlives it: it is made and used up inside `withUnsafeBufferPointer`.
private struct JSONParser {
    /// codex's own parser stops here too (serde_json's limit); it also keeps the recursion off the end of the stack.
    static let depthLimit = 128

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func parseDocument() throws(CodexProtocolError) -> JSONValue {
        let value = try parseValue(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw failure("one value alone") }
        return value
    }

    private mutating func parseValue(depth: Int) throws(CodexProtocolError) -> JSONValue {
        skipSpace()
        switch peek {
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "{"): return try parseObject(depth: depth + 1)
        case UInt8(ascii: "["): return try parseArray(depth: depth + 1)
        case UInt8(ascii: "t"): return try parse("true", as: .bool(true))
        case UInt8(ascii: "f"): return try parse("false", as: .bool(false))
        case UInt8(ascii: "n"): return try parse("null", as: .null)
        default: return try parseNumber()
        }
    }

    private mutating func parseObject(depth: Int) throws(CodexProtocolError) -> JSONValue {
        guard depth <= Self.depthLimit else { throw failure("at most \(Self.depthLimit) levels") }
        position += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw failure("a member's name") }
            let name = try parseString()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("a colon") }
            members[name] = try parseValue(depth: depth)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw failure("a comma or a closing brace") }
        return .object(members)
    }

    private mutating func parseArray(depth: Int) throws(CodexProtocolError) -> JSONValue {
        guard depth <= Self.depthLimit else { throw failure("at most \(Self.depthLimit) levels") }
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            elements.append(try parseValue(depth: depth))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw failure("a comma or a closing bracket") }
        return .array(elements)
    }

    private mutating func parse(_ word: StaticString, as value: JSONValue) throws(CodexProtocolError) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[offset] else { throw failure("a value") }
            position += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func parseNumber() throws(CodexProtocolError) -> JSONValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let leadingZero = peek == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, !(leadingZero && digits > 1) else { throw failure("a value") }
        var isInteger = true
        if take(UInt8(ascii: ".")) {
            isInteger = false
            guard skipDigits() > 0 else { throw failure("a digit") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { throw failure("a digit") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // "-0" is a number: as an integer it would lose its sign.
        if isInteger, text != "-0" {
            if let integer = Int64(text) { return .integer(integer) }
            if let unsigned = UInt64(text) { return .unsigned(unsigned) }
        }
        guard let number = Double(text), number.isFinite else { throw failure("a number that a double can hold") }
        return .number(number)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        return position - start
    }

    // MARK: Strings

    private mutating func parseString() throws(CodexProtocolError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try string(of: UnsafeBufferPointer(rebasing: bytes[start..<position]))
            case UInt8(ascii: "\\"):
                return try parseEscapedString(from: start)
            case 0..<0x20:
                throw failure("no control character in a string")
            default:
                position += 1
            }
        }
        throw failure("a closing quote")
    }

    /// `position` is at the first backslash.
    private mutating func parseEscapedString(from start: Int) throws(CodexProtocolError) -> String {
        var unescaped = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try unescaped.withUnsafeBufferPointer { buffer throws(CodexProtocolError) in
                    try string(of: buffer)
                }
            case UInt8(ascii: "\\"):
                try parseEscape(into: &unescaped)
            case 0..<0x20:
                throw failure("no control character in a string")
            default:
                unescaped.append(byte)
            }
        }
        throw failure("a closing quote")
    }

    private mutating func parseEscape(into unescaped: inout [UInt8]) throws(CodexProtocolError) {
        guard let byte = peek else { throw failure("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: Array(String(try parseUnicodeEscape()).utf8))
        default: throw failure("an escape")
        }
    }

    private mutating func parseUnicodeEscape() throws(CodexProtocolError) -> Unicode.Scalar {
        var code = UInt32(try parseHex())
        if (0xD800..<0xDC00).contains(code) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw failure("a second surrogate") }
            let low = UInt32(try parseHex())
            guard (0xDC00..<0xE000).contains(low) else { throw failure("a second surrogate") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("a Unicode scalar") }
        return scalar
    }

    private mutating func parseHex() throws(CodexProtocolError) -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("four hexadecimal digits")
            }
            code = code << 4 | UInt16(digit)
            position += 1
        }
        return code
    }

    private func string(of buffer: UnsafeBufferPointer<UInt8>) throws(CodexProtocolError) -> String {
        guard let string = String(validating: buffer, as: UTF8.self) else { throw failure("UTF-8") }
        return string
    }

    // MARK: Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func failure(_ expected: String) -> CodexProtocolError {
        CodexProtocolError(.notJSON, expected: expected, found: "byte \(position)")
    }
}
